import type { Edition } from "../../model/edition.ts";
import type { FigureId } from "../../model/figure.ts";
import type { FigureBook } from "./figure-book.ts";
import { printedFigures } from "./places.ts";
import { cellKey } from "./source-rows.ts";

/** Where what was read from a cell is first used, by the cell's key: "指标对照!F12", or BRIEFING. */
export type FigureUses = ReadonlyMap<string, string>;

/** What is used in the briefing alone. */
export const BRIEFING = "简报";

/**
 * Finds for every cell behind the figures of some sheets and of the briefing where it is first used: printed as it
 * stands before reckoned with, and in the order given.
 */
export function figureUses(papers: Pick<Edition, "sheets" | "blocks">, book: FigureBook): FigureUses {
  const printed = printedFigures(papers);
  const uses = new Map<string, string>();
  const note = (id: FigureId, place: string, depth: number) => {
    const derivation = book.get(id)?.derivation;
    if (derivation?.kind === "observed") {
      for (const reference of derivation.observations) {
        const key = cellKey(reference);
        if (!uses.has(key)) uses.set(key, place);
      }
    }
    if (derivation?.kind === "computed" && depth > 0) {
      for (const operand of derivation.operands) note(operand, place, depth - 1);
    }
  };
  for (const depth of [0, 1, Number.POSITIVE_INFINITY]) {
    for (const { figure, paper, place } of printed) note(figure, paper === "briefing" ? BRIEFING : place, depth);
  }
  return uses;
}
