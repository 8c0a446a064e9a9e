import { type CellObject, type WorkSheet, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { parseAddress, toAddress } from "../../pipeline/model/cell.ts";
import { encodeGb18030 } from "../../tools/sheets/gb18030.ts";
import type { GridValue } from "./grid.ts";

/** The forms in which offices send a sheet: .html stands in a file named .xls. */
export type FileForm = "xlsx" | "xls" | "ods" | "csv" | "html";

/** A sheet as a test describes it. */
export interface OfficeSheet {
  readonly name: string;
  readonly rows: readonly (readonly GridValue[])[];
  readonly merges: readonly string[]; // "B2:D3"
}

/** Writes sheets as a file of a form; csv and html hold one sheet, and neither indents nor hides. */
export async function officeFile(sheets: readonly OfficeSheet[], form: FileForm): Promise<Uint8Array> {
  const [first] = sheets;
  if (!first) throw new Error("a file without a sheet");
  switch (form) {
    case "xlsx":
      return writeXlsx(sheets);
    case "csv":
      return encodeGb18030(first.rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join(""));
    case "html":
      return Buffer.from(htmlPage(first));
    default:
      return writeLibrary(sheets, form);
  }
}

async function writeXlsx(sheets: readonly OfficeSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merges } of sheets) {
    const sheet = book.addWorksheet(name, { pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true } });
    const width = Math.max(...rows.map(({ length }) => length));
    sheet.columns = Array.from({ length: width }, (_, column) => ({ width: column === 0 ? 34 : 15 }));
    const merged = new Set(merges.map((range) => range.split(":")[0]));
    for (const [r, row] of rows.entries()) {
      const ruled = row.length > 2;
      for (let c = 0; c < width; c++) {
        const look = { title: r === 0, centred: merged.has(toAddress(r + 1, c + 1)), ruled };
        setCell(sheet.getCell(r + 1, c + 1), row[c] ?? null, look);
      }
      sheet.getRow(r + 1).hidden = row.length > 0 && row.every(isHidden);
    }
    for (const range of merges) sheet.mergeCells(range);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

interface Look {
  readonly title: boolean;
  readonly centred: boolean; // merged: a title or a head over several columns
  readonly ruled: boolean; // in a table
}

function setCell(cell: ExcelJS.Cell, value: GridValue, { title, centred, ruled }: Look): void {
  cell.font = title ? { name: "宋体", size: 16, bold: true } : { name: "宋体", size: 11 };
  const horizontal = centred ? "center" : typeof plain(value) === "number" ? "right" : "left";
  cell.alignment = { horizontal, vertical: "middle", wrapText: !title, indent: indentOf(value) };
  if (ruled && !title) cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
  const format = formatOf(value);
  if (format) cell.numFmt = format;
  cell.value = isDate(value) ? new Date(`${value.raw.date}T00:00:00Z`) : plain(value);
}

const THIN = { style: "thin" } as const;

function writeLibrary(sheets: readonly OfficeSheet[], bookType: "xls" | "ods"): Uint8Array {
  const book = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, librarySheet(sheet)])),
  };
  return write(book, { type: "buffer", bookType: bookType === "xls" ? "biff8" : "ods", compression: true });
}

function librarySheet({ rows, merges }: OfficeSheet): WorkSheet {
  const sheet: WorkSheet = {};
  const width = Math.max(...rows.map(({ length }) => length));
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries()) if (value !== null) sheet[toAddress(r + 1, c + 1)] = libraryCell(value);
  sheet["!ref"] = `A1:${toAddress(rows.length, width)}`;
  sheet["!merges"] = merges.map((range) => {
    const [from, to] = corners(range);
    return { s: { r: from.row - 1, c: from.column - 1 }, e: { r: to.row - 1, c: to.column - 1 } };
  });
  return sheet;
}

function libraryCell(value: GridValue): CellObject {
  const format = formatOf(value);
  const shown = format ? { z: format } : {};
  if (isDate(value)) return { t: "n", v: serialOf(value.raw.date), ...shown };
  const bare = plain(value);
  return typeof bare === "number" ? { t: "n", v: bare, ...shown } : { t: "s", v: String(bare) };
}

function csvField(value: GridValue): string {
  const text = textOf(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A page as 另存为网页 makes it: covered cells are left out. */
function htmlPage({ rows, merges }: OfficeSheet): string {
  const spans = merges.map(corners);
  const width = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((row, r) => {
    const cells = Array.from({ length: width }, (_, c) => {
      const at = { row: r + 1, column: c + 1 };
      const span = spans.find(
        ([from, to]) => from.row <= at.row && at.row <= to.row && from.column <= at.column && at.column <= to.column,
      );
      if (span && (span[0].row !== at.row || span[0].column !== at.column)) return "";
      const size = span
        ? ` rowspan="${span[1].row - span[0].row + 1}" colspan="${span[1].column - span[0].column + 1}"`
        : "";
      return `<td${size}>${escapeHtml(textOf(row[c] ?? null))}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<html><head><meta charset="utf-8"></head><body><table border="1">${lines.join("\n")}</table></body></html>`;
}

function escapeHtml(text: string): string {
  const entities = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return entities.replace(/^ +/, (blanks) => "&nbsp;".repeat(blanks.length));
}

function corners(range: string) {
  const [from, to] = range.split(":").map((corner) => parseAddress(corner));
  if (!from || !to) throw new Error(`not a range: ${range}`);
  return [from, to] as const;
}

type DateValue = { readonly raw: { readonly type: "date"; readonly date: string }; readonly format?: string };

function isDate(value: GridValue): value is DateValue {
  return typeof value === "object" && value !== null && "raw" in value && value.raw.type === "date";
}

function plain(value: GridValue): string | number | null {
  if (typeof value !== "object" || value === null) return value;
  return "value" in value ? value.value : null;
}

/** What a cell shows: text forms carry nothing else. */
function textOf(value: GridValue): string {
  if (isDate(value)) return value.raw.date.replace(/^(\d+)-0?(\d+)-.*$/, "$1年$2月");
  return String(plain(value) ?? "");
}

function formatOf(value: GridValue): string | undefined {
  return typeof value === "object" && value !== null ? value.format : undefined;
}

function indentOf(value: GridValue): number {
  return typeof value === "object" && value !== null && "indent" in value ? (value.indent ?? 0) : 0;
}

function isHidden(value: GridValue): boolean {
  return typeof value === "object" && value !== null && "hidden" in value && value.hidden === true;
}

/** Days since the turn of 1899 to 1900, as spreadsheets count them. */
function serialOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}
