import type { Rule } from "../rule.ts";
import { opening } from "../rule.ts";
import { textWidth } from "../section.ts";

const TOLERANCE = 57; // 1 mm

/** No table is wider than the text. */
export const tableWidth: Rule = {
  id: "table-width",
  severity: "error",
  title: "表格不宽于版心",
  source: "GB/T 9704-2012 第5.2.1条、第8章",
  check: ({ tables, sections }) => {
    const most = sections.reduce((widest, section) => Math.max(widest, textWidth(section) ?? 0), 0);
    if (most <= 0) return [];
    return tables
      .filter(({ width }) => width > most + TOLERANCE)
      .map(({ place, width }) => ({ place, found: `宽${mm(width)}毫米`, expected: `不超过版心的${mm(most)}毫米` }));
  },
};

/** A table of more than a handful of rows repeats its head. */
export const tableHeader: Rule = {
  id: "table-header",
  severity: "warning",
  title: "会跨页的表格重复表头",
  source: "机关行文惯例",
  check: ({ tables }) =>
    tables
      .filter(({ rows }) => rows.length >= 8 && !rows[0]?.isHeader)
      .map(({ place, rows }) => ({
        place,
        found: `${rows.length}行，表头不重复`,
        expected: "表头行设为“在各页顶端重复”",
      })),
};

/** A row is not torn apart at the end of a page. */
export const rowSplit: Rule = {
  id: "row-split",
  severity: "warning",
  title: "表格的行不跨页断开",
  source: "机关行文惯例",
  check: ({ tables }) =>
    tables.flatMap(({ place, rows }) => {
      const open = rows.filter(({ maySplit }) => maySplit).length;
      return rows.length > 1 && open > 0
        ? [{ place, found: `${open}行可以跨页断行`, expected: "取消“允许跨页断行”" }]
        : [];
    }),
};

/** In cells, lines of 28 points leave gaps or cut off what is larger. */
export const cellSpacing: Rule = {
  id: "cell-spacing",
  severity: "warning",
  title: "表内不用正文的28磅固定行距和首行缩进",
  source: "机关行文惯例",
  check: ({ tables }) =>
    tables.flatMap(({ paragraphs }) =>
      paragraphs
        .filter(({ text, look }) => {
          const isBodyLine = look.lineRule === "exact" && (look.line ?? 0) >= 556;
          return text.trim() !== "" && (isBodyLine || (look.firstLineChars ?? 0) > 0 || (look.firstLine ?? 0) > 0);
        })
        .slice(0, 1)
        .map(({ place, text }) => ({
          place,
          found: `沿用了正文的行距或缩进：${opening(text)}`,
          expected: "单倍或较小的固定行距，首行不缩进",
        })),
    ),
};

function mm(twips: number): string {
  return String(Math.round((twips / 1440) * 254) / 10);
}
