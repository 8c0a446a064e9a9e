import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import type { Grid, GridRow, GridValue, RowKind } from "./grid.ts";

/** Zip archives and document properties carry a date; every demo file carries this one. */
const FIXED_DATE = new Date(1980, 0, 1); // the earliest a zip can hold, by local time as zip reckons

const FONTS: Readonly<Record<RowKind, Partial<ExcelJS.Font>>> = {
  title: { name: "宋体", size: 16, bold: true },
  line: { name: "宋体", size: 10 },
  header: { name: "宋体", size: 11, bold: true },
  body: { name: "宋体", size: 11 },
  section: { name: "宋体", size: 11, bold: true },
  note: { name: "宋体", size: 10 },
  blank: { name: "宋体", size: 11 },
};

const ONE_PAGE_WIDE: Partial<ExcelJS.PageSetup> = {
  paperSize: 9, // A4
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

/** Writes grids as .xlsx; the same grids give the same bytes, whatever the clock and the time zone. */
export async function writeXlsx(grids: readonly Grid[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "";
  book.lastModifiedBy = "";
  book.created = new Date(0);
  book.modified = new Date(0);
  for (const grid of grids) addSheet(book, grid);
  const entries = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  return zipSync(sorted, { mtime: FIXED_DATE, level: 6 });
}

function addSheet(book: ExcelJS.Workbook, grid: Grid): void {
  const sheet = book.addWorksheet(grid.name, { pageSetup: ONE_PAGE_WIDE });
  sheet.columns = grid.widths.map((width) => ({ width }));
  grid.rows.forEach((row, index) => {
    for (let column = 1; column <= grid.widths.length; column++) {
      const cell = sheet.getCell(index + 1, column);
      cell.font = FONTS[row.kind];
      cell.alignment = alignmentOf(row, column);
      if (isRuled(row, column)) cell.border = thinBorder();
      setValue(cell, row.values[column - 1] ?? null);
    }
  });
  for (const { top, left, bottom, right } of grid.merges) sheet.mergeCells(top, left, bottom, right);
}

/** A section is one text over the whole width; any other table row ends with its own last cell. */
function isRuled({ kind, values }: GridRow, column: number): boolean {
  return kind === "section" || ((kind === "header" || kind === "body") && column <= values.length);
}

function setValue(cell: ExcelJS.Cell, value: GridValue): void {
  if (value === null) return;
  if (typeof value === "string") {
    cell.value = value;
    return;
  }
  cell.value = Number(value.number);
  cell.numFmt = value.format;
}

function alignmentOf({ kind, indent = 0, values }: GridRow, column: number): Partial<ExcelJS.Alignment> {
  if (kind === "title" || kind === "header") return { horizontal: "center", vertical: "middle", wrapText: true };
  if (kind === "note") return { horizontal: "left", vertical: "top", wrapText: true };
  if (column === 1) return { horizontal: "left", vertical: "middle", indent };
  return { horizontal: typeof values[column - 1] === "object" ? "right" : "center", vertical: "middle" };
}

function thinBorder(): Partial<ExcelJS.Borders> {
  const side = { style: "thin" } as const;
  return { top: side, left: side, bottom: side, right: side };
}
