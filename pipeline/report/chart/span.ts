import { fixedAddress, parseAddress, toAddress } from "../../model/cell.ts";
import type { CellSpan } from "../../model/chart.ts";

/** A cell's place within a workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number; // from 1
  readonly column: number;
}

/** The cells of a span, from the first to the last. @throws RangeError if it is no part of one row or one column */
export function spanPlaces(span: CellSpan): readonly CellPlace[] {
  const { from, to } = corners(span);
  const count = to.row - from.row + (to.column - from.column) + 1;
  const [down, across] = from.row === to.row ? [0, 1] : [1, 0];
  return Array.from({ length: count }, (_, index) => ({
    sheet: span.sheet,
    row: from.row + index * down,
    column: from.column + index * across,
  }));
}

/** A span as formulas write it: '趋势'!$B$5:$B$16. */
export function spanReference(span: CellSpan): string {
  const { from, to } = corners(span);
  const [first, last] = [from, to].map(({ row, column }) => fixedAddress(toAddress(row, column)));
  return `'${span.sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

/** A place as people write it: 趋势!B5. */
export function placeText({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${toAddress(row, column)}`;
}

function corners(span: CellSpan) {
  const [from, to] = [parseAddress(span.from), parseAddress(span.to)];
  const runs = from && to && from.row <= to.row && from.column <= to.column;
  if (!runs || (from.row !== to.row && from.column !== to.column)) {
    throw new RangeError(`${span.sheet}!${span.from}:${span.to}: not a run of cells in one row or one column`);
  }
  return { from, to };
}
