import type { LintFooter } from "../document.ts";
import type { Fault, Place } from "../finding.ts";
import type { LintParagraph } from "../paragraph.ts";
import type { Rule, Subject } from "../rule.ts";
import { FAMILIES, isOfFamily, sizeWord } from "../type-faces.ts";

const SOURCE = "GB/T 9704-2012 第7.5条";
const FOOTER: Place = { label: "页脚", order: Number.MAX_SAFE_INTEGER };
const SIZE = 28; // 四号

/** There are page numbers, and they count themselves. */
export const pageNumber: Rule = {
  id: "page-number",
  severity: "error",
  title: "编排页码，用页码域自动编号",
  source: SOURCE,
  check: (subject) =>
    numbered(subject).length > 0 ? [] : [{ place: FOOTER, found: "没有页码", expected: "页脚有页码，形如 — 1 —" }],
};

/** The number stands between two dashes. */
export const pageNumberDashes: Rule = {
  id: "page-number-dashes",
  severity: "error",
  title: "页码左右各放一条一字线",
  source: SOURCE,
  check: (subject) =>
    numbered(subject)
      .filter(({ paragraph }) => !/^\s*—\s*\d*\s*—\s*$/.test(paragraph.text))
      .map(({ paragraph }) => ({
        place: paragraph.place,
        found: paragraph.text.trim() === "" ? "页码两边没有一字线" : paragraph.text.trim(),
        expected: "— 1 —",
      })),
};

/** The number is in 四号 宋体. */
export const pageNumberFont: Rule = {
  id: "page-number-font",
  severity: "error",
  title: "页码用四号半角宋体阿拉伯数字",
  source: SOURCE,
  check: (subject) =>
    numbered(subject).flatMap(({ paragraph }): Fault[] => {
      const look = paragraph.runs[0]?.look ?? paragraph.mark;
      const isRight = isOfFamily(look.ascii, FAMILIES.song) && look.halfPoints === SIZE;
      const found = `${look.ascii ?? "未写明字体"} ${sizeWord(look.halfPoints)}`;
      return isRight ? [] : [{ place: paragraph.place, found, expected: "宋体 四号" }];
    }),
};

/** Odd pages have it at the right, even pages at the left. */
export const pageNumberSides: Rule = {
  id: "page-number-sides",
  severity: "warning",
  title: "单页码居右空一字，双页码居左空一字",
  source: SOURCE,
  check: (subject) => {
    const all = numbered(subject);
    if (all.length === 0) return [];
    const even = all.find(({ footer }) => footer.pages === "even");
    const odd = all.find(({ footer }) => footer.pages === "default");
    if (!subject.hasEvenPages || !even || !odd)
      return [{ place: FOOTER, found: "单页和双页的页码放在同一侧", expected: "勾选“奇偶页不同”：单页居右，双页居左" }];
    const wrong = [
      ...(sideOf(odd.paragraph) === "right"
        ? []
        : [{ place: odd.paragraph.place, found: "单页的页码不在右侧", expected: "居右空一字" }]),
      ...(sideOf(even.paragraph) === "left"
        ? []
        : [{ place: even.paragraph.place, found: "双页的页码不在左侧", expected: "居左空一字" }]),
    ];
    return wrong;
  },
};

function sideOf({ look }: LintParagraph): string {
  const align = look.align ?? "left";
  if (align === "start" || align === "both") return "left";
  return align === "end" ? "right" : align;
}

function numbered({ footers }: Subject): readonly { readonly footer: LintFooter; readonly paragraph: LintParagraph }[] {
  return footers.flatMap((footer) =>
    footer.paragraphs.filter(({ hasPageNumber }) => hasPageNumber).map((paragraph) => ({ footer, paragraph })),
  );
}
