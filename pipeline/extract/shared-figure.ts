import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Who may share a figure: the rows of a part of a table and its columns in use. */
export interface Sharers {
  readonly rows: readonly LabelledRow[];
  readonly index: number; // of the cell's own row
  readonly live: readonly Column[];
}

/** Whether a cell is merged over several columns, or over rows of several labels: of which of them it is nobody can tell. */
export function isShared(grid: Grid, { row, column }: TypedCell, { rows, index, live }: Sharers): boolean {
  const merge = grid.mergeAt(row, column);
  if (!merge) return false;
  if (live.filter((other) => merge.left <= other.column && other.column <= merge.right).length > 1) return true;
  const differs = (step: 1 | -1) => {
    for (let at = index + step; ; at += step) {
      const other = rows[at];
      if (!other || other.row < merge.top || other.row > merge.bottom) return false;
      if (other.cell !== rows[index]?.cell) return true;
    }
  };
  return differs(-1) || differs(1);
}
