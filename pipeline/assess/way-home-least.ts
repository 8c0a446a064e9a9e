import { type Decimal, dividedBy, minus, times } from "../model/decimal.ts";
import type { Chance, WayHome } from "../model/prospect.ts";
import { compareSettled, toleranceOf } from "./goal.ts";
import type { Case } from "./judgement.ts";

const FAVOURABLE: readonly (Chance | null)[] = ["确保", "有望", null];

/** What 基本达到 takes of a 左右 whose number itself is hard to reach: its chance, and the clause that says so. */
export interface Least {
  readonly chance: Chance;
  readonly clause: string; // 基本达到则只需同比增长6.5%以上
}

/**
 * The way to the least that a 左右 takes for met, where the way to its number is not 有望: who is green because the goal
 * is 基本达到 is not told beside it that the goal is hard to reach.
 *
 * @param wayHome reckons the same way home for another goal
 * @param need what that way home takes, in words
 * @returns null for other ops, and where nothing more favourable can be said
 */
export function leastOf(
  one: Case,
  chance: Chance | null,
  { wayHome, need }: { readonly wayHome: (one: Case) => WayHome | null; readonly need: (least: WayHome) => string },
): Least | null {
  const { target, goal, rules } = one;
  if (target.op !== "~" || FAVOURABLE.includes(chance)) return null;
  const low = minus(goal.low, toleranceOf(target, goal, rules));
  const least = wayHome({ ...one, target: { ...target, op: ">=" }, goal: { low, high: low } });
  if (!least || least.chance === null) return null;
  return { chance: least.chance, clause: `基本达到则${need(least)}` };
}

/**
 * Whether an amount is behind its pace by no more than the rules take for rounding: what keeps its green light for that
 * is not hard to reach for it either.
 *
 * @param expected how much of the whole is due by now, in %
 */
export function isOnPaceButForRounding({ goal, reading, rules }: Case, expected: Decimal): boolean {
  const completion = dividedBy(times(reading.actual, "100"), goal.low);
  return compareSettled(minus(completion, expected), minus("0", rules.steady.within)) > 0;
}
