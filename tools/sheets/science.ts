import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf } from "./series.ts";

const WIDTH = 4;

/** 科技局 科技创新任务: header words spread with blanks, the period alone on the second line. */
export const science: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "science", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const grid = stack(
    "Sheet1",
    [36, 10, 12, 18],
    [
      banner("title", "科技创新工作主要指标", WIDTH),
      banner("line", yearMonth(period), WIDTH),
      banner("line", `演示数据  填报日期：${filingDate(period, 14)}`, WIDTH),
      plain("header", [["指 标 名 称", "单 位", "本 月", "本 月 止 累 计"]]),
      plain(
        "body",
        labelsOf(rows).map(({ label, unit }) => [
          label,
          unit,
          toCell(find(label, "value", "month")),
          toCell(find(label, "value", "ytd")),
        ]),
      ),
      banner("note", "注：“—”为尚未开展认定，无该项数据。", WIDTH),
    ],
  );
  return [{ path: `科技局/科技创新指标${yearMonth(period)}.xlsx`, format: "xlsx", grids: [grid] }];
};
