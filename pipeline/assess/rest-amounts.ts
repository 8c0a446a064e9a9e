import {
  absolute,
  compare,
  type Decimal,
  dividedBy,
  minus,
  plus,
  roundHalfUp,
  signOf,
  times,
} from "../model/decimal.ts";
import { yearOf } from "../model/period.ts";
import { sideOf } from "./goal.ts";
import { type History, pointAt, type Stretch, tailOf } from "./history.ts";
import type { Case } from "./judgement.ts";
import { eachOf, eachPlaces, eachWord, lastWholeName, monthsLeft, restOf } from "./rest.ts";
import type { RestGrowth } from "./rest-growth.ts";
import { restSteps } from "./rest-steps.ts";
import { operand } from "./step.ts";
import { goalOperand } from "./steps.ts";
import { earlierGrowths, growthOn } from "./tail-growth.ts";

/** How far a rate reckoned from published amounts may be from the published rate, in 百分点. */
const COMPARABLE_POINTS = "0.1";

/**
 * What is still to come, from amounts: T=B(1+g*), R=T−A, r=R÷(B−B_n)−1 (standards of the field, section 3.2).
 *
 * @returns undefined where the amounts are not comparable: growth at constant prices, a rate that this year's and last
 *   year's amounts do not give to within 0.1 个百分点, or a remaining stretch of last year that brought nothing
 */
export function restByAmounts(one: Case, amounts: History, stretch: Stretch): RestGrowth | undefined {
  const { target, goal, reading, indicator } = one;
  const year = yearOf(reading.period);
  const [now, last] = [pointAt(amounts, year, stretch.month), tailOf(amounts, year - 1, stretch)];
  if (indicator.price === "real" || !now || !last || signOf(last.amount) <= 0) return undefined;
  if (!isComparable(one, growthOn(last.before.value, now.value))) return undefined;
  const isCap = sideOf(target) === "cap";
  const end = goalOperand(one, isCap ? "high" : "low");
  const whole = dividedBy(times(last.whole.value, plus("100", isCap ? goal.high : goal.low)), "100");
  const amount = minus(whole, now.value);
  const unit = indicator.unit;
  const lastWhole = operand(lastWholeName(target.due), last.whole.value, unit);
  const decimals = Math.max(now.decimals, last.whole.decimals);
  const [rest, months] = [restOf(indicator, reading.period, target.due), monthsLeft(reading.period, target.due)];
  const stillToCome = {
    ...{ isCap, due: target.due, unit, decimals, rest, months, last },
    difference: [lastWhole, "×(1+", end, "÷100)−", operand("累计", now.value, unit)],
  };
  const common = { basis: "按上年基数", weight: null, points: [last.before, last.whole, now] };
  if (signOf(amount) <= 0) {
    return {
      ...{ ...common, growth: null, amounts: { amount: "0", each: "0", unit, decimals }, still: "", earlier: [] },
      steps: restSteps({ ...stillToCome, amount: "0", growth: null, isBeyond: true }),
    };
  }
  const each = eachOf(amount, rest, months).value;
  const places = eachPlaces(each, roundHalfUp(amount, decimals), rest);
  const growth = minus(dividedBy(times(amount, "100"), last.amount), "100");
  const average = rest.count === "1" ? "" : `、${eachWord(rest)}${roundHalfUp(each, places)}${unit}`;
  const still = `${isCap ? "最多还可增加" : "需完成"}${roundHalfUp(amount, decimals)}${unit}${average}，`;
  return {
    ...{ ...common, growth, amounts: { amount, each, unit, decimals }, still },
    earlier: earlierGrowths(amounts, year, stretch),
    steps: restSteps({ ...stillToCome, amount, growth, isBeyond: false }),
  };
}

/** Whether amounts tell the growth that was published: bases are revised, and 口径 change (section 2.1). */
function isComparable({ reading }: Case, reckoned: Decimal | null): boolean {
  if (reckoned === null) return false;
  if (compare(roundHalfUp(reckoned, reading.decimals), reading.actual) === 0) return true;
  return compare(absolute(minus(reckoned, reading.actual)), COMPARABLE_POINTS) <= 0;
}
