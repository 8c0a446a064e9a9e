import { monthOf, type Period, yearOf } from "../../pipeline/model/period.ts";
import { filingDate, monthsToDate } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, corners, type Heading, heading, plain, stack, toCell } from "./grid.ts";
import { lookupIn, type Measure, regionsOf, rowsOf } from "./series.ts";

interface Column {
  readonly label: string;
  readonly parts: readonly (readonly [heading: string, measure: Measure])[];
}

const RATE_ONLY = [
  ["增速（%）", "yoy"],
  ["位次", "rank"],
] as const;

const COLUMNS: readonly Column[] = [
  { label: "地区生产总值", parts: [["绝对量（亿元）", "value"], ...RATE_ONLY] },
  { label: "规模以上工业增加值", parts: RATE_ONLY },
  { label: "限额以上固定资产投资", parts: RATE_ONLY },
  { label: "社会消费品零售总额", parts: [["绝对量（亿元）", "value"], ...RATE_ONLY] },
];

const QUARTERS: Readonly<Record<number, string>> = { 3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年" };

/** 统计局 分旗县市区 完成情况及排序: places down, indicators across over amount, growth and rank; 地区生产总值 by quarter only. */
export const statisticsCounty: BureauLayout = (series, period) => {
  const rows = rowsOf(series, "statistics-county", period);
  if (rows.length === 0) return [];
  const find = lookupIn(rows, period);
  const columns = COLUMNS.filter(({ label }) => rows.some((row) => row.label === label));
  const headings = columns.map(({ label, parts }): Heading => [label, parts.map(([text]) => text)]);
  const width = 1 + columns.flatMap(({ parts }) => parts).length;
  const body = regionsOf(rows).map((region) => [
    region,
    ...columns.flatMap(({ label, parts }) => parts.map(([, measure]) => toCell(find(label, measure, "ytd", region)))),
  ]);
  const grid = stack(
    "分旗县市区",
    [14, ...Array<number>(width - 1).fill(14)],
    [
      banner("title", `${title(period)}全市及分旗县市区主要经济指标完成情况及排序`, width),
      corners("演示数据，不作任何依据", `填报日期：${filingDate(period, 18)}`, width),
      heading(["地区", ...headings]),
      plain("body", body),
      banner("note", "注：科尔沁区数据不含开发区；位次按增速由高到低排列，全市不参与排序。", width),
    ],
  );
  return [{ path: `统计局/${title(period)}分旗县市区主要经济指标.xlsx`, format: "xlsx", grids: [grid] }];
};

function title(period: Period): string {
  return `${yearOf(period)}年${QUARTERS[monthOf(period)] ?? monthsToDate(period)}`;
}
