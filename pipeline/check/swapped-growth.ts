import { absolute, compare, type Decimal, dividedBy, times } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import { monthOf } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import { convert } from "../model/unit.ts";
import { mayBeNegative } from "./additive.ts";

const LEAST_GROWTH: Decimal = "20"; // %, smaller ones are everyday
const FAR_BEHIND: Decimal = "0.2"; // of an even pace
const ON_PACE = { least: "0.4", most: "2.5" } as const;

/**
 * Asks about an amount and a growth that have changed places: 社零 5.2亿元, up by 168.4 %, where the city comes to 172亿元
 * by June. The growth, taken for an amount, is what an even pace gives, and the amount is less than a fifth of that.
 *
 * Only the city's sums of money, of which a usual year is known.
 *
 * @param indicators by code
 * @param regions by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkSwappedGrowth(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
): readonly Issue[] {
  const growths = observations.filter(({ quantity, unit, value, span, region, scope }) => {
    const isSum = span === "ytd" && scope === null && regions.get(region ?? "")?.kind === "city";
    return isSum && quantity === "yoy" && unit === "%" && value !== null && compare(value, LEAST_GROWTH) > 0;
  });
  if (growths.length === 0) return [];
  const amounts = observations.filter(({ quantity, value }) => quantity === "value" && value !== null);
  const amountOf = new Map(amounts.map((one) => [observationKey(one), one]));
  const asked = new Map<Observation, Issue>();
  for (const growth of growths) {
    const amount = amountOf.get(observationKey({ ...growth, quantity: "value" }));
    const indicator = indicators.get(growth.indicator ?? "");
    if (!amount || !indicator || !isSwapped(amount, growth, indicator)) continue;
    const details = { label: quote(growth.label), found: `${amount.value}${amount.unit}`, problem: `${growth.value}%` };
    for (const one of [amount, growth])
      asked.set(one, makeIssue("swapped-growth", { sheet: one.sheet, cell: one.cell }, details));
  }
  return observations.flatMap((one) => asked.get(one) ?? []);
}

function isSwapped(amount: Observation, growth: Observation, indicator: Indicator): boolean {
  const { nature, price, yearly, isUpperBound, judgedFrom } = indicator;
  if (nature !== "flow" || price === null || yearly === null || isUpperBound || judgedFrom > 2) return false;
  if (mayBeNegative(indicator, amount.label)) return false;
  const now = convert(absolute(amount.value ?? "0"), amount.unit ?? "", indicator.unit);
  const other = convert(growth.value ?? "0", amount.unit ?? "", indicator.unit);
  if (now === undefined || other === undefined) return false;
  const pace = dividedBy(times(yearly, String(monthOf(growth.period))), "12");
  const isOnPace = compare(other, times(pace, ON_PACE.least)) > 0 && compare(other, times(pace, ON_PACE.most)) < 0;
  return isOnPace && compare(now, times(pace, FAR_BEHIND)) < 0;
}
