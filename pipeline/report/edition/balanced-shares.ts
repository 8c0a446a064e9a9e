import { balance, sumOf } from "../../model/balance.ts";
import { roundHalfUp } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { inTable, joinWords, say, type Words } from "../prose/runs.ts";
import { display } from "./display.ts";
import type { Adjustment, PlaceRanks } from "./region-ranks.ts";

const REST = "rest"; // no region's code

/** Shares of one whole by place, and which of them were moved. */
export interface BalancedShares {
  readonly shares: ReadonlyMap<string, Figure>;
  readonly adjustments: readonly Adjustment[];
}

/**
 * Rounds computed shares so that as printed they add up to their sum as printed (舍位平衡). Only for what is computed
 * here: a published figure is never moved.
 *
 * @param shares unrounded values, to be printed with the same decimals
 * @throws Error if one was published
 */
export function balancedShares(shares: ReadonlyMap<string, Figure>): BalancedShares {
  const figures = [...shares.values()];
  const published = figures.find(({ derivation }) => derivation.kind !== "computed");
  if (published) throw new Error(`${published.id}: a published figure cannot be moved`);
  const places = Math.max(0, ...figures.map(({ decimals = 0 }) => decimals));
  const exact = figures.map(({ value }) => value);
  const values = balance(exact, roundHalfUp(sumOf(exact), places), places);
  const adjustments = figures.flatMap((figure, index) => {
    const value = values[index] ?? figure.value;
    return value === roundHalfUp(figure.value, places) ? [] : [moved(figure, value)];
  });
  const after = new Map(adjustments.map((one) => [one.after.id, one.after]));
  return { shares: new Map([...shares].map(([key, figure]) => [key, after.get(figure.id) ?? figure])), adjustments };
}

/** The same ranks with shares of the gap that add up as printed, with what they leave open to 100. */
export function withBalancedShares<T extends PlaceRanks>(ranks: T): T {
  const { gapShare, gapRest } = ranks;
  const { shares, adjustments } = balancedShares(
    new Map([...gapShare, ...(gapRest ? [[REST, gapRest] as const] : [])]),
  );
  const places = [...shares].filter(([code]) => code !== REST);
  return { ...ranks, gapShare: new Map(places), gapRest: shares.get(REST) ?? null, adjustments };
}

/**
 * What was moved, for the notes below a table; nothing where nothing was.
 *
 * @param nameOf what a share is called in the words of that table
 */
export function adjustmentNote(
  adjustments: readonly Adjustment[],
  nameOf: (share: Figure) => string,
): readonly Words[] {
  if (adjustments.length === 0) return [];
  const moves = adjustments.map(({ before, after }) => [
    `${nameOf(after)}由`,
    inTable(before),
    "调整为",
    inTable(after),
  ]);
  return [say`舍位平衡：为使各部分之和与合计一致，${joinWords(moves, "；")}。`];
}

function moved(figure: Figure, value: string): Adjustment {
  const before = { ...figure, id: `${figure.id}/before`, name: `${figure.name}（舍位平衡前）` };
  const formula = `舍位平衡：${display(figure, "cell")}调整为${value}`;
  return { before, after: { ...figure, value, derivation: { kind: "computed", formula, operands: [before.id] } } };
}
