import { startsFormula } from "../model/printable-text.ts";

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180, UTF-8 without byte order mark, LF): the header, then each row; null is empty. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it, as in data.csv.
 */
export function renderRows<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Uint8Array {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return new TextEncoder().encode(lines.map((fields) => `${fields.map(field).join(",")}\n`).join(""));
}

function field(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = startsFormula(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
