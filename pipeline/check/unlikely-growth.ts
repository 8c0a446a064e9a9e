import { compare, type Decimal, dividedBy, plus, signOf, times } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import { shiftPeriod } from "../model/period.ts";
import { convert } from "../model/unit.ts";
import { mayBeNegative } from "./additive.ts";

const MOST: Decimal = "1000"; // %
const TINY_BASE: Decimal = "0.001"; // of what the city comes to in a year

/**
 * Asks about a growth above 1,000 %, or a fall of more than all there was: an amount under the head of the growth.
 *
 * A large growth is taken where its base is known to be tiny: last year's amount stands in the file (and agrees, else it
 * is asked as a contradiction), or the amount that has grown so much comes from under a thousandth of the city's year,
 * and is itself no more than ten times that. What may be below zero (a profit) falls by any rate.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkUnlikelyGrowth(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  const growths = observations.filter((one) => isOut(one, indicators));
  if (growths.length === 0) return [];
  const amounts = observations.filter(({ quantity, value }) => quantity === "value" && value !== null);
  const amountOf = new Map(amounts.map((one) => [observationKey(one), one]));
  return growths.flatMap((growth) => {
    const indicator = indicators.get(growth.indicator ?? "");
    const key = { ...growth, quantity: "value" } as const;
    const now = amountOf.get(observationKey(key));
    const before = amountOf.get(observationKey({ ...key, period: shiftPeriod(growth.period, -12) }));
    const isRise = signOf(growth.value ?? "0") > 0;
    if (isRise && now && (before || hasTinyBase(growth, now, indicator))) return [];
    const details = { label: quote(growth.label), found: `${growth.value}%` };
    return [makeIssue("unlikely-growth", { sheet: growth.sheet, cell: growth.cell }, details)];
  });
}

function isOut(
  { indicator: code, quantity, unit, value, label }: Observation,
  indicators: ReadonlyMap<string, Indicator>,
) {
  const indicator = indicators.get(code ?? "");
  if (!indicator || (quantity !== "yoy" && quantity !== "mom") || unit !== "%" || value === null) return false;
  const isFall = compare(value, mayBeNegative(indicator, label) ? `-${MOST}` : "-100") < 0;
  return isFall || compare(value, MOST) > 0;
}

function hasTinyBase(growth: Observation, now: Observation, indicator: Indicator | undefined): boolean {
  const amount = indicator && convert(now.value ?? "0", now.unit ?? "", indicator.unit);
  if (!amount || !indicator.yearly || growth.value === null) return false;
  const base = dividedBy(amount, plus("1", dividedBy(growth.value, "100")));
  const tiny = times(indicator.yearly, TINY_BASE);
  return compare(base, tiny) <= 0 && compare(amount, times(tiny, "10")) <= 0;
}
