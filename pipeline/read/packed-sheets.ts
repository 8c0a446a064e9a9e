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
  const looks = new Map<string, { readonly index: number; readonly look: Look }>();
  const lookOf = cells.map(({ raw, numberFormat, indent, hidden }) => {
    const key = `${raw.type} ${indent} ${hidden} ${numberFormat}`;
    const known = looks.get(key) ?? { index: looks.size, look: { type: raw.type, numberFormat, indent, hidden } };
    looks.set(key, known);
    return known.index;
  });
  return {
    ...{ name, hidden, merges, looks: [...looks.values()].map(({ look }) => look) },
    rows: Uint32Array.from(cells, ({ row }) => row),
    columns: Uint32Array.from(cells, ({ column }) => column),
    lookOf: Uint32Array.from(lookOf),
    values: cells.map(({ raw }) => packValue(raw)),
  };
}

/** The sheet that was packed. */
export function unpackSheet({ name, hidden, merges, looks, rows, columns, lookOf, values }: PackedSheet): Sheet {
  const cells = values.map((value, index): Cell => {
    const { type, ...look } = looks[lookOf[index] ?? 0] as Look;
    return { row: rows[index] ?? 0, column: columns[index] ?? 0, raw: unpackValue(type, value), ...look };
  });
  return { name, hidden, cells, merges };
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
