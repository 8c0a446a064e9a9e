import type { Grid } from "./grid.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { findStrayCells, type StraySetting } from "./stray-cells.ts";
import type { TypedCell } from "./typed-cell.ts";

/**
 * Finds for each row the cell that shows its figures not to be what the header says; undefined where they are.
 *
 * Besides a row that is itself moved aside: every row below a head that stands among the figures, and every row of a
 * table of which a third, and two at least, are moved aside.
 */
export function findDisplacedRows(
  grid: Grid,
  segment: Segment,
  rows: readonly LabelledRow[],
  setting: StraySetting,
): (row: LabelledRow) => TypedCell | undefined {
  const strayCell = findStrayCells(grid, segment, rows, setting);
  const head = headAmongFigures(grid, segment, rows, setting.read);
  const strays = new Map(rows.filter(({ figures }) => figures).map((row) => [row.row, strayCell(row)]));
  const found = [...strays.values()].flatMap((cell) => cell ?? []);
  const common = found.length > 1 && found.length * 3 >= strays.size ? found[0] : undefined;
  return ({ row }) => strays.get(row) ?? common ?? (head && head.row <= row ? head : undefined);
}

/** The first head in a column of figures: words of period or measure, and nothing else. */
function headAmongFigures(
  grid: Grid,
  { data }: Segment,
  rows: readonly LabelledRow[],
  read: ReadPhrase,
): TypedCell | undefined {
  const columns = new Set(data.map(({ column }) => column));
  const isHead = ({ column, content, squashed }: TypedCell) => {
    if (content.kind !== "text" || !columns.has(column)) return false;
    const { name, role, time, measure } = read(squashed);
    return name === "" && role === null && (time !== null || measure !== null);
  };
  for (const { row } of rows) {
    const head = grid.inRow(row).find(isHead);
    if (head) return head;
  }
  return undefined;
}
