import type { Align, CellContent, ColumnDescription, RowDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import { isNotice, runsText } from "../printable.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { widthChars } from "../text-width.ts";
import { type Canvas, spanChars, writeSpanning } from "./canvas.ts";
import type { CellRole } from "./cell-looks.ts";
import { cellValue, textValue } from "./cell-value.ts";
import { checkedFormula } from "./formula.ts";
import { writeHeader } from "./header.ts";
import { linkOf } from "./links.ts";
import { type PlacedText, rowHeightPt } from "./row-heights.ts";

/**
 * Room for the cell's own margins, in half-width characters. Not a whole number, because exceljs leaves out a column
 * that is 9 wide.
 */
const CELL_MARGIN_CHARS = 1.25;

/** A title shrinks to stand on one line, but no further than to this share of its size. */
const SMALLEST_TITLE = 0.7;

/** Fills an empty worksheet from its description: title, lines, header, rows, and after a blank row the notes. */
export function fillSheet(canvas: Canvas): void {
  const { worksheet, sheet, columnChars } = canvas;
  columnChars.forEach((chars, index) => {
    worksheet.getColumn(index + 1).width = chars + CELL_MARGIN_CHARS;
  });
  if (!sheet.plain) writeTop(canvas);
  writeHeader(canvas);
  const bodyRow = firstBodyRow(sheet);
  sheet.rows.forEach((row, index) => {
    writeRow(canvas, bodyRow + index, row);
  });
  const noteRow = bodyRow + sheet.rows.length + 1;
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
  if (description.kind === "section") {
    writeSpanning(canvas, row, textValue(description.text), "section");
    return;
  }
  const { worksheet, sheet, theme, columnChars } = canvas;
  const placed: PlacedText[] = [];
  sheet.columns.forEach((column, index) => {
    const content = description.cells[index];
    if (content === undefined) return;
    placed.push({
      text: writeCell(canvas, {
        row,
        index,
        content,
        look: description.look,
        align: alignOf(content, column, description),
      }),
      columnChars: columnChars[index] ?? column.widthChars,
      sizePt: theme.workbook.bodyPt,
    });
  });
  worksheet.getRow(row).height = rowHeightPt(placed, theme.workbook.bodyPt);
}

type DataRow = Extract<RowDescription, { readonly kind: "data" }>;

interface DataCell {
  readonly row: number;
  readonly index: number; // of the column, from 0
  readonly content: CellContent;
  readonly look: "header" | "total" | undefined;
  readonly align: Align;
}

function alignOf({ kind }: CellContent, { align }: ColumnDescription, { numbers }: DataRow): Align {
  return kind === "number" ? (numbers ?? align) : align;
}

/** Returns the text the cell shows. */
function writeCell({ worksheet, theme, looks }: Canvas, { row, index, content, look, align }: DataCell): string {
  const { value, text, numberFormat } = cellValue(content, theme);
  const cell = worksheet.getCell(row, index + 1);
  const formula = content.kind === "number" && typeof value === "number" ? content.formula : undefined;
  cell.value =
    formula === undefined ? value : { formula: checkedFormula(formula), result: Number(value), date1904: false };
  cell.style = looks(look === "header" ? "head" : roleOf(content, look), { align, numberFormat });
  return text;
}

function roleOf(content: CellContent, look: "total" | undefined): CellRole {
  if (content.kind === "light") return content.light;
  if (linkOf(content) !== undefined) return "link";
  return look ?? "data";
}
