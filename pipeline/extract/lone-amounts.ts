import { absolute, compare } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a figure of a row would be of; undefined for what nobody knows, or is none of a table's own indicators. */
export type IndicatorOf = (row: LabelledRow, column: Column) => Indicator | undefined;

/** An amount and the growth of the same time and thing. */
interface Pair {
  readonly amount: Column;
  readonly growth: Column;
}

const NO_GROWTH = "1000"; // percent; what has grown more than elevenfold is no growth that slipped

/**
 * Finds, by row, the amount that may be a growth which has slipped to the left: nothing stands under the growth of the
 * same time, while other rows have both.
 *
 * ```
 * 指标               绝对量（亿元）  同比增长（%）
 * 社会消费品零售总额          140.2           7.1
 * 一般公共预算收入             63.6           6.0
 * 规模以上工业增加值            7.6                 7.6 % or 7.6亿元?
 * ```
 *
 * Rates have no growth to miss, and of a stock or an amount a head the size tells. Where more than a third of the rows
 * have no growth it is simply not published; of an indicator that is published as a growth only, the amount is asked
 * about all the same.
 */
export function findLoneAmounts(
  grid: Grid,
  columns: readonly Column[],
  rows: readonly LabelledRow[],
  indicatorOf: IndicatorOf,
): ReadonlyMap<number, TypedCell> {
  const found = new Map<number, TypedCell>();
  const pairs = pairsOf(columns);
  let growing: ReadonlySet<string> | undefined; // few tables ask
  for (const { amount, growth } of pairs) {
    const valued = rows.filter(({ row }) => grid.at(row, amount.column)?.content.kind === "number");
    const isSigned = ({ row }: LabelledRow) => grid.at(row, growth.column)?.content.kind === "sentinel";
    const isOnlySigned = (row: LabelledRow) => {
      const indicator = isSigned(row) ? indicatorOf(row, amount) : undefined;
      if (indicator?.growthOnly !== true) return false;
      growing ??= grownIndicators(grid, pairs, rows, indicatorOf);
      return !growing.has(indicator.code);
    };
    const bare = valued.filter((row) => grid.over(row.row, growth.column) === undefined || isOnlySigned(row));
    if (bare.length === 0) continue;
    const full = valued.filter(({ row }) => grid.at(row, growth.column)?.content.kind === "number").length;
    const lone = bare.map((row) => ({ row, indicator: indicatorOf(row, amount) })).filter(hasGrowth);
    const signs = valued.filter(isSigned).length;
    const without = signs + lone.filter(({ indicator }) => !indicator?.growthOnly).length;
    const odd = full >= 2 && full >= 2 * without;
    for (const { row, indicator } of lone) {
      if (!mayBeGrowth(grid, row, amount) || sizeTells(indicator)) continue;
      const cell = grid.at(row.row, amount.column);
      if (cell && (odd || indicator?.growthOnly) && !found.has(row.row)) found.set(row.row, cell);
    }
  }
  return found;
}

/** The indicators that have both an amount and a growth somewhere in the table. */
function grownIndicators(
  grid: Grid,
  pairs: readonly Pair[],
  rows: readonly LabelledRow[],
  indicatorOf: IndicatorOf,
): ReadonlySet<string> {
  const isNumber = (row: number, { column }: Column) => grid.at(row, column)?.content.kind === "number";
  const codes = pairs.flatMap(({ amount, growth }) =>
    rows
      .filter(({ row }) => isNumber(row, amount) && isNumber(row, growth))
      .flatMap((row) => indicatorOf(row, amount)?.code ?? []),
  );
  return new Set(codes);
}

/** Every growth with the nearest amount of the same time and thing to its left, else with the first to its right. */
function pairsOf(columns: readonly Column[]): readonly Pair[] {
  const read = columns.filter(({ role, ignored, unclear }) => role === "data" && ignored === null && !unclear);
  const first = new Map(
    [...read].reverse().flatMap((column) => (isAmount(column) ? [[subjectKey(column), column] as const] : [])),
  );
  const nearest = new Map<string, Column>();
  return read.flatMap((column) => {
    const key = subjectKey(column);
    if (isAmount(column)) nearest.set(key, column);
    const amount = isGrowth(column) ? (nearest.get(key) ?? first.get(key)) : undefined;
    return amount ? [{ amount, growth: column }] : [];
  });
}

function isAmount({ measure, time }: Column): boolean {
  return (measure?.quantity ?? "value") === "value" && !measure?.open && !time?.lastYear;
}

function isGrowth({ measure }: Column): boolean {
  return measure !== null && (measure.open || measure.quantity === "yoy" || measure.quantity === "mom");
}

function subjectKey({ indicator, region, name, time }: Column): string {
  return [indicator?.code, region, name, time?.span, time?.month, time?.year].join("|");
}

/** No figure that says itself what it is, nor one too large for a growth. */
function mayBeGrowth(grid: Grid, { row, phrase, units }: LabelledRow, { column }: Column): boolean {
  const content = grid.at(row, column)?.content;
  if (content?.kind !== "number" || content.unit !== null || content.growth) return false;
  const saysRate =
    (phrase?.measure && phrase.measure.quantity !== "value") ||
    [...(phrase?.units ?? []), ...(units ?? [])].includes("%");
  return !saysRate && compare(absolute(content.value), NO_GROWTH) < 0;
}

function hasGrowth({ indicator }: { readonly indicator: Indicator | undefined }): boolean {
  return indicator?.nature === "flow" || indicator?.nature === "stock";
}

function sizeTells(indicator: Indicator | undefined): boolean {
  if (!indicator || indicator.yearly === null || indicator.growthOnly) return false;
  return indicator.nature === "stock" || /人均|每/.test(indicator.name);
}
