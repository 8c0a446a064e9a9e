import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf } from "./series.ts";

const WIDTH = 5;

/** 生态环境局 环境质量: levels and rates with last year's beside them, a numbered column without a heading. */
export const environment: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "environment", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const grid = stack(
    "环境质量",
    [6, 36, 14, 12, 12],
    [
      banner("title", `${yearMonth(period)}通辽市生态环境质量状况（演示数据）`, WIDTH),
      plain("header", [[null, "指标名称", "计量单位", "本年累计", "上年同期"]]),
      plain(
        "body",
        labelsOf(rows).map(({ label, unit }, index) => [
          { number: String(index + 1), format: "0" },
          label,
          unit,
          toCell(find(label, "value", "ytd")),
          toCell(find(label, "last-year", "ytd")),
        ]),
      ),
      banner("note", `填报日期：${filingDate(period, 12)}`, WIDTH),
      banner("note", "注：细颗粒物浓度、优良天数为实况数据，未扣除沙尘影响。", WIDTH),
    ],
  );
  return [{ path: `生态环境局/环境质量月报-${yearMonth(period)}.xlsx`, format: "xlsx", grids: [grid] }];
};
