import type { CellRange } from "../../pipeline/model/cell.ts";
import { type Decimal, decimalPlaces, isDecimal } from "../../pipeline/model/decimal.ts";

/** A cell to write: text, a number with its number format, or nothing. */
export type GridValue = string | { readonly number: Decimal; readonly format: string } | null;

/** What a row is to the eye; the writers choose its look by it. */
export type RowKind = "title" | "line" | "header" | "body" | "section" | "note" | "blank";

export interface GridRow {
  readonly kind: RowKind;
  readonly values: readonly GridValue[];
  readonly indent?: number; // alignment steps of the first cell
}

/** Rows that belong together; merges count from the block's own first row. */
export interface Block {
  readonly rows: readonly GridRow[];
  readonly merges: readonly CellRange[];
}

/** A sheet as a clerk would lay it out, before any file format. */
export interface Grid {
  readonly name: string;
  readonly widths: readonly number[]; // Excel character units, one a column
  readonly rows: readonly GridRow[];
  readonly merges: readonly CellRange[];
}

/** A column's heading: one text over the whole height, or a text over several sub-headings. */
export type Heading = string | readonly [over: string, under: readonly string[]];

/** Stacks blocks from the top of a sheet. */
export function stack(name: string, widths: readonly number[], blocks: readonly Block[]): Grid {
  const rows: GridRow[] = [];
  const merges: CellRange[] = [];
  for (const block of blocks) {
    const above = rows.length;
    rows.push(...block.rows);
    merges.push(...block.merges.map((m) => ({ ...m, top: m.top + above, bottom: m.bottom + above })));
  }
  return { name, widths, rows, merges };
}

/** One text merged over the whole width: a title, a line under it, a section, a note. */
export function banner(kind: RowKind, text: string, width: number): Block {
  return { rows: [{ kind, values: [text] }], merges: [{ top: 1, left: 1, bottom: 1, right: width }] };
}

/** Rows as they are, nothing merged. */
export function plain(kind: RowKind, rows: readonly (readonly GridValue[])[]): Block {
  return { rows: rows.map((values) => ({ kind, values })), merges: [] };
}

/** A row with `left` in its first cell and `right` in its last, as 单位：万元 stands in the right corner. */
export function corners(left: string, right: string, width: number): Block {
  const values = Array.from({ length: width }, (_, i) => (i === 0 ? left : i === width - 1 ? right : null));
  return plain("line", [values]);
}

/** Header rows: one where no heading has sub-headings, else two with the merges that this takes. */
export function heading(headings: readonly Heading[]): Block {
  const over: GridValue[] = [];
  const under: GridValue[] = [];
  const merges: CellRange[] = [];
  for (const item of headings) {
    const left = over.length + 1;
    if (typeof item === "string") {
      over.push(item);
      under.push(null);
      merges.push({ top: 1, left, bottom: 2, right: left });
    } else {
      const [text, parts] = item;
      over.push(text, ...parts.slice(1).map(() => null));
      under.push(...parts);
      if (parts.length > 1) merges.push({ top: 1, left, bottom: 1, right: left + parts.length - 1 });
    }
  }
  return headings.every((item) => typeof item === "string")
    ? plain("header", [over])
    : { ...plain("header", [over, under]), merges };
}

/** An empty row. */
export const BLANK_ROW: Block = { rows: [{ kind: "blank", values: [] }], merges: [] };

/** What the series writes for a cell that the sheet leaves empty beside others that are filled in. */
export const EMPTY = "空白";

/** Turns a figure of the series into a cell: a number shown with its own digits, or the symbol as text. */
export function toCell(text: string | undefined): GridValue {
  if (text === undefined || text === EMPTY) return null;
  if (!isDecimal(text)) return text;
  const places = decimalPlaces(text);
  return { number: text, format: places === 0 ? "0" : `0.${"0".repeat(places)}` };
}
