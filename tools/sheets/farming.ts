import type { Period } from "../../pipeline/model/period.ts";
import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { type Block, banner, corners, type GridRow, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf, type SeriesRow } from "./series.ts";

const WIDTH = 5;
const SECTIONS: Readonly<Record<string, string>> = {
  "farming-crops": "一、种植业",
  "farming-livestock": "二、畜牧业",
  "farming-villages": "三、乡村建设",
};
const CHILDREN: Readonly<Record<string, string>> = { 牛存栏: "其中：" };

/**
 * 农牧局 生产和乡村建设进度: one 累计 column for counts and for what stands at the month's end, sections merged over
 * the width, numbered rows; the period stands in the file name alone.
 */
export const farming: BureauLayout = (series, period) => {
  const sections = Object.keys(SECTIONS).map((table) => [table, rowsOf(series, table, period)] as const);
  if (sections.every(([, rows]) => rows.length === 0)) return [];
  const grid = stack(
    "进度表",
    [34, 12, 14, 18, 20],
    [
      banner("title", "农牧业生产和乡村建设重点任务进度表", WIDTH),
      corners("（演示数据）", `报送日期：${filingDate(period, 9)}`, WIDTH),
      plain("header", [["指标名称", "计量单位", "累计", "比上年同期增长（%）", "备注"]]),
      ...sections.flatMap(([table, rows]) => section(SECTIONS[table] ?? "", rows, period)),
      banner("note", "说明：存栏、面积保有和建成类指标为期末数，其余为年初以来累计数。", WIDTH),
    ],
  );
  return [{ path: `农牧局/农牧业重点任务进度（${yearMonth(period)}）.xlsx`, format: "xlsx", grids: [grid] }];
};

function section(title: string, rows: readonly SeriesRow[], period: Period): readonly Block[] {
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const either = (label: string, measure: "value" | "yoy") =>
    find(label, measure, "ytd") ?? find(label, measure, "instant");
  let ordinal = 0;
  const body = labelsOf(rows).map(({ label, unit }): GridRow => {
    const child = CHILDREN[label];
    if (!child) ordinal += 1;
    return {
      kind: "body",
      values: [
        child ? `${child}${label}` : `${ordinal}.${label}`,
        unit,
        toCell(either(label, "value")),
        toCell(either(label, "yoy")),
      ],
      indent: child ? 2 : 0,
    };
  });
  return [banner("section", title, WIDTH), { rows: body, merges: [] }];
}
