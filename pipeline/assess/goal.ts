import { absolute, compare, type Decimal, dividedBy, minus, roundHalfUp, times } from "../model/decimal.ts";
import type { LightRules } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import { isRate } from "../model/unit.ts";
import type { Goal } from "./judgement.ts";

/** From which side an actual may come: at least, at most, or neither far below nor far above. */
export type Side = "floor" | "cap" | "both";

const PLACES_THAT_COUNT = 20;

/** The numbers of a target; undefined where the plan gives none. */
export function goalOf({ low, high }: Target): Goal | undefined {
  const only = low ?? high;
  return only === null ? undefined : { low: low ?? only, high: high ?? only };
}

/**
 * The side that counts.
 *
 * More than asked is no failure where something has to grow or be reached (7%左右, 8～10个), but it is where a level
 * has to be kept (保持在15万口左右); an exact state (动态清零) has two sides always.
 */
export function sideOf({ basis, op }: Target): Side {
  if (op === "<=" || op === "<") return "cap";
  if (op === ">=" || op === ">") return "floor";
  if (basis === "keep") return "both";
  return op === "=" && basis !== "growth" && basis !== "flow" ? "both" : "floor";
}

/** How much better than asked the actual is, in its unit; negative is worse. */
export function marginOf(target: Target, goal: Goal, actual: Decimal): Decimal {
  const above = minus(actual, goal.low);
  const below = minus(goal.high, actual);
  const side = sideOf(target);
  if (side === "floor") return above;
  if (side === "cap") return below;
  return compare(above, below) < 0 ? above : below;
}

/** Whether the goal is met; 突破, 超过, 低于 want strictly more or less, 左右 gives a tolerance. */
export function isMet(target: Target, goal: Goal, actual: Decimal, rules: LightRules): boolean {
  const margin = marginOf(target, goal, actual);
  if (target.op === ">" || target.op === "<") return compareSettled(margin, "0") > 0;
  return compareSettled(margin, minus("0", toleranceOf(target, goal, rules))) >= 0;
}

/** How far 左右 reaches, in the target's unit: 百分点 for rates, a share of the goal else; nothing for other ops. */
export function toleranceOf({ op, unit }: Target, goal: Goal, { around }: LightRules): Decimal {
  if (op !== "~") return "0";
  return isRate(unit) ? around.points : percentOf(goal.low, around.percent);
}

/** How far short of a level is still yellow, in the target's unit. */
export function levelYellow({ unit }: Target, goal: Goal, { level }: LightRules): Decimal {
  return isRate(unit) ? level.yellowPoints : percentOf(goal.low, level.yellowPercent);
}

/** The unit of a difference: 百分点 between rates, else the unit itself. */
export function gapUnitOf(unit: string): string {
  if (unit === "‰") return "千分点";
  return isRate(unit) ? "百分点" : unit;
}

/** Compares but for the last of the forty places that divisions keep, so that a change of unit decides nothing. */
export function compareSettled(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return compare(roundHalfUp(minus(a, b), PLACES_THAT_COUNT), "0");
}

function percentOf(value: Decimal, percent: Decimal): Decimal {
  return dividedBy(times(absolute(value), percent), "100");
}
