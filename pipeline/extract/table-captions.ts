import { type BookSetting, captionOf } from "./book-setting.ts";
import { captionsOver, type Reach } from "./caption-reach.ts";
import { saysMore } from "./captions.ts";
import { headsLag, type Surroundings } from "./far-time.ts";
import type { Grid } from "./grid.ts";
import { squash } from "./normalise.ts";
import type { Segment } from "./segments.ts";
import type { Table } from "./tables.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A table with its parts that are read one by one. */
export type CutTable = Table & { readonly segments: readonly Segment[] };

/** What stands around a table and holds for it. */
export interface Around extends Surroundings {
  readonly titleCells: readonly TypedCell[]; // the table's, top to bottom; the sheet's where it has none of its own
  readonly sheetCells: readonly TypedCell[]; // of the sheet's first table; the same list where the table has no others
  readonly headsLag: boolean; // no head of the sheet is of the month that its titles state
}

/** Finds the captions that hold for a part of one of a sheet's tables, the names of sheet and file, and the cover. */
export function captionsAround(
  tables: readonly CutTable[],
  index: number,
  { grid, book, reach }: { readonly grid: Grid; readonly book: BookSetting; readonly reach: Reach },
): Around {
  const over = (table: CutTable | undefined) => {
    const beside = table?.segments.map((segment) => segment.reach) ?? [];
    return captionsOver(grid, table?.captions ?? [], beside, reach);
  };
  const sheetCells = isOfFirst(tables, index) ? over(tables[0]) : ofSheet(over(tables[0]), book);
  const owner = ownerOf(tables, index);
  const owned = owner === tables[0] ? sheetCells : over(owner);
  const own = tables[index] === owner ? owned : withAdded(owned, over(tables[index]).filter(saysMore), book);
  const titleCells = own.length === 0 ? sheetCells : own;
  const upwards = [...titleCells].reverse().map((cell) => captionOf(cell, book));
  const isSheets = titleCells === sheetCells;
  const sheetTitles = isSheets ? upwards : sheetCells.map((cell) => captionOf(cell, book)); // the lower ones are the first table's
  return {
    titles: upwards,
    sheetTitles,
    sheetName: book.readCaption(squash(grid.name)),
    fileName: book.readCaption(squash(book.fileName)),
    cover: book.cover,
    titleCells,
    sheetCells,
    headsLag: headsLag(tables, isSheets ? sheetTitles : [...upwards, ...sheetTitles]),
  };
}

/** The table whose captions hold for one that repeats its head. */
function ownerOf(tables: readonly CutTable[], index: number): CutTable | undefined {
  return tables.slice(0, index + 1).findLast(({ repeats }) => !repeats) ?? tables[index];
}

function isOfFirst(tables: readonly CutTable[], index: number): boolean {
  return ownerOf(tables, index) === tables[0] && (index === 0 || tables[index]?.repeats === true);
}

/** Captions over a repeated head add to those of the first; a time among them stands in place of theirs. */
function withAdded(owned: readonly TypedCell[], added: readonly TypedCell[], book: BookSetting): readonly TypedCell[] {
  if (added.length === 0) return owned;
  const states = (cell: TypedCell) => captionOf(cell, book).time !== null;
  const inherited = added.some(states) ? owned.filter((cell) => !states(cell)) : owned;
  return [...inherited, ...added];
}

/** Of the captions over a sheet's first table those that hold for the tables below: a title of its own does not. */
function ofSheet(captions: readonly TypedCell[], book: BookSetting): readonly TypedCell[] {
  const top = captions[0]?.row;
  return captions.filter((cell) => cell.row === top || captionOf(cell, book).indicator === null);
}
