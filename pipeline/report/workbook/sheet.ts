import type { RowDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import { isNotice, runsText } from "../printable.ts";
import { firstBodyRow, firstNoteRow } from "../sheet-layout.ts";
import { widthChars } from "../text-width.ts";
import { type Canvas, spanChars, writeSpanning } from "./canvas.ts";
import { textValue } from "./cell-value.ts";
import { writeHeader } from "./header.ts";
import { isLong, specimens } from "./long-rows.ts";
import { type DataRow, writtenCells, writtenHeightPt } from "./written-row.ts";

/**
 * Room for the cell's own margins, in half-width characters. Not a whole number, because exceljs leaves out a column
 * that is 9 wide.
 */
const CELL_MARGIN_CHARS = 1.25;

/** A title shrinks to stand on one line, but no further than to this share of its size. */
const SMALLEST_TITLE = 0.7;

/**
 * Fills an empty worksheet from its description: title, lines, header, rows, and after a blank row the notes. Of a long
 * sheet it writes a few rows only; the others are put into the written part (long-rows.ts).
 */
export function fillSheet(canvas: Canvas): void {
  const { worksheet, sheet, columnChars } = canvas;
  columnChars.forEach((chars, index) => {
    worksheet.getColumn(index + 1).width = chars + CELL_MARGIN_CHARS;
  });
  if (!sheet.plain) writeTop(canvas);
  writeHeader(canvas);
  const bodyRow = firstBodyRow(sheet);
  const written = isLong(sheet) ? specimens(canvas) : sheet.rows.keys();
  for (const index of written) {
    const row = sheet.rows[index];
    if (row) writeRow(canvas, bodyRow + index, row);
  }
  const noteRow = firstNoteRow(sheet);
  sheet.notes.forEach((runs, index) => {
    writeLine(canvas, noteRow + index, runs, "note");
  });
}

function writeTop(canvas: Canvas): void {
  writeTitle(canvas);
  canvas.sheet.lines.forEach((runs, index) => {
    writeLine(canvas, 2 + index, runs, "line");
  });
}

function writeTitle(canvas: Canvas): void {
  const { sheet, theme } = canvas;
  const { titlePt, bodyPt } = theme.workbook;
  const title = textValue(sheet.title);
  const room = (spanChars(canvas, 0, sheet.columns.length) * bodyPt) / Math.max(1, widthChars(title.text));
  const sizePt = Math.floor(Math.min(titlePt, Math.max(titlePt * SMALLEST_TITLE, room)));
  writeSpanning(canvas, 1, title, "title", sizePt);
}

function writeLine(canvas: Canvas, row: number, runs: readonly Run[], role: "line" | "note"): void {
  const value = textValue(runsText(runs));
  writeSpanning(canvas, row, value, isNotice(value.text) ? "notice" : role);
}

function writeRow(canvas: Canvas, row: number, description: RowDescription): void {
  if (description.kind === "section") writeSpanning(canvas, row, textValue(description.text), "section");
  else writeDataRow(canvas, row, description);
}

function writeDataRow(canvas: Canvas, row: number, description: DataRow): void {
  const { worksheet } = canvas;
  const cells = writtenCells(canvas, description);
  for (const { column, value, formula, look } of cells) {
    const cell = worksheet.getCell(row, column);
    cell.value = formula === null ? value : { formula, result: Number(value), date1904: false };
    cell.style = look;
  }
  for (const [index, cell] of description.cells.entries()) {
    if (cell.kind === "blank" && cell.joinsLeft) worksheet.mergeCells(row, index, row, index + 1);
  }
  worksheet.getRow(row).height = writtenHeightPt(canvas, cells);
}
