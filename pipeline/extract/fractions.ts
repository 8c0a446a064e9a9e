import { absolute, compare, type Decimal, decimalPlaces, isDecimal, isZero, times } from "../model/decimal.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Column } from "./columns.ts";
import type { TableSetting } from "./figure-spot.ts";
import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { TypedCell } from "./typed-cell.ts";

interface Figure {
  readonly cell: TypedCell;
  readonly value: Decimal;
  readonly unit: string | null;
  readonly share: boolean; // a rate of the whole and no growth: it may well pass 100 %
  readonly usual: Decimal | null; // of a rate's indicator, in %
}

const RATES: ReadonlySet<Quantity | null> = new Set(["yoy", "mom", "share"]);
const FINE = 3; // digits after the point that no published percentage below 1 has

/**
 * Finds figures that look like fractions in the place of percentages: 0.081 for 8.1 %.
 *
 * Those without % among cells in a percent format; all those of a column or a row of percentages in which nothing is
 * larger than 1 and something has three or more decimals; such a figure of a rate by itself. 0.1, 0.03 and 0.5 are real.
 */
export function findFractions(
  grid: Grid,
  rows: readonly LabelledRow[],
  columns: readonly Column[],
  setting: TableSetting,
): ReadonlySet<TypedCell> {
  const inColumns = new Map<number, Figure[]>();
  const inRows = new Map<number, Figure[]>();
  const counted = columns.filter(({ ignored }) => ignored === null);
  const rates = new Set(counted.filter((column) => columnIsRate(column, setting)));
  for (const row of rows)
    for (const column of counted) {
      const cell = grid.at(row.row, column.column);
      if (cell?.content.kind !== "number" || row.phrase?.measure?.ignored) continue;
      const byColumn = rates.has(column);
      const byRow = !byColumn && rowIsRate(row, column, setting);
      if (!byColumn && !byRow) continue;
      const { value, unit } = cell.content;
      const share = byRow ? row.phrase?.measure?.quantity !== "yoy" : column.measure?.quantity === "share";
      const figure = { cell, value, unit, share, usual: byRow ? usualOf(row, setting) : null };
      const [groups, key] = byColumn ? [inColumns, column.column] : [inRows, row.row];
      const group = groups.get(key);
      if (group) group.push(figure);
      else groups.set(key, [figure]);
    }
  return new Set([...inColumns.values(), ...inRows.values()].flatMap(fractionsAmong).map(({ cell }) => cell));
}

function fractionsAmong(figures: readonly Figure[]): readonly Figure[] {
  const bare = figures.filter(({ unit, value }) => unit === null && !isZero(value));
  const small = bare.every(({ value, share }) => compare(absolute(value), share ? "2" : "1") <= 0);
  const fine = bare.filter(isFine);
  if (small && figures.some(isFormatted)) return bare;
  if (small && fine.length > 0 && bare.length === figures.filter(({ value }) => !isZero(value)).length) return bare;
  return bare.length < figures.length ? fine : fine.filter(({ share }) => share);
}

function isFine({ value, usual }: Figure): boolean {
  if (decimalPlaces(value) < FINE) return false; // nearly always
  const digits = decimalPlaces(value.replace(/(\.\d*?)0+$/, "$1"));
  return digits >= FINE && compare(absolute(value), "1") < 0 && (usual === null || compare(usual, "1") >= 0);
}

/** In a percent format, so that the number behind is a hundredth of what is shown; 8.1% as text is not. */
function isFormatted({ cell: { text }, value, unit }: Figure): boolean {
  return unit === "%" && isDecimal(text) && !isZero(value) && compare(times(text, "100"), value) === 0;
}

function columnIsRate({ measure, units, measureUnits }: Column, { title, units: lines }: TableSetting): boolean {
  const own = [...measureUnits, ...(units.length === 1 ? units : [])];
  if (own.some((unit) => /[点‰]/.test(unit)) || measure?.unit?.includes("点")) return false;
  if (measure) return RATES.has(measure.quantity) || own.includes("%");
  if (own.length > 0) return own.includes("%");
  const around = lines[0] ?? [];
  return RATES.has(title?.measure?.quantity ?? "value") || (around.length === 1 && around[0] === "%");
}

/** Rows that are rates, in a column that says nothing of its own. */
function rowIsRate({ phrase, units }: LabelledRow, { measure, units: head }: Column, setting: TableSetting): boolean {
  if ((measure && measure.quantity !== "value") || head.length > 0) return false;
  const own = [...(phrase?.units ?? []), ...(units ?? [])];
  if (own.length > 0) return own.includes("%") && phrase?.measure?.quantity !== "change";
  if (phrase?.measure) return RATES.has(phrase.measure.quantity);
  return phrase?.indicator ? setting.names.getIndicator(phrase.indicator.code)?.unit === "%" : false;
}

function usualOf({ phrase }: LabelledRow, { names }: TableSetting): Decimal | null {
  return phrase?.measure || !phrase?.indicator ? null : (names.getIndicator(phrase.indicator.code)?.yearly ?? null);
}
