import type { CellContent, SheetDescription } from "../model/edition.ts";
import { printableText, startsFormula } from "../model/printable-text.ts";
import { runsText } from "./printable.ts";

const BYTE_ORDER_MARK = "\uFEFF"; // without it Excel takes the file for GBK
const LINE_END = "\r\n";

/** Rows of texts as CSV in the same form: the first one is the header. */
export function renderTextCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return encode(rows.map((row) => row.map(field)));
}

/**
 * A sheet of one table as CSV (RFC 4180, UTF-8 with byte order mark): the header, then its rows.
 *
 * Numbers stand digit for digit. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function renderCsv({ columns, rows }: SheetDescription): Uint8Array {
  const header = columns.map(({ header: text }) => field(text));
  const lines = rows.map((row) => (row.kind === "section" ? [field(row.text)] : row.cells.map(cellField)));
  return encode([header, ...lines]);
}

function encode(lines: readonly (readonly string[])[]): Uint8Array {
  const text = lines.map((fields) => fields.join(",") + LINE_END).join("");
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

function cellField(cell: CellContent): string {
  if (cell.kind === "number") return cell.text;
  return cell.kind === "text" ? field(runsText(cell.runs)) : "";
}

function field(raw: string): string {
  const text = printableText(raw);
  const harmless = startsFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
