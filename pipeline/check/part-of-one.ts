import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { findUnit } from "../model/unit.ts";

const COUNTED: ReadonlySet<string> = new Set(["people", "households", "count"]);
const AVERAGED = /人均|每|平均/;

/**
 * Asks about half a person or firm: 12.5户, a figure of the row below, or one whose 万 the unit has lost. Averages, and
 * what is counted in 万, are not asked.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkPartOfOne(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  return observations.flatMap(({ indicator: code, quantity, unit: name, value, label, sheet, cell }) => {
    const indicator = indicators.get(code ?? "");
    const unit = findUnit(name ?? "");
    if (!indicator || !unit || quantity !== "value" || value === null) return [];
    if (indicator.nature === "rate" || AVERAGED.test(indicator.name) || AVERAGED.test(label)) return [];
    if (!COUNTED.has(unit.dimension) || unit.factor !== "1" || !/\.\d*[1-9]/.test(value)) return [];
    const details = { label: quote(label), found: `${value}${name}`, problem: `以“${name}”计的数应是整数` };
    return [makeIssue("impossible-value", { sheet, cell }, details)];
  });
}
