import type { Worksheet } from "exceljs";
import type { Theme } from "../../model/theme.ts";
import { lineCount, widthChars } from "../text-width.ts";

/** How large a comment's box is. */
export interface BoxSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

const WIDEST_CHARS = 40; // half-width
const NARROWEST_CHARS = 12;
const LINE_FACTOR = 1.45;
const PADDING_PT = 12;

const PX_PER_PT = 96 / 72;
const PX_PER_CHAR = 7; // of a column's width, at the size of the book's own font
const OTHER_COLUMN_CHARS = 9; // columns and rows beyond the table
const OTHER_ROW_PT = 15;
const ASIDE_PX = 15; // of the cell
const ABOVE_PX = 10;

/** A box that holds all of a text, in the size of the lines below a title. */
export function boxSize(text: string, { workbook: { linePt } }: Theme): BoxSize {
  const longest = Math.max(...text.split("\n").map(widthChars));
  const chars = Math.min(WIDEST_CHARS, Math.max(NARROWEST_CHARS, longest));
  const lines = lineCount(text, chars);
  // A half-width character is half as wide as it is high; one more leaves room for marks that may not start a line.
  return {
    widthPt: Math.ceil(((chars + 2) * linePt) / 2 + PADDING_PT),
    heightPt: Math.ceil(lines * linePt * LINE_FACTOR + PADDING_PT),
  };
}

/**
 * Where a box stands, right of its cell and a little above: left column, pixels into it, top row, pixels, right
 * column, pixels, bottom row, pixels; columns and rows from 0.
 */
export function boxAnchor(
  cell: { readonly row: number; readonly column: number },
  { widthPt, heightPt }: BoxSize,
  worksheet: Worksheet,
): readonly number[] {
  const columnPx = (index: number) => (worksheet.getColumn(index + 1).width ?? OTHER_COLUMN_CHARS) * PX_PER_CHAR;
  const rowPx = (index: number) => (worksheet.findRow(index + 1)?.height ?? OTHER_ROW_PT) * PX_PER_PT;
  const top = Math.max(0, cell.row - 2);
  const right = walked({ at: cell.column, px: ASIDE_PX + widthPt * PX_PER_PT }, columnPx);
  const bottom = walked({ at: top, px: ABOVE_PX + heightPt * PX_PER_PT }, rowPx);
  return [cell.column, ASIDE_PX, top, ABOVE_PX, right.at, right.px, bottom.at, bottom.px];
}

interface Spot {
  readonly at: number; // column or row, from 0
  readonly px: number; // into it
}

/** Goes on to the column or row that the pixels end in. */
function walked({ at, px }: Spot, sizePx: (index: number) => number): Spot {
  const size = sizePx(at);
  return px <= size ? { at, px: Math.round(px) } : walked({ at: at + 1, px: px - size }, sizePx);
}
