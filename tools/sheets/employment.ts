import { monthOf } from "../../pipeline/model/period.ts";
import { filingDate, monthsToDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, corners, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf } from "./series.ts";

const WIDTH = 5;
const CHILDREN: Readonly<Record<string, string>> = { 稳定转移就业: "　其中：" };

/** 人社局 就业社保月报: a GB18030 .csv of two tables, flows with 当月 and 累计 above, states at 月末 below. */
export const employment: BureauLayout = (series, period) => {
  const flows = rowsOf(series, "employment", period);
  const states = rowsOf(series, "employment-state", period);
  if (flows.length === 0) return [];
  const find = lookupIn([...flows, ...states], period);
  const month = monthOf(period);
  const grid = stack(
    "就业社保",
    [30, 10, 12, 14, 24],
    [
      banner("title", "通辽市就业和社会保险主要指标（演示数据）", WIDTH),
      corners(yearMonth(period), `填报日期：${filingDate(period, 10)}`, WIDTH),
      plain("header", [
        ["项目名称", "计算单位", `${month}月`, `${monthsToDate(period, "-")}累计`, "累计比上年同期增长(%)"],
      ]),
      plain("section", [["一、就业创业"]]),
      plain(
        "body",
        labelsOf(flows).map(({ label, unit }) => [
          `${CHILDREN[label] ?? ""}${label}`,
          unit,
          thousands(find(label, "value", "month")),
          thousands(find(label, "value", "ytd")),
          toCell(find(label, "yoy", "ytd")),
        ]),
      ),
      plain("blank", [[]]),
      plain("header", [["项目名称", "计算单位", `${month}月末`]]),
      plain(
        "body",
        labelsOf(states).map(({ label, unit }) => [label, unit, toCell(find(label, "value", "instant"))]),
      ),
      plain("note", [["注：农牧民转移就业为年内累计转移人数，含上年结转。"]]),
    ],
  );
  return [{ path: `人社局/就业社保月报${period.replace("-", "")}.csv`, format: "csv", grids: [grid] }];
};

/** Whole numbers with thousands separators, as this bureau's system exports them. */
function thousands(text: string | undefined): string {
  if (text === undefined) return "";
  return /^\d{4,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text;
}
