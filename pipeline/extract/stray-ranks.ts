import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { parseRank } from "./published-number.ts";
import type { LabelledRow } from "./rows.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Makes a function that finds in a row what stands among ranks and is none, or a rank that stands one column to the left. */
export function findStrayRanks(
  grid: Grid,
  figures: readonly Column[],
  rows: readonly LabelledRow[],
): (row: number) => TypedCell | undefined {
  const ranks = new Set(figures.flatMap(({ column, measure }) => (measure?.quantity === "rank" ? [column] : [])));
  const aside = rankAside(grid, figures, rows);
  return (row) =>
    grid.inRow(row).find((cell) => ranks.has(cell.column) && isNoRank(cell)) ??
    (aside?.row === row ? aside : undefined);
}

function isNoRank({ content }: TypedCell): boolean {
  return content.kind === "number" && parseRank(content.value) === undefined;
}

/** A whole number before the one blank among ranks: 9.7 and 2 that stand one column to the left. */
function rankAside(grid: Grid, figures: readonly Column[], rows: readonly LabelledRow[]): TypedCell | undefined {
  const at = figures.findIndex(({ measure }) => measure?.quantity === "rank");
  const [before, own] = [figures[at - 1], figures[at]];
  if (!before || !own) return undefined;
  const filled = rows.flatMap(({ row }) => grid.at(row, before.column) ?? []);
  const [cell, second] = filled.filter(({ row }) => grid.over(row, own.column) === undefined);
  const isRank = cell?.content.kind === "number" && /^[1-9]\d?$/.test(cell.squashed);
  return isRank && !second && filled.length > 2 ? cell : undefined;
}
