import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { mayBeNegative } from "./additive.ts";

/**
 * Asks about amounts below zero of what only adds up (investment, revenue, trade): a rate that has slipped one column
 * to the left, under the head of the amounts. A balance, a profit or what is net may be below zero.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkNegativeAmount(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  return observations.flatMap(({ indicator: code, quantity, unit, value, label, sheet, cell }) => {
    const indicator = indicators.get(code ?? "");
    if (indicator?.nature !== "flow" || quantity !== "value" || !value?.startsWith("-")) return [];
    if (mayBeNegative(indicator, label)) return [];
    return [makeIssue("displaced-row", { sheet, cell }, { found: quote(`${value}${unit ?? ""}`) })];
  });
}
