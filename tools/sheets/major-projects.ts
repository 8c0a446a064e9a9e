import { monthOf, type Period, yearOf } from "../../pipeline/model/period.ts";
import { filingDate, monthsToDate } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { type Block, banner, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf, type SeriesRow } from "./series.ts";

const WIDTH = 6;
const SECTIONS: Readonly<Record<string, string>> = {
  "projects-major": "一、重点项目建设",
  "projects-industry": "二、重点产业项目",
  "projects-funds": "三、争取资金和区域合作",
};

/** 发改委 重点项目和资金争取: the year in the title, the months in a header cell, 全年计划 and 占全年计划 beside, sections by rows. */
export const majorProjects: BureauLayout = (series, period) => {
  const sections = Object.keys(SECTIONS).map((table) => [table, rowsOf(series, table, period)] as const);
  if (sections.every(([, rows]) => rows.length === 0)) return [];
  const done = `${monthsToDate(period)}${monthOf(period) === 1 ? "累计" : ""}完成`;
  const grid = stack(
    "重点项目",
    [38, 10, 12, 16, 18, 22],
    [
      banner("title", `${yearOf(period)}年重点项目建设和资金争取情况`, WIDTH),
      banner("line", `（演示数据）    填报日期：${filingDate(period, 8)}`, WIDTH),
      plain("header", [["指  标", "单位", "全年计划", done, "占全年计划（%）", "比上年同期增长（%）"]]),
      ...sections.flatMap(([table, rows]) => section(SECTIONS[table] ?? "", rows, period)),
      banner("note", "注：“-”表示不作同比。", WIDTH),
    ],
  );
  return [{ path: `发改委/重点项目和资金争取（${period.replace("-", ".")}）.xlsx`, format: "xlsx", grids: [grid] }];
};

function section(title: string, rows: readonly SeriesRow[], period: Period): readonly Block[] {
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const body = labelsOf(rows).map(({ label, unit }) => [
    label,
    unit,
    toCell(find(label, "plan", "ytd")),
    toCell(find(label, "value", "ytd")),
    toCell(find(label, "share", "ytd")),
    toCell(find(label, "yoy", "ytd")),
  ]);
  return [plain("section", [[title]]), plain("body", body)];
}
