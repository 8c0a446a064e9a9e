import { type Cell, type CellRange, groupByLine, type Sheet, toAddress } from "../model/cell.ts";
import { literalText } from "./safe-text.ts";
import { SPREADSHEET } from "./workbook.ts";
import { escapeXml } from "./xml.ts";

const DAY_MS = 86_400_000;
const FIRST_TRUE_DAY = 61; // 1900-03-01; before it Excel counts a 29 February that the calendar has not
const [NARROWEST, WIDEST] = [9, 48]; // characters of a column
const NOT_XML = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The part of a worksheet that shows a sheet's cells, its columns as wide as what stands in them. */
export function plainSheetXml({ merges, ...sheet }: Sheet, styleOf: (cell: Cell) => number): string {
  const cells = [...sheet.cells];
  const rows = groupByLine(cells, ({ row }) => row);
  const hiddenRows = new Set([...rows].filter(([, inRow]) => inRow.every(({ hidden }) => hidden)).map(([row]) => row));
  const body = [...rows].map(([row, inRow]) => {
    const hidden = hiddenRows.has(row) ? ' hidden="1"' : "";
    return `<row r="${row}"${hidden}>${inRow.map((cell) => cellXml(cell, styleOf(cell))).join("")}</row>`;
  });
  const ranges = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${toAddress(top, left)}:${toAddress(bottom, right)}"/>`,
  );
  const merged = ranges.length > 0 ? `<mergeCells count="${ranges.length}">${ranges.join("")}</mergeCells>` : "";
  const shown = cells.filter(({ row }) => !hiddenRows.has(row));
  return `<worksheet xmlns="${SPREADSHEET}">${columnsXml(shown, merges)}<sheetData>${body.join("")}</sheetData>${merged}</worksheet>`;
}

/** A column is hidden where nothing in it is seen though its rows are. */
function columnsXml(cells: readonly Cell[], merges: readonly CellRange[]): string {
  const wide = new Set(merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top},${left}`));
  const columns = [...groupByLine(cells, ({ column }) => column)].sort(([a], [b]) => a - b);
  const list = columns.map(([column, inColumn]) => {
    const texts = inColumn.filter(({ row }) => !wide.has(`${row},${column}`)).map(widthOf);
    const width = Math.min(WIDEST, Math.max(NARROWEST, ...texts.slice(0, 10_000)));
    const hidden = inColumn.every((cell) => cell.hidden) ? ' hidden="1"' : "";
    return `<col min="${column}" max="${column}" width="${width}" customWidth="1"${hidden}/>`;
  });
  return list.length === 0 ? "" : `<cols>${list.join("")}</cols>`;
}

function widthOf({ raw }: Cell): number {
  if (raw.type !== "text") return NARROWEST;
  const lines = raw.text.slice(0, WIDEST).split("\n");
  return 2 + Math.max(...lines.map((line) => [...line].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0)));
}

function cellXml({ row, column, raw }: Cell, style: number): string {
  const open = `<c r="${toAddress(row, column)}"${style === 0 ? "" : ` s="${style}"`}`;
  switch (raw.type) {
    case "number":
      return `${open}><v>${raw.value}</v></c>`;
    case "date":
      return `${open}><v>${serialOf(raw.date)}</v></c>`;
    case "boolean":
      return `${open} t="b"><v>${Number(raw.value)}</v></c>`;
    case "error":
      return `${open} t="e"><v>${escapeXml(raw.text)}</v></c>`;
    case "uncached":
      return `${open}><f>NA()</f></c>`; // an error as soon as a program reckons it, so that nobody takes it for a figure
    case "text": {
      const text = escapeXml(literalText(raw.text.replace(NOT_XML, "")));
      const space = text.trim() === text ? "" : ' xml:space="preserve"';
      return `${open} t="inlineStr"><is><t${space}>${text}</t></is></c>`;
    }
  }
}

/** The number by which a spreadsheet keeps a date: "2023-06-01" is 45078. */
function serialOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const serial = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS;
  return serial < FIRST_TRUE_DAY ? serial - 1 : serial;
}
