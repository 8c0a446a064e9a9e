import { parseAddress, toAddress } from "../../../pipeline/model/cell.ts";
import type { GridValue } from "../../support/grid.ts";
import type { Layout } from "./layout.ts";

/** A cell that knows where it stood before someone worked on the sheet. */
export interface Moved {
  readonly value: GridValue;
  readonly from: string; // A1
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet under change: rows and columns from 0, merges with both ends included. */
export interface MovedSheet {
  readonly cells: readonly (readonly (Moved | null)[])[];
  readonly merges: readonly Merge[];
}

/** A layout before any change, every row as long as the longest. */
export function sheetBefore({ rows, merges = [] }: Layout): MovedSheet {
  const width = Math.max(...rows.map((cells) => cells.length));
  return {
    cells: rows.map((values, r) =>
      Array.from({ length: width }, (_, c) => {
        const value = values[c] ?? null;
        return value === null || value === "" ? null : { value, from: toAddress(r + 1, c + 1) };
      }),
    ),
    merges: merges.map((range) => {
      const [from, to] = range.split(":").map((corner) => parseAddress(corner));
      if (!from || !to) throw new Error(`not a range: ${range}`);
      return { top: from.row - 1, left: from.column - 1, bottom: to.row - 1, right: to.column - 1 };
    }),
  };
}

/** Rows and columns changed places, so that everything that is done to rows can be done to columns. */
export function transposed({ cells, merges }: MovedSheet): MovedSheet {
  const width = Math.max(0, ...cells.map((line) => line.length));
  return {
    cells: Array.from({ length: width }, (_, c) => cells.map((line) => line[c] ?? null)),
    merges: merges.map(({ top, left, bottom, right }) => ({ top: left, left: top, bottom: right, right: bottom })),
  };
}

/** Puts a blank row in front of a row. */
export function insertRow({ cells, merges }: MovedSheet, at: number): MovedSheet {
  const blank = (cells[0] ?? []).map(() => null);
  const down = (end: number) => (end >= at ? end + 1 : end);
  return {
    cells: [...cells.slice(0, at), blank, ...cells.slice(at)],
    merges: merges.map((merge) => ({ ...merge, top: down(merge.top), bottom: down(merge.bottom) })),
  };
}

/** Takes a row out; a merge that begins in it loses its words, as in an office program. */
export function deleteRow({ cells, merges }: MovedSheet, at: number): MovedSheet {
  const up = (end: number) => (end > at ? end - 1 : end);
  return {
    cells: cells.filter((_, row) => row !== at),
    merges: merges
      .map(({ top, bottom, ...sides }) => ({ ...sides, top: up(top), bottom: bottom >= at ? bottom - 1 : bottom }))
      .filter(({ top, bottom, left, right }) => bottom > top || (bottom === top && right > left)),
  };
}

/** Lets two rows change places; undefined where a merge holds one of them and not the other. */
export function swapRows({ cells, merges }: MovedSheet, one: number, other: number): MovedSheet | undefined {
  const holds = (row: number, { top, bottom }: Merge) => top <= row && row <= bottom;
  if (merges.some((merge) => merge.bottom > merge.top && holds(one, merge) !== holds(other, merge))) return undefined;
  const trade = (row: number) => (row === one ? other : row === other ? one : row);
  const anchored = (column: number) =>
    merges.some(
      (merge) => merge.top < merge.bottom && merge.left <= column && column <= merge.right && holds(one, merge),
    );
  return {
    cells: cells.map((line, row) =>
      line.map((cell, column) => (anchored(column) ? cell : (cells[trade(row)]?.[column] ?? null))),
    ),
    merges: merges.map((merge) =>
      merge.top === merge.bottom ? { ...merge, top: trade(merge.top), bottom: trade(merge.top) } : merge,
    ),
  };
}

/** Moves the cells of a row from a column on by one: to the right, or to the left over the one before. */
export function shiftRow({ cells, merges }: MovedSheet, at: number, from: number, step: 1 | -1): MovedSheet {
  const wide = cells.map((line) => [...line, null]);
  return {
    cells: wide.map((line, row) => {
      if (row !== at) return line;
      if (step === 1) return [...line.slice(0, from), null, ...line.slice(from, -1)];
      return [...line.slice(0, from - 1), ...line.slice(from), null];
    }),
    merges,
  };
}

/** Writes other values over cells. */
export function rewrite({ cells, merges }: MovedSheet, change: (cell: Moved) => GridValue): MovedSheet {
  return {
    cells: cells.map((line) =>
      line.map((cell) => {
        const value = cell && change(cell);
        return cell && value !== null ? { ...cell, value } : null;
      }),
    ),
    merges,
  };
}

/** Takes cells out and puts them down elsewhere, over what stands there. */
export function pasteOff(
  { cells, merges }: MovedSheet,
  isMoved: (cell: Moved) => boolean,
  down: number,
  right: number,
): MovedSheet {
  const width = Math.max(0, ...cells.map((line) => line.length)) + 1;
  const result: (Moved | null)[][] = Array.from({ length: cells.length + 1 }, (_, r) =>
    Array.from({ length: width }, (__, c) => {
      const cell = cells[r]?.[c] ?? null;
      return cell && isMoved(cell) ? null : cell;
    }),
  );
  for (const [r, line] of cells.entries())
    for (const [c, cell] of line.entries()) {
      const target = result[r + down];
      if (cell && isMoved(cell) && target && c + right >= 0) target[c + right] = cell;
    }
  return { cells: result, merges };
}

/** The values of a changed sheet, and its merges as a layout writes them. */
export function written({ cells, merges }: MovedSheet) {
  return {
    rows: cells.map((line) => line.map((cell) => cell?.value ?? null)),
    merges: merges.map(
      ({ top, left, bottom, right }) => `${toAddress(top + 1, left + 1)}:${toAddress(bottom + 1, right + 1)}`,
    ),
  };
}

/** Where the figure at a place stood before. */
export function cameFrom({ cells }: MovedSheet, address: string): Moved | null {
  const place = parseAddress(address);
  return place ? (cells[place.row - 1]?.[place.column - 1] ?? null) : null;
}
