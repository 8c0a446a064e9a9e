import { answeredCaption, unknownTitleName } from "./answered-caption.ts";
import { type BookSetting, captionOf } from "./book-setting.ts";
import { type Caption, captionText } from "./captions.ts";
import type { Surroundings } from "./far-time.ts";
import type { Around } from "./table-captions.ts";
import { tableTopic } from "./table-topic.ts";
import type { TypedCell } from "./typed-cell.ts";

/** The words around a part of a table, from near to far, and what they are about. */
export interface TableWords extends Surroundings {
  readonly own: readonly TypedCell[]; // titles over the part and over its table
  readonly far: readonly TypedCell[]; // over the sheet's first table, where the table has its own
  readonly sheet: string; // the sheet's name
  readonly top: TypedCell | null; // the uppermost caption of the table, where its missing words are asked for
  readonly naming: Caption | null; // the nearest caption that is about something, where it names an indicator
  readonly unknownName: string; // what a title names and nobody knows; "" for nothing
  readonly topic: string; // what the table is about; "" where its titles do not say
  readonly headsLag: boolean; // no head of the sheet is of the month that its titles state
}

/**
 * Reads the words around a part of a table.
 *
 * @param titles that stand over the part only
 */
export function tableWords(
  titles: readonly TypedCell[],
  around: Around,
  { sheet, book }: { readonly sheet: string; readonly book: BookSetting },
): TableWords {
  const { titleCells, sheetCells, ...surroundings } = around;
  const own = [...titles, ...[...titleCells].reverse()];
  const far = titleCells === sheetCells ? [] : [...sheetCells].reverse();
  const naming = namingCaption([...own, ...far], around.sheetName, book);
  return {
    ...surroundings,
    // The list stays the sheet's own where nothing is added: a table of the sheet's first titles has no later month.
    titles: titles.length > 0 ? [...titles.map((cell) => captionOf(cell, book)), ...around.titles] : around.titles,
    own,
    far,
    sheet,
    top: titleCells[0] ?? null,
    naming,
    unknownName: naming ? "" : unknownTitleName([...own, ...far].map(captionText), book.residue, book.names),
    topic: tableTopic(own, sheet, book.topic),
  };
}

/** The nearest caption that is about something, where it names an indicator; one that nobody knows is not passed over. */
function namingCaption(cells: readonly TypedCell[], sheetName: Caption, book: BookSetting): Caption | null {
  for (const cell of cells) {
    const caption = captionOf(cell, book);
    if (caption.indicator) return caption;
    const unknown = book.residue(captionText(cell)).topic;
    if (unknown !== "") return answeredCaption(captionText(cell), unknown, book.names);
  }
  return sheetName.indicator ? sheetName : null;
}
