import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { isLine } from "./header-rows.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** Tells whether a column's head was understood as that of figures: whatever stands below it is meant as one. */
export function headsFigures({ role, ignored, inherited, ...says }: Column): boolean {
  if (role !== "data" || ignored !== null) return false;
  if (says.measure !== null || says.units.length > 0) return true;
  return says.name === null && (says.time !== null || (!inherited && (says.indicator ?? says.region) !== null));
}

/**
 * Tells whether a row without any clean figure has a label and, under a head of figures, a text that stands for one:
 * 20,1 or 未发生. A row that repeats words of the header, or states a unit, has none.
 */
export function claimsFigures(grid: Grid, row: number, columns: readonly Column[], read: ReadPhrase): boolean {
  const cells = grid.inRow(row);
  if (cells.some(isLine)) return false;
  const figures = new Set(columns.filter(headsFigures).map(({ column }) => column));
  const first = Math.min(...figures);
  const labelled = cells.some(({ column, content }) => column < first && content.kind === "text");
  const meant = cells.filter(({ column, content }) => figures.has(column) && content.kind === "text");
  return labelled && meant.some((cell) => !isHeadWord(cell, read));
}

function isHeadWord({ squashed }: TypedCell, read: ReadPhrase): boolean {
  if (parseUnits(squashed) !== undefined) return true;
  const { name, indicator, region, role, time, measure } = read(squashed);
  if (indicator !== null || region !== null || role !== null) return true;
  return name === "" && (time !== null || measure !== null);
}
