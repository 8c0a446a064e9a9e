import { opening, type Rule, withRoles } from "../rule.ts";

const SOURCE = "GB/T 9704-2012 第7.3.4条";

/** 附件：1.名称, without a mark at the end. */
export const attachmentForm: Rule = {
  id: "attachment-form",
  severity: "error",
  title: "“附件”后用全角冒号，序号用阿拉伯数字加下脚点，名称后不加标点",
  source: SOURCE,
  check: (subject) =>
    withRoles(subject, "attachment").flatMap(({ place, text }) => {
      const trimmed = text.trim();
      const faults = [
        ...(/^附件\s*\d*:/.test(trimmed) ? ["冒号是半角"] : []),
        ...(/^附件\s*[一二三四五六七八九十]/.test(trimmed) ? ["序号是汉字"] : []),
        ...(/^附件[:：]\s*\d+、/.test(trimmed) ? ["序号后用了顿号"] : []),
        ...(/[。；，、.;,]$/.test(trimmed) ? ["名称后有标点"] : []),
        ...(/^附件[:：]\s*[《“].{1,50}[》”]$/.test(trimmed) ? ["名称加了书名号或引号"] : []),
      ];
      return faults.length === 0
        ? []
        : [{ place, found: `${faults.join("，")}：${opening(text)}`, expected: "如 附件：1.重点项目进展情况表" }];
    }),
};

/** 附件1, 附件2: none is missing. */
export const attachmentOrder: Rule = {
  id: "attachment-order",
  severity: "error",
  title: "附件按顺序编号，不缺号、不重号",
  source: "GB/T 9704-2012 第7.3.7条",
  check: (subject) => {
    let last = 0;
    return withRoles(subject, "attachment").flatMap(({ place, text }) => {
      const count = Number(/^附件\s*(\d{1,2})(?:\s*$|[:：])/.exec(text.trim())?.[1] ?? Number.NaN);
      if (Number.isNaN(count)) return [];
      const expected = last + 1;
      last = count;
      return count === expected ? [] : [{ place, found: opening(text), expected: `附件${expected}` }];
    });
  },
};
