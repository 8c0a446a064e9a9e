import type { Edition } from "../../model/edition.ts";
import type { Figure, FigureId } from "../../model/figure.ts";
import { compareText } from "../../model/text-order.ts";
import { printedIds } from "./places.ts";

/** Every figure that an edition may print, by id. */
export type FigureBook = ReadonlyMap<FigureId, Figure>;

/** Puts figures into a book. @throws Error if two different figures claim one id */
export function figureBook(figures: readonly Figure[]): FigureBook {
  const book = new Map<FigureId, Figure>();
  for (const figure of figures) {
    const known = book.get(figure.id);
    if (known && known !== figure) throw new Error(`two figures named ${figure.id}`);
    book.set(figure.id, figure);
  }
  return book;
}

/**
 * The figures printed in a description and all they are computed from, sorted by id.
 *
 * @throws Error if something prints or uses a figure that is not in the book
 */
export function figuresInUse(description: Pick<Edition, "sheets" | "blocks">, book: FigureBook): readonly Figure[] {
  const inUse = new Map<FigureId, Figure>();
  const add = (id: FigureId) => {
    if (inUse.has(id)) return;
    const figure = book.get(id);
    if (!figure) throw new Error(`no figure named ${id}`);
    inUse.set(id, figure);
    if (figure.derivation.kind === "computed") figure.derivation.operands.forEach(add);
  };
  printedIds(description).forEach(add);
  return [...inUse.values()].sort((a, b) => compareText(a.id, b.id));
}
