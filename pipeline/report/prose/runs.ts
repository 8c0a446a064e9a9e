import type { Figure, FigureText, Run } from "../../model/figure.ts";
import { display } from "../edition/display.ts";

/** A stretch of prose: words and figures. */
export type Words = readonly Run[];

/**
 * Puts words and figures together: `say\`同比增长${figure}%\``.
 *
 * Figures are printed without their sign; the words around them have to carry it.
 */
export function say(texts: TemplateStringsArray, ...slots: readonly (string | Figure | Words)[]): Words {
  return joinRuns(texts.flatMap((text, index) => [text, ...slotRuns(slots[index])]));
}

/** A figure as prose prints it. */
export function inProse(figure: Figure): FigureText {
  return { figure: figure.id, text: display(figure, "prose") };
}

/** A figure as tables print it, signed, for a cell that holds words beside it. */
export function inTable(figure: Figure): FigureText {
  return { figure: figure.id, text: display(figure, "cell") };
}

/** Merges neighbouring words and drops empty ones. */
export function joinRuns(runs: readonly Run[]): Words {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (typeof run === "string" && typeof before === "string") joined[joined.length - 1] = before + run;
    else if (run !== "") joined.push(run);
  }
  return joined;
}

/** Strings stretches together with `mark` between them; empty stretches are left out. */
export function joinWords(parts: readonly Words[], mark: string): Words {
  const filled = parts.filter((part) => part.length > 0);
  return joinRuns(filled.flatMap((part, index) => (index === 0 ? part : [mark, ...part])));
}

/** The bare text. */
export function textOf(words: Words): string {
  return words.map((run) => (typeof run === "string" ? run : run.text)).join("");
}

function slotRuns(slot: string | Figure | Words | undefined): Words {
  if (slot === undefined) return [];
  if (typeof slot === "string") return [slot];
  return isFigure(slot) ? [inProse(slot)] : slot;
}

function isFigure(slot: Figure | Words): slot is Figure {
  return "derivation" in slot;
}
