import { monthOf, type Period } from "../../pipeline/model/period.ts";
import { filingDate, monthsToDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import {
  BLANK_ROW,
  type Block,
  banner,
  corners,
  type GridRow,
  type Heading,
  heading,
  plain,
  stack,
  toCell,
} from "./grid.ts";
import { type Lookup, labelsOf, lookupIn, rowsOf } from "./series.ts";

const MEASURES = ["绝对量", "同比增长（%）"] as const;

/** Ordinals and parents as the city's own bulletin prints them; what stands here is indented under the row above. */
const ORDINALS: Readonly<Record<string, string>> = {
  地区生产总值: "一、",
  规模以上工业增加值: "二、",
  限额以上固定资产投资: "三、",
  社会消费品零售总额: "四、",
  城镇常住居民人均可支配收入: "五、",
  农村牧区常住居民人均可支配收入: "六、",
};
const FIRST_CHILDREN: readonly string[] = ["第一产业增加值", "工业投资", "限额以上单位消费品零售额"];

/**
 * 统计局 主要经济指标: the two-level header of national and provincial bureaus, month over (绝对量, 同比) beside
 * 1—n月 over the same; 1—2月 come together; a second table for deposits and loans below.
 */
export const statisticsMain: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "statistics-main", period);
  const stocks = rowsOf(series, "statistics-finance", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const groups = monthOf(period) === 2 ? (["ytd"] as const) : (["month", "ytd"] as const);
  const headings: Heading[] = groups.map((span) => [
    span === "month" ? `${monthOf(period)}月` : monthsToDate(period),
    MEASURES,
  ]);
  const width = 2 + groups.length * 2;
  const body: GridRow[] = labelsOf(rows).map(({ label, unit }) => ({
    kind: "body",
    values: [
      labelText(label),
      unit,
      ...groups.flatMap((span) => [toCell(find(label, "value", span)), toCell(find(label, "yoy", span))]),
    ],
  }));
  const grid = stack("主要经济指标", [38, 12, 12, 14, 12, 14].slice(0, width), [
    banner("title", `${yearMonth(period)}通辽市主要经济指标`, width),
    corners("（演示数据，非真实统计结果）", `填报日期：${filingDate(period, 18)}`, width),
    heading(["指标", "计量单位", ...headings]),
    { rows: body, merges: [] },
    BLANK_ROW,
    ...loansTable(lookupIn(stocks, period), period, labelsOf(stocks)),
    banner("note", "注：1.地区生产总值、规模以上工业增加值增速按可比价格计算，其余为名义增速。", width),
    banner("note", "2.规模以上工业增加值、固定资产投资只公布增速，绝对量以“…”表示；“—”为当月不发布。", width),
  ]);
  return [{ path: `统计局/通辽市${yearMonth(period)}主要经济指标.xlsx`, format: "xlsx", grids: [grid] }];
};

function loansTable(find: Lookup, period: Period, labels: ReturnType<typeof labelsOf>): readonly Block[] {
  return [
    banner("line", "金融机构人民币存贷款", 4),
    plain("header", [["指标", "计量单位", `${monthOf(period)}月末`, "同比增长（%）"]]),
    plain(
      "body",
      labels.map(({ label, unit }) => [
        label,
        unit,
        toCell(find(label, "value", "instant")),
        toCell(find(label, "yoy", "instant")),
      ]),
    ),
  ];
}

function labelText(label: string): string {
  if (ORDINALS[label]) return `${ORDINALS[label]}${label}`;
  return `　　${FIRST_CHILDREN.includes(label) ? "其中：" : "　　　"}${label}`;
}
