import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  plus,
  roundHalfUp,
  signOf,
  times,
} from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import { shiftPeriod } from "../model/period.ts";
import { computedGrowth } from "./computed-growth.ts";
import { type PrintedAmount, printedAmount, roomOf } from "./printed-amount.ts";

/** Percentage points that a stated growth may lie from the one that the two amounts give, beyond rounding. */
interface Margin {
  readonly sameSign: Decimal;
  readonly oppositeSign: Decimal;
}

/** Last year's amount restated (可比口径): seldom more than a few points. */
const AS_SOLD: Margin = { sameSign: "5", oppositeSign: "1" };

/** At constant prices (可比价): in 2021 the coal price alone drove Inner Mongolia's GDP 12 points beyond its real growth. */
const AT_CONSTANT_PRICES: Margin = { sameSign: "20", oppositeSign: "10" };

const SLIPS: readonly Decimal[] = ["10", "100", "0.1", "0.01"]; // of the decimal point

/** An amount, the same of a year before, and the growth between them. */
interface Comparison {
  readonly now: Observation;
  readonly before: Observation;
  readonly growth: Observation;
  readonly computed: Decimal; // %, to the digits of the growth
}

/**
 * Asks about an amount, last year's amount and a growth of the same fact that cannot all be right: two heads of years
 * swapped, amount and growth swapped, a sign lost, a row of another indicator. All three are asked.
 *
 * Rounding is allowed for in full. Beyond it a stated growth may differ, because last year's amount is compared as
 * restated (可比口径) or at constant prices: by 5 points, 20 where the indicator's growth is real; the more by as much as
 * the amount has grown, since a restated base counts so much more. A growth that says up where the amounts say down is
 * asked from 1 point on (real: 10), and one that is 10 or 100 times the computed one whatever the margin.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkGrowthContradiction(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  const amounts = observations.filter(({ quantity, value }) => quantity === "value" && value !== null);
  const amountOf = new Map(amounts.map((one) => [observationKey(one), one]));
  const asked = new Map<Observation, Comparison>();
  for (const growth of observations) {
    const indicator = indicators.get(growth.indicator ?? "");
    if (growth.quantity !== "yoy" || growth.unit !== "%" || !indicator) continue;
    const key = { ...growth, quantity: "value" } as const;
    const now = amountOf.get(observationKey(key));
    const before = amountOf.get(observationKey({ ...key, period: shiftPeriod(growth.period, -12) }));
    const computed = now && before ? contradiction(indicator, now, before, growth) : null;
    if (!now || !before || computed === null) continue;
    for (const one of [now, before, growth]) asked.set(one, { now, before, growth, computed });
  }
  return observations.flatMap((one) => {
    const comparison = asked.get(one);
    return comparison ? [toIssue(one, comparison)] : [];
  });
}

/** The growth that the two amounts give, where the stated one cannot be it; null where it can, or nothing is to be said. */
function contradiction({ nature, price }: Indicator, now: Observation, before: Observation, growth: Observation) {
  if (nature === "rate" || nature === "index" || growth.value === null) return null;
  if (agreesAsPrinted(now, before, growth)) return null; // nearly always
  const [a, b] = [printedAmount(now), printedAmount(before)];
  if (!a || !b || a.base !== b.base || signOf(a.least) <= 0 || signOf(b.least) <= 0) return null;
  const { least, value: computed, most } = computedGrowth(a, b);
  const room = roomOf(growth.decimals);
  const off = distance(growth.value, { least: minus(least, room), most: plus(most, room) });
  const { sameSign, oppositeSign } = price === "real" ? AT_CONSTANT_PRICES : AS_SOLD;
  const isOpposite = signOf(computed) * signOf(growth.value) < 0;
  const times100 = plus(most, "100");
  const scale = compare(times100, "100") > 0 ? dividedBy(times100, "100") : "1";
  const isOff = compare(off, times(isOpposite ? oppositeSign : sameSign, scale)) > 0;
  const isSlip = price !== "real" && compare(off, "1") > 0 && slipped(growth.value, { least, most }, room);
  return isOff || isSlip ? roundHalfUp(computed, Math.max(1, decimalPlaces(growth.value))) : null;
}

/** The growth stated is the computed one, rounded: held against each other without a division. */
function agreesAsPrinted(now: Observation, before: Observation, { value, decimals }: Observation): boolean {
  if (now.unit !== before.unit || now.value === null || before.value === null || value === null) return false;
  const off = minus(times(now.value, "100"), times(before.value, plus("100", value)));
  return compare(absolute(off), times(before.value, roomOf(decimals))) <= 0;
}

function distance(value: Decimal, { least, most }: Pick<PrintedAmount, "least" | "most">): Decimal {
  if (compare(value, least) < 0) return minus(least, value);
  return compare(value, most) > 0 ? minus(value, most) : "0";
}

function slipped(stated: Decimal, { least, most }: Pick<PrintedAmount, "least" | "most">, room: Decimal): boolean {
  return SLIPS.some((slip) => {
    const ends = { least: minus(times(least, slip), room), most: plus(times(most, slip), room) };
    return signOf(distance(stated, ends)) === 0;
  });
}

function toIssue({ sheet, cell, label }: Observation, { now, before, growth, computed }: Comparison): Issue {
  const details = {
    ...{ label: quote(label), found: `${now.value}${now.unit}`, other: `${before.value}${before.unit}` },
    ...{ expected: worded(computed), problem: worded(growth.value ?? "") },
  };
  return makeIssue("growth-contradiction", { sheet, cell }, details);
}

function worded(growth: Decimal): string {
  return `${signOf(growth) < 0 ? "下降" : "增长"}${absolute(growth)}%`;
}
