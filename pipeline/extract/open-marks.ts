import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What nobody can tell of a figure: its sign, or whether it is one figure or two. */
export type OpenMark = "unclear-sign" | "not-a-number";

/**
 * Finds figures with a mark that may mean either of two things.
 *
 * ▲8.1 is a rise where falls bear a ▼. Beside figures without a sign it is a fall in many an office, and where nothing
 * in the table falls nobody can tell. 12(5) is a figure with a footnote only where the sheet has (5) elsewhere: it may be
 * last year's figure, or a rank.
 */
export function findOpenMarks(
  grid: Grid,
  rows: readonly LabelledRow[],
  columns: readonly Column[],
): ReadonlyMap<TypedCell, OpenMark> {
  const inColumns = columns.map(({ column }) =>
    rows.flatMap(({ row }) => grid.at(row, column) ?? []).filter(({ content }) => content.kind === "number"),
  );
  const all = inColumns.flat();
  const paired = all.some(({ squashed }) => /[▼↓]/.test(squashed));
  const negative = all.some(({ squashed }) => /^-/.test(squashed));
  const found = inColumns.flatMap((cells) => {
    const unsigned = cells.some(({ squashed }) => /^\d/.test(squashed));
    const open = paired || (negative && !unsigned) ? [] : cells.filter(({ squashed }) => squashed.startsWith("▲"));
    return open.map((cell) => [cell, "unclear-sign"] as const);
  });
  const bracketed = all.flatMap((cell) => (hasLoneMark(grid, cell) ? [[cell, "not-a-number"] as const] : []));
  return new Map<TypedCell, OpenMark>([...found, ...bracketed]);
}

function hasLoneMark(grid: Grid, { text }: TypedCell): boolean {
  const mark = /^[^(（]*\d\s*[(（](\d)[)）]$/.exec(text.trim())?.[1];
  if (mark === undefined) return false;
  const borne = new RegExp(`[(（]${mark}[)）]`);
  return !grid.cells.some((other) => other.content.kind === "text" && borne.test(other.text));
}
