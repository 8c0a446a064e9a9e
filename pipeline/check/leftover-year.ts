import { compare, type Decimal, minus, plus, signOf } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import { periodName, shiftPeriod } from "../model/period.ts";
import { computedGrowth } from "./computed-growth.ts";
import { printedAmount, roomOf } from "./printed-amount.ts";

const CLOSE: Decimal = "1"; // percentage points that rounding leaves open; more would fit many a growth

/**
 * Asks about an amount headed two years back from which the stated growth over last year follows exactly: the head is
 * left over from last year's sheet, and the amount is last year's. All three are asked, since the other head may be wrong.
 *
 * Only where no amount of last year stands in the file, of indicators whose growth is not at constant prices.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkLeftoverYear(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  const amounts = observations.filter(({ quantity, value }) => quantity === "value" && value !== null);
  const amountOf = new Map(amounts.map((one) => [observationKey(one), one]));
  const asked = new Map<Observation, Issue>();
  for (const growth of observations) {
    const indicator = indicators.get(growth.indicator ?? "");
    if (growth.quantity !== "yoy" || growth.unit !== "%" || !indicator || indicator.price === "real") continue;
    const amountBefore = (months: number) =>
      amountOf.get(observationKey({ ...growth, quantity: "value", period: shiftPeriod(growth.period, -months) }));
    const [now, older] = [amountBefore(0), amountBefore(24)];
    if (!now || !older || amountBefore(12) || !follows(now, older, growth)) continue;
    const details = {
      ...{ label: quote(growth.label), found: periodName(older.period, older.span), problem: `${growth.value}%` },
      expected: periodName(shiftPeriod(older.period, 12), older.span),
    };
    for (const one of [now, older, growth])
      asked.set(one, makeIssue("leftover-year", { sheet: one.sheet, cell: one.cell }, details));
  }
  return observations.flatMap((one) => asked.get(one) ?? []);
}

function follows(now: Observation, older: Observation, { value, decimals }: Observation): boolean {
  const [a, b] = [printedAmount(now), printedAmount(older)];
  if (value === null || !a || !b || a.base !== b.base || signOf(a.least) <= 0 || signOf(b.least) <= 0) return false;
  const { least, most } = computedGrowth(a, b);
  const room = roomOf(decimals);
  const isIn = compare(value, minus(least, room)) >= 0 && compare(value, plus(most, room)) <= 0;
  return isIn && compare(minus(most, least), CLOSE) <= 0;
}
