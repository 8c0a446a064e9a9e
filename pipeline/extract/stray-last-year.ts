import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";

/** Makes a function that finds in a row a figure of last year's, or the growth behind it, that stands one column aside. */
export function findStrayLastYear(
  grid: Grid,
  figures: readonly Column[],
  rows: readonly LabelledRow[],
): (row: number) => TypedCell | undefined {
  const isUsual = countLastYear(grid, figures, rows) > 1;
  return (row) => lastYearAlone(grid, figures, row) ?? (isUsual ? lastYearSkipped(grid, figures, row) : undefined);
}

/** Last year's figure behind a blank where this year's should stand, or a growth over a blank where others have last year's. */
function lastYearAlone(grid: Grid, figures: readonly Column[], row: number): TypedCell | undefined {
  const at = figures.findIndex(isLastYear);
  const before = figures[at - 1];
  const own = figures[at];
  if (!before || !own || before.measure !== null || grid.over(row, before.column) !== undefined) return undefined;
  const cell = grid.at(row, own.column);
  return cell && isFigure(cell) ? cell : undefined;
}

function lastYearSkipped(grid: Grid, figures: readonly Column[], row: number): TypedCell | undefined {
  const at = figures.findIndex(isLastYear);
  const [before, own, after] = [figures[at - 1], figures[at], figures[at + 1]];
  if (!before || !own || after?.measure?.quantity !== "yoy" || grid.over(row, own.column)) return undefined;
  const cell = grid.at(row, after.column);
  return grid.at(row, before.column) && cell && isFigure(cell) ? cell : undefined;
}

/** How many rows have a figure of last year's. */
function countLastYear(grid: Grid, figures: readonly Column[], rows: readonly LabelledRow[]): number {
  const own = figures.find(isLastYear);
  return own ? rows.filter(({ row }) => grid.at(row, own.column) !== undefined).length : 0;
}

function isLastYear({ time }: Column): boolean {
  return time?.lastYear === true;
}
