import type { Cell, CellRange, RawValue, Sheet } from "../model/cell.ts";

/** A sheet in the form in which it passes from thread to thread: a million cells as a few long arrays. */
export interface PackedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly CellRange[];
  readonly looks: readonly Look[];
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly columns: Uint32Array<ArrayBuffer>;
  readonly lookOf: Uint32Array<ArrayBuffer>; // index in `looks`
  readonly values: readonly string[];
}

/** What cells have in common; a sheet has few of them. */
interface Look {
  readonly type: RawValue["type"];
  readonly numberFormat: string;
  readonly indent: number;
  readonly hidden: boolean;
}

/** Packs a sheet for another thread. */
export function packSheet({ name, hidden, merges, cells }: Sheet): PackedSheet {
  const looks: Look[] = [];
  const indexOf = lookIndexer(looks);
  const rows: number[] = [];
  const columns: number[] = [];
  const lookOf: number[] = [];
  const values: string[] = [];
  for (const cell of cells) {
    rows.push(cell.row);
    columns.push(cell.column);
    lookOf.push(indexOf(cell));
    values.push(packValue(cell.raw));
  }
  const places = { rows: Uint32Array.from(rows), columns: Uint32Array.from(columns), lookOf: Uint32Array.from(lookOf) };
  return { name, hidden, merges, looks, ...places, values };
}

const TYPES: readonly RawValue["type"][] = ["text", "number", "date", "boolean", "error", "uncached"];

/** Gives each look a number, from 0, and notes it in `looks`. */
function lookIndexer(looks: Look[]): (cell: Cell) => number {
  const byFormat = new Map<string, Map<number, number>>();
  return ({ raw: { type }, numberFormat, indent, hidden }) => {
    const known = byFormat.get(numberFormat) ?? new Map<number, number>();
    const key = (indent * 2 + Number(hidden)) * TYPES.length + TYPES.indexOf(type);
    const found = known.get(key);
    if (found !== undefined) return found;
    byFormat.set(numberFormat, known.set(key, looks.length));
    return looks.push({ type, numberFormat, indent, hidden }) - 1;
  };
}

/** The sheet that was packed. Its cells are made anew each time they are gone through, so that they need not be kept. */
export function unpackSheet(packed: PackedSheet): Sheet {
  const { name, hidden, merges } = packed;
  return { name, hidden, merges, cells: { [Symbol.iterator]: () => unpackCells(packed) } };
}

function* unpackCells({ looks, rows, columns, lookOf, values }: PackedSheet): Generator<Cell> {
  for (let index = 0; index < values.length; index += 1) {
    const look = looks[lookOf[index] ?? 0] as Look;
    yield {
      row: rows[index] ?? 0,
      column: columns[index] ?? 0,
      raw: unpackValue(look.type, values[index] ?? ""),
      numberFormat: look.numberFormat,
      indent: look.indent,
      hidden: look.hidden,
    };
  }
}

/** The memory that changes hands instead of being copied. */
export function transferList(sheets: readonly PackedSheet[]): ArrayBuffer[] {
  return sheets.flatMap(({ rows, columns, lookOf }) => [rows.buffer, columns.buffer, lookOf.buffer]);
}

function packValue(raw: RawValue): string {
  switch (raw.type) {
    case "text":
    case "error":
      return raw.text;
    case "number":
      return raw.value;
    case "date":
      return raw.date;
    case "boolean":
      return String(raw.value);
    case "uncached":
      return "";
  }
}

function unpackValue(type: RawValue["type"], value: string): RawValue {
  switch (type) {
    case "text":
    case "error":
      return { type, text: value };
    case "number":
      return { type, value };
    case "date":
      return { type, date: value };
    case "boolean":
      return { type, value: value === "true" };
    case "uncached":
      return { type };
  }
}
