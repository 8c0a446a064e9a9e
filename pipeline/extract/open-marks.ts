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
  const found = new Map<TypedCell, OpenMark>();
  const signs = columns.map((column) => signsIn(grid, rows, column));
  const paired = signs.some(({ falls }) => falls);
  const negative = signs.some((column) => column.negative);
  for (const { rises, unsigned } of signs)
    if (!paired && (!negative || unsigned)) for (const cell of rises) found.set(cell, "unclear-sign");
  for (const cell of signs.flatMap(({ bracketed }) => bracketed))
    if (hasLoneMark(grid, cell)) found.set(cell, "not-a-number");
  return found;
}

/** The marks that the figures of a column bear; nearly all bear none. */
interface Signs {
  readonly rises: TypedCell[]; // ▲
  readonly bracketed: TypedCell[]; // 12(5)
  falls: boolean; // ▼
  negative: boolean;
  unsigned: boolean;
}

function signsIn(grid: Grid, rows: readonly LabelledRow[], { column }: Column): Signs {
  const signs: Signs = { rises: [], bracketed: [], falls: false, negative: false, unsigned: false };
  for (const { row } of rows) {
    const cell = grid.at(row, column);
    if (cell?.content.kind !== "number") continue;
    const { squashed } = cell;
    if (squashed.startsWith("-")) signs.negative = true;
    if (!signs.unsigned && /^\d/.test(squashed)) signs.unsigned = true;
    if (squashed === cell.content.value) continue; // a plain number
    if (squashed.startsWith("▲")) signs.rises.push(cell);
    if (/[▼↓]/.test(squashed)) signs.falls = true;
    if (/[)）]$/.test(squashed)) signs.bracketed.push(cell);
  }
  return signs;
}

function hasLoneMark(grid: Grid, { text }: TypedCell): boolean {
  const mark = /^[^(（]*\d\s*[(（](\d)[)）]$/.exec(text.trim())?.[1];
  if (mark === undefined) return false;
  const borne = new RegExp(`[(（]${mark}[)）]`);
  return !grid.cells.some((other) => other.content.kind === "text" && borne.test(other.text));
}
