import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, corners, type Heading, heading, plain, stack, toCell } from "./grid.ts";
import { lookupIn, regionsOf, rowsOf } from "./series.ts";

const LABELS = ["一般公共预算收入", "一般公共预算支出"] as const;
const MEASURES = ["当月", "累计", "为预算的%", "增幅%"] as const;
const WIDTH = 1 + LABELS.length * MEASURES.length;

/**
 * 财政局 分旗县市区财政收支: an .xls with 单位：万元 in the right corner, city and 市本级 above the counties, names
 * spread with blanks; before budgets are approved the column 为预算的% is empty.
 */
export const fiscal: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "fiscal", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const body = regionsOf(rows).map((region) => [
    region,
    ...LABELS.flatMap((label) => [
      toCell(find(label, "value", "month", region)),
      toCell(find(label, "value", "ytd", region)),
      toCell(find(label, "share", "ytd", region)),
      toCell(find(label, "yoy", "ytd", region)),
    ]),
  ]);
  const grid = stack(
    "财政收支",
    [18, ...Array<number>(WIDTH - 1).fill(11)],
    [
      banner("title", `${yearMonth(period)}全市及分旗县市区财政收支情况表`, WIDTH),
      corners(`演示数据    填报日期：${filingDate(period, 8)}`, "单位：万元", WIDTH),
      heading(["单位名称", ...LABELS.map((label): Heading => [label, MEASURES])]),
      plain("body", body),
      banner("note", "注：增幅为自然口径。", WIDTH),
    ],
  );
  return [{ path: `财政局/财政收支${yearMonth(period)}.xls`, format: "xls", grids: [grid] }];
};
