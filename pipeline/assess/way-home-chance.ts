import { type Decimal, dividedBy, times } from "../model/decimal.ts";
import { monthOf } from "../model/period.ts";
import type { Chance } from "../model/prospect.ts";
import { chanceByAverage } from "./chance.ts";
import { isMet, sideOf } from "./goal.ts";
import type { Tail } from "./history.ts";
import type { Case } from "./judgement.ts";
import { monthsLeft } from "./rest.ts";
import { isOnPaceButForRounding } from "./way-home-least.ts";

/** What is known of the amount that is still to come. */
export interface AmountEvidence {
  readonly amount: Decimal;
  readonly last: Tail | undefined; // of last year
  readonly byGrowth: Chance | null; // null where last year tells no growth
}

/** By growth where last year is known, by the average else; never worse than what its light takes for rounding. */
export function chanceOfAmount(one: Case, { amount, last, byGrowth }: AmountEvidence): Chance | null {
  const { target, goal, reading } = one;
  const isCap = sideOf(target) === "cap";
  if (!isCap && isMet(target, goal, reading.actual, one.rules)) return "确保";
  const chance = byGrowth ?? byAverage(one, amount);
  if (isCap || chance === null || chance === "确保") return chance;
  const [gone, whole] = byGrowth && last ? [last.before.value, last.whole.value] : monthsOf(one);
  return isOnPaceButForRounding(one, dividedBy(times(gone, "100"), whole)) ? "有望" : chance;
}

function monthsOf({ target, reading }: Case): readonly [gone: Decimal, whole: Decimal] {
  return [String(monthOf(reading.period)), String(monthOf(target.due))];
}

function byAverage({ target, reading, indicator }: Case, rest: Decimal): Chance | null {
  const gone = monthOf(reading.period);
  if (gone < indicator.judgedFrom) return null;
  const months = { left: monthsLeft(reading.period, target.due), gone };
  return chanceByAverage({ rest, actual: reading.actual }, months, sideOf(target) === "cap");
}
