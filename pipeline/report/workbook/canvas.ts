import type { Worksheet } from "exceljs";
import type { SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import type { CellLooks, CellRole } from "./cell-looks.ts";
import type { CellValue, CellValues } from "./cell-value.ts";
import { rowHeightPt } from "./row-heights.ts";

/** A worksheet being written, and what is needed to write on it. */
export interface Canvas {
  readonly worksheet: Worksheet;
  readonly sheet: SheetDescription;
  readonly theme: Theme;
  readonly looks: CellLooks;
  readonly values: CellValues;
  readonly columnChars: readonly number[]; // in half-width characters, each column
}

/** How wide neighbouring columns are together, in half-width characters. */
export function spanChars({ columnChars }: Canvas, column: number, columnSpan: number): number {
  return columnChars.slice(column, column + columnSpan).reduce((sum, chars) => sum + chars, 0);
}

/**
 * Writes a text over all columns of the table, in a row high enough for it.
 *
 * @param sizePt instead of the theme's size for the role
 */
export function writeSpanning(canvas: Canvas, row: number, text: CellValue, role: CellRole, sizePt?: number): void {
  const { worksheet, sheet, theme, looks } = canvas;
  const columns = Math.max(1, sheet.columns.length);
  const cell = worksheet.getCell(row, 1);
  cell.value = text.value;
  cell.style = looks(role, { numberFormat: text.numberFormat, ...(sizePt !== undefined && { sizePt }) });
  if (columns > 1) worksheet.mergeCells(row, 1, row, columns);
  const { bodyPt } = theme.workbook;
  const placed = {
    text: text.text,
    columnChars: spanChars(canvas, 0, columns),
    sizePt: cell.style.font?.size ?? bodyPt,
  };
  worksheet.getRow(row).height = rowHeightPt([placed], bodyPt);
}
