import type { CellContent, ColumnDescription, SheetDescription } from "../model/edition.ts";

/** A cell of a header as it stands on the sheet or in the table; merged where a span is above 1. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number; // 0-based, within the header
  readonly column: number; // 0-based
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** How many rows the header takes: 2 where any column has a group, none where no column has a header, else 1. */
export function headerDepth(columns: readonly ColumnDescription[]): 0 | 1 | 2 {
  if (columns.every(({ header }) => header === "")) return 0;
  return columns.some(({ group }) => group !== undefined) ? 2 : 1;
}

/**
 * The sheet's row, from 1, that holds `rows[0]`; row i stands i below it, section rows included.
 *
 * ```
 * 1            title
 * 2 ..         one row for each of `lines`
 * ..           header, up to two rows
 * firstBodyRow rows[0]
 * ```
 *
 * A plain sheet begins with its header.
 */
export function firstBodyRow({ plain, lines, columns }: Pick<SheetDescription, "lines" | "columns" | "plain">): number {
  return (plain ? 0 : 1 + lines.length) + headerDepth(columns) + 1;
}

/** The sheet's row, from 1, that holds `notes[0]`: a blank row stands between the rows and the notes. */
export function firstNoteRow(sheet: SheetDescription): number {
  return firstBodyRow(sheet) + sheet.rows.length + 1;
}

/** The header's cells, top to bottom and left to right: neighbours of the same group share an upper cell. */
export function headerCells(columns: readonly ColumnDescription[]): readonly HeaderCell[] {
  const depth = headerDepth(columns);
  if (depth === 0) return [];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach(({ header, group }, column) => {
    if (group === undefined) {
      upper.push({ text: header, row: 0, column, rowSpan: depth, columnSpan: 1 });
      return;
    }
    lower.push({ text: header, row: 1, column, rowSpan: 1, columnSpan: 1 });
    const before = upper.at(-1);
    const continues = column > 0 && columns[column - 1]?.group === group && before !== undefined;
    if (continues) upper[upper.length - 1] = { ...before, columnSpan: before.columnSpan + 1 };
    else upper.push({ text: group, row: 0, column, rowSpan: 1, columnSpan: 1 });
  });
  return [...upper, ...lower];
}

/** A cell of a sheet's rows and where it stands, both from 1. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** The cells of a sheet's rows that are wanted, row by row; section rows have none. */
export function placedCells(
  sheet: SheetDescription,
  isWanted: (content: CellContent) => boolean,
): readonly PlacedCell[] {
  const top = firstBodyRow(sheet);
  const placed: PlacedCell[] = [];
  sheet.rows.forEach((row, at) => {
    if (row.kind === "section") return;
    row.cells.forEach((content, index) => {
      if (isWanted(content)) placed.push({ row: top + at, column: index + 1, content });
    });
  });
  return placed;
}
