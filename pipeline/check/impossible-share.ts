import { compare } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";

const OF_A_WHOLE = /率|占比|比重|比例/;
const MAY_EXCEED = /产销|完成率|增长|增速|升降|差/;

/**
 * Asks about a share of a whole that is below 0 or above 100 %: 901 for 90.1 of good-air days, a growth under the head of
 * an unemployment rate. What is no share (产销率, 完成率, a difference) may be more.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkImpossibleShare(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  return observations.flatMap(({ indicator: code, quantity, unit, value, label, sheet, cell }) => {
    const indicator = indicators.get(code ?? "");
    if (indicator?.nature !== "rate" || quantity !== "value" || unit !== "%" || value === null) return [];
    if (!OF_A_WHOLE.test(indicator.name) || MAY_EXCEED.test(indicator.name)) return [];
    if (compare(value, "0") >= 0 && compare(value, "100") <= 0) return [];
    const details = { label: quote(label), found: `${value}%`, problem: "这样的比率只能在0%到100%之间" };
    return [makeIssue("impossible-value", { sheet, cell }, details)];
  });
}
