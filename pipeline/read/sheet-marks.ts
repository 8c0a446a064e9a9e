/** What the file itself says of a sheet and the spreadsheet library does not pass on. */
export interface SheetMarks {
  readonly isHidden: boolean;
  readonly values: number; // how many cells carry a value; the library must return exactly these
  readonly lastRow: number; // of the cells that are there; 0 where none are
  readonly lastColumn: number;
  readonly uncached: ReadonlySet<number>; // formulas without a trustworthy result, by cellKey
  readonly indents: ReadonlyMap<number, number>; // alignment indent by cellKey; 0 is left out
  readonly formats: ReadonlyMap<number, string>; // number formats that the library does not know, by cellKey
  readonly hiddenRows: ReadonlySet<number>; // 1-based
  readonly hiddenColumns: readonly ColumnRange[];
}

/** Columns from first to last, 1-based, both included. */
export interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** What matters here of a cell style. */
export interface CellStyle {
  readonly indent: number; // in steps
  readonly chineseFormat: string | undefined; // see chinese-formats.ts
}

/** SheetMarks while a scanner gathers them. */
export interface MarksBuilder {
  values: number;
  lastRow: number;
  lastColumn: number;
  readonly uncached: Set<number>;
  readonly indents: Map<number, number>;
  readonly formats: Map<number, string>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: ColumnRange[];
}

const COLUMNS = 2 ** 14;

/** Nothing gathered yet. */
export function emptyMarks(): MarksBuilder {
  return {
    values: 0,
    lastRow: 0,
    lastColumn: 0,
    uncached: new Set(),
    indents: new Map(),
    formats: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: [],
  };
}

/** Notes that there is a cell. */
export function markPlace(marks: MarksBuilder, row: number, column: number): void {
  if (row > marks.lastRow) marks.lastRow = row;
  if (column > marks.lastColumn) marks.lastColumn = column;
}

/** Notes what the style of a cell says; an unknown style says nothing. */
export function markStyle(marks: MarksBuilder, key: number, style: CellStyle | undefined): void {
  if (style === undefined) return;
  if (style.indent > 0) marks.indents.set(key, style.indent);
  if (style.chineseFormat !== undefined) marks.formats.set(key, style.chineseFormat);
}

/** One number for a cell; row and column 1-based, in reading order. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column - 1;
}

/** The row and column (1-based) that `cellKey` was made of. */
export function cellOfKey(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / COLUMNS), column: (key % COLUMNS) + 1 };
}

/** Tells whether a cell stands in a hidden row or column. */
export function isHiddenAt({ hiddenRows, hiddenColumns }: SheetMarks, row: number, column: number): boolean {
  return hiddenRows.has(row) || hiddenColumns.some(({ first, last }) => column >= first && column <= last);
}
