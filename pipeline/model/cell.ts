import type { Decimal } from "./decimal.ts";

/** How a file is written inside: .xlsm is xlsx, .et is xls, text between tabs is csv, a table in a web page is html. */
export type CellFormat = "xlsx" | "xls" | "ods" | "csv" | "html";

/** What a cell holds before anyone has read a meaning into it. */
export type RawValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly value: Decimal }
  | { readonly type: "date"; readonly date: string } // "2023-06-01"
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly text: string } // "#DIV/0!"
  | { readonly type: "uncached" }; // a formula whose value the file does not carry

export interface Cell {
  readonly row: number; // 1-based
  readonly column: number; // 1-based
  readonly raw: RawValue;
  readonly numberFormat: string; // "General" where none is set
  readonly indent: number; // alignment indent, in steps; 0 where none
  readonly hidden: boolean; // its row or column is hidden
}

/** A rectangle of cells, corners included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: Iterable<Cell>; // row by row, left to right; blank cells are absent; a large sheet makes them as it is gone through
  readonly merges: readonly CellRange[]; // the value stands in the top left cell only
}

/** A file as cells, before any meaning. */
export interface Book {
  readonly file: string; // base name as received, for people
  readonly sha256: string; // hex, of the bytes as received
  readonly format: CellFormat;
  readonly sheets: readonly Sheet[];
}

/** Cells by the row or column that they share; lines and the cells of each in the order in which they come. */
export function groupByLine<T>(cells: readonly T[], lineOf: (cell: T) => number): ReadonlyMap<number, readonly T[]> {
  const lines = new Map<number, T[]>();
  for (const cell of cells) {
    const line = lines.get(lineOf(cell));
    if (line) line.push(cell);
    else lines.set(lineOf(cell), [cell]);
  }
  return lines;
}

/** Writes row and column (from 1) as A1: (7, 28) is "AB7". */
export function toAddress(row: number, column: number): string {
  return `${COLUMN_LETTERS[column] ?? columnLetters(column)}${row}`;
}

/** Puts the dollars of a place that stays where it is into an address or a range: "$B$7:$B$119". */
export function fixedAddress(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const COLUMN_LETTERS: readonly string[] = Array.from({ length: 703 }, (_, column) => columnLetters(column)); // to ZZ

/** Reads A1 as row and column (from 1); undefined if it is not an address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match?.[1] || !match[2]) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
