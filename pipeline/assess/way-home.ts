import { compare } from "../model/decimal.ts";
import { yearOf } from "../model/period.ts";
import type { WayHome } from "../model/prospect.ts";
import { isRate } from "../model/unit.ts";
import { sideOf } from "./goal.ts";
import type { History } from "./history.ts";
import { countsIncidents } from "./incidents.ts";
import type { Case } from "./judgement.ts";
import { monthsLeft } from "./rest.ts";
import { wayHomeByFlow } from "./way-home-flow.ts";
import { wayHomeByGrowth } from "./way-home-growth.ts";
import { wayHomeByLevel } from "./way-home-level.ts";

/** What is known of a target over the years, up to the reading. */
export interface Known {
  readonly own: History; // of the target's own quantity
  readonly amounts: History; // behind a goal of growth, in the indicator's unit; else the same
}

/**
 * What the time left must bring (standards of the field, section 3.2): an amount where amounts add up, growth of the
 * remaining months where the goal is a rate of growth, a distance where a level must be reached. 测算 always.
 *
 * @returns null where no time is left, for prices and indices, events, incidents, ranks and month-on-month rates, for what adds
 *   up to a goal of a later year, for a cap already broken and a level already reached
 */
export function wayHomeOf(one: Case, { own, amounts }: Known): WayHome | null {
  const { target, indicator, reading } = one;
  if (monthsLeft(reading.period, target.due) <= 0 || isSenseless(one)) return null;
  const isLater = yearOf(target.due) > yearOf(reading.period);
  if (addsUp(one)) return isLater ? null : wayHomeByFlow(one, own);
  if (target.basis === "flow") return null;
  const isGrowthOfFlow = target.quantity === "yoy" && indicator.nature === "flow";
  if (isGrowthOfFlow) return isLater ? null : wayHomeByGrowth(one, own, amounts);
  return wayHomeByLevel(one);
}

function isSenseless({ target, indicator }: Case): boolean {
  if (target.basis === "event" || target.basis === "quota") return true;
  if (indicator.nature === "index" || countsIncidents(target, indicator)) return true;
  return target.quantity !== "value" && target.quantity !== "yoy" && target.quantity !== "change";
}

/** Amounts of which more comes every month: goals of so much in the year, and caps on what may come. */
function addsUp({ target, goal, indicator, reading }: Case): boolean {
  if (isRate(target.unit) || target.unit === "‰" || target.quantity !== "value") return false;
  const side = sideOf(target);
  if (target.basis === "flow") return side === "cap" ? compare(goal.high, "0") > 0 : compare(goal.low, "0") > 0;
  const isCapOfFlow = target.basis === "keep" && side === "cap" && indicator.nature === "flow";
  return isCapOfFlow && reading.span === "ytd" && compare(goal.high, "0") > 0;
}
