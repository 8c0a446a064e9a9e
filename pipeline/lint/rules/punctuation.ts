import { excerpt, type Rule, type Wording, withRoles, wordingRule } from "../rule.ts";

const SOURCE = "GB/T 15834-2011";
const NOT_CHINESE = /^[^\u3400-\u9fff]*$/; // English writes 5.1 % too
const HAN = "[\\u3400-\\u9fff]";

function wordings(...pairs: readonly (readonly [RegExp, string])[]): readonly Wording[] {
  return pairs.map(([pattern, expected]) => ({ pattern, expected }));
}

/** Marks that go by their form alone. */
export const punctuationRules: readonly Rule[] = [
  wordingRule({
    id: "half-width-mark",
    severity: "error",
    title: "汉字之间用全角标点",
    source: `${SOURCE} 第5条`,
    wordings: wordings(
      [/(?<=[\u3400-\u9fff》”）%])[,;:!?](?=[\u3400-\u9fff《“（\d]|$)/gm, "全角的 ，；：！？"],
      [new RegExp(`(?<=${HAN}|[%％）”》])\\.(?=\\s{0,4}(?:${HAN}|$))`, "gm"), "句号 。"],
      [new RegExp(`\\((?=[^()]{0,40}${HAN})[^()]{0,40}\\)`, "g"), "全角括号 （ ）"],
    ),
  }),
  wordingRule({
    id: "straight-quote",
    severity: "error",
    title: "引号用“ ”和‘ ’",
    source: `${SOURCE} 第4.8条`,
    wordings: wordings(
      [new RegExp(`["'](?=${HAN})|(?<=${HAN})["']`, "g"), "弯引号 “ ”"],
      [/[「」『』](?!$)/g, "横排用 “ ”"],
    ),
  }),
  wordingRule({
    id: "ellipsis",
    severity: "error",
    title: "省略号是两个三连点 ……，不与“等”连用",
    source: `${SOURCE} 第4.11条`,
    wordings: wordings([/\.{3,}|。{2,}|(?<!…)…(?!…)|…{3,}|·{3,}/g, "……"], [/等{1,2}……|……等/g, "“等”和 …… 只用一个"]),
  }),
  wordingRule({
    id: "dash",
    severity: "error",
    title: "破折号占两个字 ——",
    source: `${SOURCE} 第4.10条`,
    wordings: wordings([new RegExp(`(?<=${HAN})(?:-{2,3}|─{1,3}|－{2}|―{1,2})(?=${HAN})`, "g"), "——"]),
  }),
  wordingRule({
    id: "range-sign",
    severity: "error",
    title: "数值和时间的起止用一字线 — 或浪纹线 ～",
    source: "GB/T 15835-2011、GB/T 15834-2011 第4.13条",
    wordings: wordings([
      /(?<![\d.\-\w])\d{1,4}(?:年|月|日|%|％|万|亿)?[-~－–](?=\d{1,4}(?:\.\d{1,4})?(?:年|月|日|%|％|季度|个|亿|万))/g,
      "— 或 ～，如 1—6月、5%～8%",
    ]),
  }),
  wordingRule({
    id: "range-percent",
    severity: "error",
    title: "百分比的起止两端都带 %",
    source: "GB/T 15835-2011",
    wordings: wordings([/(?<![\d.%])\d{1,3}(?:\.\d{1,2})?[～—~-]{1,2}\d{1,3}(?:\.\d{1,2})?[%％]/g, "如 5%～8%"]),
  }),
  wordingRule({
    id: "space",
    severity: "error",
    title: "汉字之间、数字与单位之间不空格",
    source: "GB/T 9704-2012 第5.2.3条、GB/T 15835-2011",
    prose: true,
    wordings: [
      ...wordings(
        [new RegExp(`(?<=[\\u3400-\\u9fff，。；：、]) {1,8}(?=${HAN})`, "g"), "删去空格"],
        [/(?<=[\u3400-\u9fff]) {1,4}(?=\d)|(?<=\d) {1,4}(?=[\u3400-\u9fff])/g, "删去空格"],
      ),
      { pattern: /(?<=\d) {1,4}(?=[%％‰])/g, expected: "删去空格", unless: NOT_CHINESE },
    ],
  }),
  wordingRule({
    id: "doubled-mark",
    severity: "error",
    title: "标点不重复、不叠用",
    source: `${SOURCE} 第4条`,
    wordings: wordings([/[，。、；：,;]{2,}|[！？]{3,}|[，、；：]。|。[，、；：]/g, "只留一个标点"]),
  }),
  wordingRule({
    id: "title-marks-joined",
    severity: "warning",
    title: "并列的书名号之间、引号之间不用顿号",
    source: `${SOURCE} 第4.5.3.5条`,
    wordings: wordings([/》、《|”、“/g, "删去顿号"]),
  }),
  wordingRule({
    id: "full-width-digit",
    severity: "error",
    title: "数字用半角",
    source: "GB/T 15835-2011、GB/T 9704-2012 第7.3.3条",
    wordings: wordings([/[０-９％]+/g, "半角数字和 %"]),
  }),
  wordingRule({
    id: "letter-in-number",
    severity: "error",
    title: "数字里没有字母 O、l",
    source: "机关核稿常查",
    wordings: wordings([/(?<![A-Za-z])\d{1,6}[OolI]\d{0,6}(?![A-Za-z])|(?<![A-Za-z])[OolI]\d{1,6}年/g, "数字 0 和 1"]),
  }),
  wordingRule({
    id: "stray-zero",
    severity: "error",
    title: "汉字年份用〇，不用 ○、0",
    source: "GB/T 15835-2011",
    wordings: wordings([/[一二三四五六七八九]{1,3}[○0零][一二三四五六七八九〇○0零]{0,2}年/g, "如 二〇二三年"]),
  }),
];

/** Sentences end with a full stop. */
export const paragraphEnd: Rule = {
  id: "paragraph-end",
  severity: "error",
  title: "段末有句号等句末点号",
  source: `${SOURCE} 第4.1条`,
  check: (subject) =>
    withRoles(subject, "body")
      .map((paragraph) => ({ ...paragraph, text: paragraph.text.trimEnd() }))
      .filter(
        ({ text }) => text.length > 20 && /[，。；]/.test(text.slice(0, -1)) && !/[。！？：:；…”）》]$/.test(text),
      )
      .map(({ place, text }) => ({ place, found: `…${text.slice(-12)}`, expected: "末尾加句号" })),
};

const PAIRS = ["（）", "“”", "《》", "〔〕", "【】"];

/** What is opened is closed, in the same paragraph. */
export const unpairedMark: Rule = {
  id: "unpaired-mark",
  severity: "error",
  title: "括号、引号、书名号成对",
  source: `${SOURCE} 第4.8、4.9、4.15条`,
  check: ({ paragraphs }) =>
    paragraphs.flatMap(({ place, text }) =>
      PAIRS.flatMap((pair) => {
        let open = -1;
        for (let at = 0; at < text.length; at += 1) {
          if (text[at] === pair[0]) {
            if (open >= 0 && pair !== "（）")
              return [{ place, found: excerpt(text, open, 1), expected: `${pair} 成对` }];
            open = at;
          } else if (text[at] === pair[1]) {
            if (open < 0 && pair !== "（）") return [{ place, found: excerpt(text, at, 1), expected: `${pair} 成对` }];
            open = -1;
          }
        }
        const isUneven = pair === "（）" && text.split("（").length !== text.split("）").length;
        return open >= 0 || isUneven
          ? [{ place, found: excerpt(text, Math.max(open, 0), 1), expected: `${pair} 成对` }]
          : [];
      }),
    ),
};
