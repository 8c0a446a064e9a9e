import type { CellRange, Sheet } from "../model/cell.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { type TypedCell, typeCell } from "./typed-cell.ts";

/** A sheet's non-blank cells, to be asked by place. */
export interface Grid {
  readonly name: string;
  readonly cells: readonly TypedCell[]; // row by row, left to right
  readonly rows: readonly number[]; // that hold cells, ascending
  readonly merged: readonly CellRange[];
  /** The cells that stand in a row, left to right; a merged cell in its top row only. */
  inRow(row: number): readonly TypedCell[];
  /** The cell that stands exactly here. */
  at(row: number, column: number): TypedCell | undefined;
  /** The cell that is seen here: a merged cell everywhere it reaches. */
  over(row: number, column: number): TypedCell | undefined;
  /** The merged rectangle that this place belongs to. */
  mergeAt(row: number, column: number): CellRange | undefined;
}

/** Types a sheet's cells and lays them out for lookup. */
export function makeGrid(sheet: Sheet, sentinels: Readonly<Record<string, ObservationStatus>> = {}): Grid {
  const cells = sheet.cells.flatMap((cell) => typeCell(cell, sentinels) ?? []);
  const byRow = groupByRow(cells);
  const byPlace = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const mergesByRow = indexByRow(sheet.merges);
  const at = (row: number, column: number) => byPlace.get(`${row},${column}`);
  const mergeAt = (row: number, column: number) =>
    mergesByRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
  return {
    name: sheet.name,
    cells,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    merged: sheet.merges,
    inRow: (row) => byRow.get(row) ?? [],
    at,
    over: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? at(merge.top, merge.left) : at(row, column);
    },
    mergeAt,
  };
}

function groupByRow(cells: readonly TypedCell[]): ReadonlyMap<number, readonly TypedCell[]> {
  const rows = new Map<number, TypedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

/** A merge that claims a whole column must not be walked row by row to the end of the sheet. */
const LONGEST_MERGE = 5000;

function indexByRow(merges: readonly CellRange[]): ReadonlyMap<number, readonly CellRange[]> {
  const index = new Map<number, CellRange[]>();
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, merge.top + LONGEST_MERGE);
    for (let row = merge.top; row <= bottom; row++) {
      const list = index.get(row);
      if (list) list.push(merge);
      else index.set(row, [merge]);
    }
  }
  return index;
}
