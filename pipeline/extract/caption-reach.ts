import type { Grid } from "./grid.ts";
import type { TypedCell } from "./typed-cell.ts";
import { parseUnitLine } from "./unit-words.ts";

/** The columns of one of several tables that stand side by side, the blank ones behind it included. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * The captions that speak of one of several tables that stand side by side.
 *
 * ```
 * 财政收入         存贷款余额      each speaks of its own
 * 单位：万元       单位：亿元
 * 2023年6月                        alone in its row it speaks of both, unless it is merged over one table only, or
 *                                  begins where a table does that is not the first
 * ```
 */
export function captionsOver(
  grid: Grid,
  captions: readonly TypedCell[],
  tables: readonly Reach[],
  own: Reach,
): readonly TypedCell[] {
  if (tables.length < 2) return captions;
  return captions.filter((cell) => {
    const home = homeOf(grid, cell, captions, tables);
    return home === null || (home.from <= own.to && own.from <= home.to);
  });
}

/**
 * The one table that a caption stands over; null for a caption of all.
 *
 * @param captions those of its row, at least
 */
export function homeOf(
  grid: Grid,
  cell: TypedCell,
  captions: readonly TypedCell[],
  tables: readonly Reach[],
): Reach | null {
  const right = grid.mergeAt(cell.row, cell.column)?.right ?? cell.column;
  const home = tables.find(({ from, to }) => from <= cell.column && cell.column <= to);
  if (!home || right > home.to) return null;
  const beside = captions.some(
    (other) => other.row === cell.row && isUnitLine(other) === isUnitLine(cell) && !within(other, home),
  );
  const atStart = cell.column === home.from;
  const fitted = atStart && (right > cell.column ? home !== tables.at(-1) : home !== tables[0]);
  return beside || fitted ? home : null;
}

function within({ column }: TypedCell, { from, to }: Reach): boolean {
  return from <= column && column <= to;
}

function isUnitLine({ squashed }: TypedCell): boolean {
  return parseUnitLine(squashed)?.rest === "";
}
