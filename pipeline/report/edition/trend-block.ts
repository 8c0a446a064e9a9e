import type { CellContent, RowDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { makePeriod, spanName, yearOf } from "../../model/period.ts";
import { dataRow, figureCell, headerRow, textCell } from "./cells.ts";
import type { SourceOf } from "./source-links.ts";
import type { TrendFigures } from "./trend-figures.ts";
import { BLOCK_ROWS } from "./trend-layout.ts";
import { blockTitle } from "./trend-words.ts";

/**
 * The rows beside a chart: months down; actual, goal, last year and amount across. Always BLOCK_ROWS of them, so that
 * charts stand evenly; what is not known is blank, which a chart leaves open.
 */
export function blockRows(trend: TrendFigures, { sourceOf, newPage }: BlockOptions): readonly RowDescription[] {
  const months = monthRows(trend, sourceOf);
  const rows: readonly RowDescription[] = [
    { kind: "section", text: blockTitle(trend), ...(newPage && { newPage: true as const }) },
    headerRow(trendHeads(trend)),
    ...months,
  ];
  return [...rows, ...Array.from({ length: BLOCK_ROWS - rows.length }, () => dataRow([]))];
}

/** What heads a trend's months, and its series with them. */
export function trendHeads({ amount }: TrendFigures): readonly string[] {
  return ["时间", "本年", "目标", "上年", ...(amount.size > 0 ? ["总量"] : [])];
}

/** A trend's months under their heads. @param sourceOf absent where the cells lead nowhere */
export function monthRows(trend: TrendFigures, sourceOf: SourceOf = () => undefined): readonly RowDescription[] {
  return trend.months.map((month) => dataRow(monthCells(trend, month, sourceOf)));
}

interface BlockOptions {
  readonly sourceOf: SourceOf;
  readonly newPage: boolean;
}

function monthCells(trend: TrendFigures, month: number, sourceOf: SourceOf): readonly CellContent[] {
  const { target, span, actual, goal, lastYear, amount } = trend;
  const period = makePeriod(yearOf(target.assessment.period), month);
  const cell = (figure: Figure | undefined) => knownCell(figure, sourceOf);
  return [
    textCell(spanName(period, span)),
    cell(actual.get(month)),
    goal === null ? { kind: "blank" } : figureCell(goal),
    cell(lastYear.get(month)),
    ...(amount.size > 0 ? [cell(amount.get(month))] : []),
  ];
}

/** A figure with the way to its source; blank where there is none: a word would be drawn as zero. */
export function knownCell(figure: Figure | undefined, sourceOf: SourceOf): CellContent {
  return figure ? figureCell(figure, sourceOf(figure)) : { kind: "blank" };
}
