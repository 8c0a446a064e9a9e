import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import type { TypedCell } from "./typed-cell.ts";
import { parseUnitLine } from "./unit-words.ts";

/** By row, the units of the last unit line inside the table above it. */
export function sectionUnits(grid: Grid, { table }: Segment): ReadonlyMap<number, readonly string[]> {
  let units: readonly string[] = [];
  const found = new Map<number, readonly string[]>();
  for (const { row, figures } of table.body) {
    units = figures ? units : (unitsOf(grid.inRow(row)) ?? units);
    found.set(row, units);
  }
  return found;
}

/** The units of a unit line inside the table; they hold from there on. */
function unitsOf(cells: readonly TypedCell[]): readonly string[] | undefined {
  const line = cells.map(({ squashed }) => parseUnitLine(squashed)).find((found) => found !== undefined);
  return line && line.units.length > 0 ? line.units : undefined;
}

/**
 * The units that a cell of the column of units states; null where it states none.
 *
 * @param above the rows above, for which 〃 stands; a section begins anew
 */
export function statedUnits(
  cell: TypedCell | null,
  above: readonly LabelledRow[],
  parse: (squashed: string) => readonly string[] | undefined,
): readonly string[] | null {
  if (cell === null) return null;
  if (!DITTO.test(cell.squashed)) return parse(cell.squashed) ?? null;
  const row = above.at(-1);
  return row && (row.unitCell !== null || row.figures) ? row.units : null;
}

/** 同上, or one of the signs for it. */
const DITTO = /^(?:〃|["“”″]|''|′′|同上)$/;
