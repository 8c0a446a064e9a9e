import { type CellRange, groupByLine, type Sheet } from "../model/cell.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { makeMergeIndex } from "./merge-index.ts";
import { makeCellTyper, type TypedCell } from "./typed-cell.ts";

/** A sheet's non-blank cells, to be asked by place. */
export interface Grid {
  readonly name: string;
  readonly cells: readonly TypedCell[]; // row by row, left to right
  readonly rows: readonly number[]; // that hold cells, ascending
  readonly merged: readonly CellRange[];
  /** The cells that stand in a row, left to right; a merged cell in its top row only. */
  inRow(row: number): readonly TypedCell[];
  /** The cells that stand in a column from one row to another, both included, top to bottom. */
  inColumn(column: number, top: number, bottom: number): readonly TypedCell[];
  /** The cell that stands exactly here. */
  at(row: number, column: number): TypedCell | undefined;
  /** The cell that is seen here: a merged cell everywhere it reaches. */
  over(row: number, column: number): TypedCell | undefined;
  /** The merged rectangle that this place belongs to; of several that overlap, the first in the file. */
  mergeAt(row: number, column: number): CellRange | undefined;
}

/** Types a sheet's cells and lays them out for lookup. */
export function makeGrid(sheet: Sheet, sentinels: Readonly<Record<string, ObservationStatus>> = {}): Grid {
  return layOut(sheet.name, typeCells(sheet.cells, sentinels), sheet.merges);
}

/** Lays typed cells out for lookup, row by row: those of a sheet or of a part of one. */
export function layOut(name: string, cells: readonly TypedCell[], merges: readonly CellRange[]): Grid {
  const rows: number[] = [];
  const lines: (readonly TypedCell[])[] = [];
  for (const [row, line] of groupByLine(cells, (cell) => cell.row)) {
    rows.push(row);
    lines[row] = line;
  }
  const byColumn = once(() => groupByLine(cells, ({ column }) => column));
  const inRow = (row: number) => lines[row] ?? NO_CELLS;
  const at = (row: number, column: number) => cellIn(inRow(row), column);
  const mergeAt = makeMergeIndex(merges);
  return {
    name,
    cells,
    rows: rows.sort((a, b) => a - b),
    merged: merges,
    inRow,
    inColumn: (column, top, bottom) => {
      const cells = byColumn().get(column) ?? NO_CELLS;
      const first = firstFrom(cells, (cell) => cell.row >= top);
      return cells.slice(
        first,
        firstFrom(cells, (cell) => cell.row > bottom),
      );
    },
    at,
    over:
      merges.length === 0
        ? at
        : (row, column) => {
            const merge = mergeAt(row, column);
            return merge ? at(merge.top, merge.left) : at(row, column);
          },
    mergeAt,
  };
}

const NO_CELLS: readonly TypedCell[] = [];

function typeCells(cells: Sheet["cells"], sentinels: Readonly<Record<string, ObservationStatus>>): TypedCell[] {
  const typeCell = makeCellTyper(sentinels);
  const typed: TypedCell[] = [];
  for (const cell of cells) {
    const found = typeCell(cell, typed.length);
    if (found) typed.push(found);
  }
  return typed;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Rows are mostly filled without a gap; where they are not, halving finds the column. */
function cellIn(cells: readonly TypedCell[], column: number): TypedCell | undefined {
  const guess = cells[column - (cells[0]?.column ?? 0)];
  if (guess?.column === column) return guess;
  const found = cells[firstFrom(cells, (cell) => cell.column >= column)];
  return found?.column === column ? found : undefined;
}

/** The index of the first cell for which `isReached` holds; it must hold for all behind. */
function firstFrom(cells: readonly TypedCell[], isReached: (cell: TypedCell) => boolean): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(cells[middle] as TypedCell)) high = middle;
    else low = middle + 1;
  }
  return low;
}
