import { type Extraction, extractBook } from "../../../pipeline/extract/book.ts";
import { type Book, toAddress } from "../../../pipeline/model/cell.ts";
import type { DispositionKind } from "../../../pipeline/model/disposition.ts";
import { factOf, factsOf, type Layout, line } from "./layout.ts";

/** How many of a layout's figure cells were read right, read wrong, and put to a person. */
export interface Score {
  readonly cells: number;
  readonly right: number;
  readonly wrong: readonly string[]; // their addresses
  readonly asked: number;
}

const WORDS: ReadonlySet<DispositionKind> = new Set(["header", "label", "title", "unit", "note"]);

/**
 * Holds what was read from a book against what a layout's figures mean.
 *
 * A figure cell is any cell with a number or a sign among or beside the table's figures. It is asked about where it, or
 * the name, place or unit that it lacks, is in a question; right where its whole meaning is as it should be, or where no
 * figure is taken from it and none should be.
 */
export function scoreOf(layout: Layout, book: Book): Score & { readonly extraction: Extraction } {
  const extraction = extractBook(book, layout.vocabulary);
  const facts = factsOf(layout);
  const found = new Map(extraction.observations.map((observation) => [observation.cell, observation]));
  const numbers = new Set(
    book.sheets.flatMap(({ cells }) =>
      [...cells].flatMap(({ row, column, raw }) => (raw.type === "number" ? [toAddress(row, column)] : [])),
    ),
  );
  const verdicts = extraction.dispositions.flatMap(({ cell, kind, reason }) => {
    if (WORDS.has(kind) || (kind === "ignored" && (reason === "序号" || !numbers.has(cell)))) return [];
    if (kind === "asked" || kind === "unread") return [{ cell, verdict: "asked" }];
    const observation = found.get(cell);
    const fact = facts.get(cell);
    const same = observation && fact && line(cell, factOf(observation)) === line(cell, fact);
    return [{ cell, verdict: same || (!observation && !fact) ? "right" : "wrong" }];
  });
  const cellsOf = (verdict: string) => verdicts.filter((each) => each.verdict === verdict).map(({ cell }) => cell);
  return {
    extraction,
    cells: verdicts.length,
    right: cellsOf("right").length,
    wrong: cellsOf("wrong"),
    asked: cellsOf("asked").length,
  };
}
