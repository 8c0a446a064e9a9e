import type { Run } from "../../model/figure.ts";
import { classifyNumerals, type DeclaredText } from "../../model/non-figure.ts";
import type { StatedPart } from "../../model/proof-ledger.ts";
import { runsText, runText } from "../printable.ts";

/**
 * Cuts a line at its numbers: words, figures, and numbers of other kinds by turns. A number that runs from a figure into the
 * words beside it stays without a kind.
 *
 * @param nextMark numbers the bookmarks of figures
 */
export function statedParts(
  runs: readonly Run[],
  declared: readonly DeclaredText[],
  nextMark: () => number | null,
): readonly StatedPart[] {
  const text = runsText(runs);
  const figures = figureSpans(runs);
  const numbers = classifyNumerals(text, declared);
  const others = numbers.filter(({ start, end }) => !figures.some((one) => one.start <= start && end <= one.end));
  const cuts = [...figures, ...others].sort((a, b) => a.start - b.start);
  const parts: StatedPart[] = [];
  let end = 0;
  for (const cut of cuts) {
    const start = Math.max(end, cut.start);
    if (start > end) parts.push(text.slice(end, start));
    if ("figure" in cut) parts.push({ figure: cut.figure, text: cut.text, mark: nextMark() });
    else if (cut.end > start) parts.push({ kind: cut.kind, text: text.slice(start, cut.end) });
    end = Math.max(end, cut.end);
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function figureSpans(runs: readonly Run[]) {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += runText(run).length;
    return typeof run === "string" ? [] : [{ figure: run.figure, text: runText(run), start, end: at }];
  });
}
