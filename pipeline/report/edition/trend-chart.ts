import { toAddress } from "../../model/cell.ts";
import type { CellSpan, ChartSeries, PlacedChart, SeriesRole } from "../../model/chart.ts";
import { decimalPlaces } from "../../model/decimal.ts";
import { yearOf } from "../../model/period.ts";
import { display } from "./display.ts";
import type { TrendFigures } from "./trend-figures.ts";
import { BLOCK_ROWS } from "./trend-layout.ts";
import { measureName } from "./trend-words.ts";

/** Columns of a block's table, from 1. */
const BLOCK_COLUMNS = { month: 1, actual: 2, goal: 3, lastYear: 4, amount: 5 } as const;

/** The chart stands beside the table: from its sixth column to the sheet's last. */
const CHART_COLUMN = 6;
const CHART_COLUMNS = 9;

/** Beside the header, the months and the rows after them. */
const CHART_ROWS = BLOCK_ROWS - 1;

/** Where a block stands. */
export interface BlockPlace {
  readonly sheet: string; // name
  readonly headerRow: number; // the sheet's row, from 1
  readonly where: string; // the same for who cannot see the chart: 左侧表格
}

/** The chart of a block: the actual against the goal with last year behind; with the amounts as columns where any is known. */
export function trendChart(trend: TrendFigures, { sheet, headerRow, where }: BlockPlace): PlacedChart {
  const { months, target, amount, indicator } = trend;
  const { id, unit } = target.assessment.target;
  const at = (row: number, column: number) => toAddress(headerRow + row, column);
  const span = (column: number): CellSpan => ({ sheet, from: at(1, column), to: at(months.length, column) });
  const series = (role: SeriesRole, column: number): ChartSeries => ({
    name: { sheet, from: at(0, column), to: at(0, column) },
    values: span(column),
    role,
    form: role === "amount" ? "column" : "line",
    axis: role === "amount" ? "secondary" : "primary",
  });
  const hasAmount = amount.size > 0;
  return {
    chart: {
      id: `trend-${id}`,
      kind: hasAmount ? "combo" : "line",
      title: measureName(trend.target),
      alt: `${altText(trend)}。数据见${where}。`,
      categories: span(BLOCK_COLUMNS.month),
      series: [
        ...(hasAmount ? [series("amount", BLOCK_COLUMNS.amount)] : []),
        ...(trend.lastYear.size > 0 ? [series("last-year", BLOCK_COLUMNS.lastYear)] : []),
        ...(trend.goal ? [series("goal", BLOCK_COLUMNS.goal)] : []),
        series("actual", BLOCK_COLUMNS.actual),
      ],
      unit,
      secondaryUnit: hasAmount ? indicator.unit : null,
      decimals: Math.max(...[...trend.actual.values()].map((figure) => decimalPlaces(display(figure, "cell")))),
    },
    row: headerRow,
    column: CHART_COLUMN,
    rows: CHART_ROWS,
    columns: CHART_COLUMNS,
  };
}

function altText(trend: TrendFigures): string {
  const { target, amount, lastYear, goal } = trend;
  const beside = [
    ...(goal === null ? [] : ["年度目标"]),
    ...(lastYear.size > 0 ? ["上年同期"] : []),
    ...(amount.size > 0 ? ["累计总量（柱，左轴）"] : []),
  ];
  const others = beside.length === 0 ? "" : `，与${beside.join("、")}对照`;
  return `${measureName(target)}${yearOf(target.assessment.period)}年逐月的折线图${others}`;
}
