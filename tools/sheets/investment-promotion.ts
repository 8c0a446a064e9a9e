import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, plain, stack, toCell } from "./grid.ts";
import { lookupIn, regionsOf, rowsOf } from "./series.ts";

const WIDTH = 7;

/** 区域经济合作局 招商引资进展: places by their short names down with 合计 last, indicators across in one header row, units in the header. */
export const investmentPromotion: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "investment-promotion", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const body = regionsOf(rows).map((region, index) => [
    region === "合计" ? null : { number: String(index + 1), format: "0" },
    region,
    toCell(find("签约引进千万元以上项目", "value", "ytd", region)),
    toCell(find("签约项目开工率", "value", "instant", region)),
    toCell(find("招商引资到位资金", "value", "ytd", region)),
    toCell(find("招商引资到位资金", "yoy", "ytd", region)),
    region === "合计" ? null : "按月调度",
  ]);
  const grid = stack(
    "招商引资",
    [8, 14, 20, 18, 20, 22, 12],
    [
      banner("title", `截至${yearMonth(period)}末各旗县市区招商引资进展情况`, WIDTH),
      banner("line", `（演示数据，填报日期：${filingDate(period, 15)}）`, WIDTH),
      plain("header", [
        [
          "序号",
          "旗县市区",
          "签约引进千万元以上项目\n（个）",
          "签约项目开工率\n（%）",
          "招商引资到位资金\n（亿元）",
          "招商引资到位资金\n同比增长（%）",
          "备注",
        ],
      ]),
      plain("body", body),
    ],
  );
  return [{ path: `区域经济合作局/招商引资进展${period.replace("-", "")}.xlsx`, format: "xlsx", grids: [grid] }];
};
