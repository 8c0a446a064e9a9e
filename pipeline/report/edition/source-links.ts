import type { Figure } from "../../model/figure.ts";
import type { EditionFacts } from "./facts.ts";
import { rowFinder } from "./sheet-frame.ts";
import { cellKey } from "./source-rows.ts";

/** Tells where in 数据来源 the cell behind a figure is listed. */
export type SourceOf = (figure: Figure) => string | undefined;

/**
 * Finds the first row of 数据来源 for the cell that a figure was read from, its own or that of the one it was converted
 * from; undefined where none is listed, or the workbook has no such sheet.
 */
export function sourceFinder(facts: EditionFacts): SourceOf {
  const addressOf = rowFinder(facts, "sources");
  const rows = new Map(facts.sources.map(({ key }, index) => [key, index]));
  const index = ({ derivation }: Figure): number | undefined => {
    if (derivation.kind === "planned" || derivation.kind === "stated") return undefined;
    const references =
      derivation.kind === "observed"
        ? derivation.observations.map(cellKey)
        : derivation.operands.flatMap((id) => {
            const operand = facts.book.get(id);
            return operand?.derivation.kind === "observed" ? operand.derivation.observations.map(cellKey) : [];
          });
    const found = references.flatMap((key) => rows.get(key) ?? []);
    return found.length === 0 ? undefined : Math.min(...found);
  };
  return (figure) => {
    const at = index(figure);
    return at === undefined ? undefined : addressOf(at);
  };
}
