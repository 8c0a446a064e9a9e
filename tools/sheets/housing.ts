import { dividedBy } from "../../pipeline/model/decimal.ts";
import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, EMPTY, type GridValue, plain, stack } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf } from "./series.ts";

const WIDTH = 7;

/** 住建局 城建重点任务: numbers kept as text, 完成率 as a true percentage (0.556 shown 55.6%), the year's plan beside. */
export const housing: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "housing", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const grid = stack(
    "城建任务",
    [6, 34, 12, 12, 12, 12, 16],
    [
      banner("title", `${yearMonth(period)}住房和城乡建设重点任务进展情况表`, WIDTH),
      banner("line", `演示数据        填报日期：${filingDate(period, 11)}`, WIDTH),
      plain("header", [["序号", "项  目", "计量单位", "年度计划", "累计完成", "完成率", "责任单位"]]),
      plain(
        "body",
        labelsOf(rows).map(({ label, unit }, index) => [
          String(index + 1),
          label,
          unit,
          find(label, "plan", "ytd") ?? "",
          find(label, "value", "ytd") ?? "",
          asFraction(find(label, "share", "ytd")),
          "各旗县市区",
        ]),
      ),
      banner("note", "注：累计完成为年初以来数；完成率=累计完成÷年度计划。", WIDTH),
    ],
  );
  return [{ path: `住建局/${yearMonth(period)}城建重点任务.xlsx`, format: "xlsx", grids: [grid] }];
};

function asFraction(percent: string | undefined): GridValue {
  return percent === undefined || percent === EMPTY ? null : { number: dividedBy(percent, "100"), format: "0.0%" };
}
