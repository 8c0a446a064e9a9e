import { isCentred, isRedColour } from "../roles.ts";
import type { Rule, Subject } from "../rule.ts";
import { opening, withRoles } from "../rule.ts";
import { chineseFont, FAMILIES, isOfFamily } from "../type-faces.ts";

/** The name at the head is in 小标宋, in the middle. */
export const masthead: Rule = {
  id: "masthead",
  severity: "warning", // 推荐使用小标宋体
  title: "发文机关标志（简报名）居中，红色小标宋体",
  source: "GB/T 9704-2012 第7.2.4条",
  check: (subject) =>
    withRoles(subject, "masthead").flatMap((paragraph) => {
      const run = paragraph.runs.find(({ text }) => text.trim() !== "");
      const faults = [
        ...(isCentred(paragraph) ? [] : ["没有居中"]),
        ...(isOfFamily(run?.look.eastAsia, FAMILIES.title) ? [] : [chineseFont(run?.look ?? {})]),
        ...(isRedColour(run?.look.color) ? [] : ["不是红色"]),
      ];
      const found = `${faults.join("，")}：${opening(paragraph.text)}`;
      return faults.length === 0 ? [] : [{ place: paragraph.place, found, expected: "居中，红色小标宋体" }];
    }),
};

/** Under the head there is a red line. */
export const redRule: Rule = {
  id: "red-rule",
  severity: "warning",
  title: "报头下有红色分隔线",
  source: "GB/T 9704-2012 第7.2.7条",
  check: (subject) => {
    const [head] = withRoles(subject, "masthead");
    if (head === undefined || hasLine(subject)) return [];
    return [{ place: head.place, found: "报头下没有红色分隔线", expected: "与版心等宽的红色线（段落下框线）" }];
  },
};

/** Drawn as a border, or as a shape, whose colour is not looked at. */
function hasLine(subject: Subject): boolean {
  const { paragraphs } = subject;
  const title = paragraphs.findIndex((paragraph) => subject.roles.get(paragraph) === "title");
  const above = paragraphs.slice(0, title < 0 ? 8 : title + 1);
  return above.some(({ look, hasObject }) => isRedColour(look.bottomBorder) || hasObject);
}

const FORM = /[〔[（(【［]\d{2,4}[〕\]）)】］]/;

/** 通政发〔2023〕21号 */
export const documentNumber: Rule = {
  id: "document-number",
  severity: "error",
  title: "发文字号：年份全称用六角括号〔〕，顺序号不加“第”、不编虚位、后加“号”",
  source: "GB/T 9704-2012 第7.2.5条",
  check: ({ paragraphs }) =>
    paragraphs.flatMap(({ place, text }) =>
      [...text.matchAll(/[\u4e00-\u9fff]{1,12} ?[〔[（(【［] ?\d{2,4} ?年?[〕\]）)】］] ?第?\d{1,4} ?号/g)]
        .filter(([found]) => FORM.test(found) && !/〔(?:19|20)\d{2}〕[1-9]\d*号$/.test(found))
        .map(([found]) => ({ place, found, expected: "如 通政发〔2023〕21号" })),
    ),
};
