import type { Fault } from "../finding.ts";
import { excerpt, PROSE, type Rule, type Subject } from "../rule.ts";

const VALUE = "\\d{1,9}(?:\\.\\d{1,4})?(?:[%％]|个?百分点|个|[万亿]?(?:元|人|户|吨|千瓦时|项|亩|头|只)?)";
const VALUES = new RegExp(`${VALUE}(?:[、，]${VALUE}){0,12}(?:和|及)${VALUE}`, "g");
const RESPECTIVELY = /[^，。；：]{1,80}分别[^，。；\d]{0,12}/g;
const MOST = 600;

/** Names before 分别 and figures behind it are as many. */
export const respectively: Rule = {
  id: "respectively",
  severity: "error",
  title: "“分别”前后的项数相等",
  source: "机关核稿常查",
  check: (subject) =>
    inProse(subject, (text) =>
      [...text.slice(0, MOST * 10).matchAll(RESPECTIVELY)].flatMap((match) => {
        const end = match.index + match[0].length;
        const values = new RegExp(`^${VALUES.source}`).exec(text.slice(end, end + MOST))?.[0];
        const names = match[0].slice(0, match[0].indexOf("分别"));
        if (values === undefined || !/[、和及与]/.test(names)) return [];
        const right = values.split(/[、，和及]/).length;
        const most = names.split(/[、和及与]/).length;
        const least = names.split("、").length + (/[和及与][^、]{0,20}$/.test(names) ? 1 : 0);
        const isRight = right === most || right === least;
        const isBare = /[一二三四五六七八九两\d]{1,2}[个大次项者类]/.test(names); // 三次产业, 前两项
        return isRight || isBare
          ? []
          : [
              {
                at: match.index,
                length: match[0].length,
                found: `${most}项对${right}个数`,
                expected: "项数相等，逐一对应",
              },
            ];
      }),
    ),
};

/** Values of one kind in one list have as many decimals. */
export const listDecimals: Rule = {
  id: "list-decimals",
  severity: "warning",
  title: "并列的同类数字小数位数一致",
  source: "GB/T 15835-2011、机关核稿常查",
  check: (subject) =>
    inProse(subject, (text) =>
      [...text.matchAll(VALUES)].flatMap((match) => {
        const rates = match[0].match(/\d{1,9}(?:\.\d{1,4})?(?=[%％]|个)/g) ?? [];
        const isPercent = (match[0].match(/[%％]/g) ?? []).length >= 2;
        const decimals = new Set(rates.map((rate) => rate.split(".")[1]?.length ?? 0));
        return isPercent && decimals.size > 1
          ? [{ at: match.index, length: match[0].length, found: "", expected: "补足小数位，如 5.0%" }]
          : [];
      }),
    ),
};

/** Three sentences in a row do not begin with the same words. */
export const repeatedOpening: Rule = {
  id: "repeated-opening",
  severity: "warning",
  title: "相连三句不以同样的词开头",
  source: "机关行文惯例",
  check: (subject) =>
    inProse(subject, (text) => {
      const sentences = [...text.matchAll(/[^。！？]{5,400}[。！？]/g)];
      return sentences.flatMap((match, index) => {
        const head = (at: number) => sentences[at]?.[0].slice(0, 4);
        const isThird = index >= 2 && head(index) === head(index - 1) && head(index) === head(index - 2);
        const isFirst = isThird && head(index) !== head(index - 3);
        return isFirst ? [{ at: match.index, length: 4, found: "", expected: "换一种说法，或合并为一句" }] : [];
      });
    }),
};

interface Spot {
  readonly at: number;
  readonly length: number;
  readonly found: string;
  readonly expected: string;
}

function inProse({ paragraphs, roles }: Subject, check: (text: string) => readonly Spot[]): readonly Fault[] {
  return paragraphs
    .filter((paragraph) => PROSE.has(roles.get(paragraph) ?? "empty"))
    .flatMap(({ place, text }) =>
      check(text).map(({ at, length, found, expected }) => {
        const words = excerpt(text, at, length);
        return { place, at, found: found ? `${found}：${words}` : words, expected };
      }),
    );
}
