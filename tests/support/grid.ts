import {
  type Book,
  type Cell,
  type CellRange,
  parseAddress,
  type RawValue,
  type Sheet,
} from "../../pipeline/model/cell.ts";
import { isDecimal } from "../../pipeline/model/decimal.ts";

/** A cell as a test writes it: text, a number, nothing, or a number or text with its format. */
export type GridValue =
  | string
  | number
  | null
  | { readonly value: string | number; readonly format?: string; readonly indent?: number; readonly hidden?: boolean }
  | { readonly raw: RawValue; readonly format?: string };

/** Builds a sheet from rows of values; A1 is the first value of the first row. */
export function sheetOf(
  rows: readonly (readonly GridValue[])[],
  {
    name = "Sheet1",
    merges = [],
    hidden = false,
  }: { name?: string; merges?: readonly string[]; hidden?: boolean } = {},
): Sheet {
  const cells = rows.flatMap((row, r) => row.flatMap((value, c) => cellOf(value, r + 1, c + 1) ?? []));
  return { name, hidden, cells, merges: merges.map(rangeOf) };
}

/** Builds a book of sheets, in the name of a file. */
export function bookOf(sheets: Sheet | readonly Sheet[], file = "报表.xlsx"): Book {
  return { file, sha256: "0".repeat(64), format: "xlsx", sheets: "cells" in sheets ? [sheets] : sheets };
}

function cellOf(value: GridValue, row: number, column: number): Cell | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value !== "object") return { row, column, raw: rawOf(value), ...PLAIN };
  if ("raw" in value) return { row, column, raw: value.raw, ...PLAIN, numberFormat: value.format ?? "General" };
  return {
    row,
    column,
    raw: rawOf(value.value),
    numberFormat: value.format ?? "General",
    indent: value.indent ?? 0,
    hidden: value.hidden ?? false,
  };
}

const PLAIN = { numberFormat: "General", indent: 0, hidden: false } as const;

function rawOf(value: string | number): RawValue {
  if (typeof value === "string") return { type: "text", text: value };
  const decimal = String(value);
  if (!isDecimal(decimal)) throw new Error(`write ${decimal} as text`);
  return { type: "number", value: decimal };
}

/** "B2:D3" as a range. */
function rangeOf(text: string): CellRange {
  const [from, to] = text.split(":").map((part) => parseAddress(part));
  if (!from || !to) throw new Error(`not a range: ${text}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
