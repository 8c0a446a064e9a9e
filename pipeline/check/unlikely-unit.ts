import { compare, type Decimal, dividedBy } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { findUnit } from "../model/unit.ts";

/** 亿元 for what is reckoned in 元; 万元 for 亿元, or 人 for 万人, is everyday. */
const MOST_TIMES: Decimal = "10000";

/**
 * Asks about units that fit an indicator's kind but are far too large or small for it: the 亿元 of a sheet's unit line
 * over a row of 人均可支配收入.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkUnlikelyUnit(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  return observations.flatMap(({ indicator: code, quantity, unit, value, label, sheet, cell }) => {
    const usual = indicators.get(code ?? "")?.unit;
    if (usual === undefined || unit === null || value === null || quantity !== "value") return [];
    if (!isFarFrom(unit, usual)) return [];
    return [
      makeIssue("unlikely-unit", { sheet, cell }, { label: quote(label), found: `${value}${unit}`, expected: usual }),
    ];
  });
}

function isFarFrom(name: string, usual: string): boolean {
  const [stated, expected] = [findUnit(name), findUnit(usual)];
  if (!stated || !expected || stated.dimension !== expected.dimension || stated.factor === expected.factor)
    return false;
  const times = dividedBy(stated.factor, expected.factor);
  return compare(times, MOST_TIMES) > 0 || compare(times, dividedBy("1", MOST_TIMES)) < 0;
}
