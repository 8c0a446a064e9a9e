import { type Assessment, isPostponed, type Verdict, verdictWord } from "../../model/assessment.ts";
import { absolute, compare, type Decimal, dividedBy, isZero, minus, signOf, times } from "../../model/decimal.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Period } from "../../model/period.ts";
import { compareText } from "../../model/text-order.ts";

/** Verdicts in the order of the papers, with the word that names them in figure ids. */
export const VERDICT_CODES: Readonly<Record<Verdict, string>> = {
  已完成: "done",
  超序时: "ahead",
  达序时: "on-pace",
  滞后: "behind",
  严重滞后: "far-behind",
  突破上限: "cap-broken",
  未到期: "not-due",
  未发布: "not-published",
  无数据来源: "no-source",
  待上级下达: "quota-pending",
};

const HELD: readonly Verdict[] = ["已完成", "超序时", "达序时"];
const LAGGING: readonly Verdict[] = ["滞后", "严重滞后", "突破上限"];

/** Where a target stands: judged well or badly, known but not judged yet, or not known. */
export type Standing = "held" | "lagging" | "postponed" | "unknown";

/** Sorts an assessment by its verdict; 未到期 with a figure is known but not judged yet, without one it is not known. */
export function standingOf({ verdict, actual }: Pick<Assessment, "verdict" | "actual">): Standing {
  if (HELD.includes(verdict)) return "held";
  if (LAGGING.includes(verdict)) return "lagging";
  return isPostponed({ verdict, actual }) ? "postponed" : "unknown";
}

/** Why a target whose figure is known is not judged yet: its month has not come, or its due date has not. */
export type Postponement = "month" | "due";

/** Sorts a postponed target by its reason. */
export function postponementOf({ reasons }: Pick<Assessment, "reasons">): Postponement {
  return reasons.some(({ code }) => code === "not-judged-yet") ? "month" : "due";
}

/**
 * How a paper prints a verdict: a year that is over has no pace, so the annual paper says 完成 and 未完成 of goals due in
 * it.
 */
export function verdictName(assessment: Assessment, kind: EditionKind, period: Period): string {
  const { verdict, target } = assessment;
  const isEnded = kind === "annual" && target.due <= period && verdict !== "突破上限";
  if (isEnded && HELD.includes(verdict)) return "完成";
  return isEnded && LAGGING.includes(verdict) ? "未完成" : verdictWord(assessment);
}

/** How far short of its goal a lagging target is: 百分点 as they are, everything else in % of the goal. */
function distanceOf({ gap, gapUnit, target }: Assessment): Decimal {
  if (gap === null) return "0";
  const goal = absolute(target.low ?? target.high ?? "0");
  if (gapUnit === "百分点" || isZero(goal)) return absolute(gap);
  return dividedBy(times(absolute(gap), "100"), goal);
}

/** Orders lagging targets: red before yellow, the farthest first, then as the plan names them. */
export function byUrgency(a: Assessment, b: Assessment): number {
  const red = (assessment: Assessment) => (assessment.light === "red" ? 0 : 1);
  return red(a) - red(b) || compare(distanceOf(b), distanceOf(a)) || compareText(a.target.id, b.target.id);
}

/** Orders targets that hold: the farthest beyond its goal or its pace first, then as the plan names them. */
export function byLead(a: Assessment, b: Assessment): number {
  return compare(leadOf(b), leadOf(a)) || compareText(a.target.id, b.target.id);
}

/** How far a target is beyond what is asked, measured as `distanceOf` does; below zero within a tolerance. */
function leadOf(assessment: Assessment): Decimal {
  const distance = distanceOf(assessment);
  return signOf(assessment.gap ?? "0") < 0 ? minus("0", distance) : distance;
}
