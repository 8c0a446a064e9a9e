import { type Decimal, minus } from "../model/decimal.ts";
import { compareSettled, gapUnitOf, levelYellow, marginOf } from "./goal.ts";
import type { Case } from "./judgement.ts";

/** The distance of a level from its goal, positive where it is better than asked, and the unit of the distance. */
export function levelGap({ target, goal, reading }: Case): { readonly gap: Decimal; readonly gapUnit: string } {
  return { gap: marginOf(target, goal, reading.actual), gapUnit: gapUnitOf(target.unit) };
}

/** Whether a level that misses its goal misses it by little: 百分点 for rates, a share of the goal else. */
export function isWithinLevel({ target, goal, reading, rules }: Case): boolean {
  const margin = marginOf(target, goal, reading.actual);
  return compareSettled(margin, minus("0", levelYellow(target, goal, rules))) >= 0;
}

/** Whether the actual lies beyond the goal's upper end, and that is the fault. */
export function isTooHigh({ goal, reading }: Case): boolean {
  return compareSettled(reading.actual, goal.high) > 0;
}
