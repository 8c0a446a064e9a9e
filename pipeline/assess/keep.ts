import type { Reason, Verdict } from "../model/assessment.ts";
import { asksForFall } from "../model/target.ts";
import { compareSettled, isMet, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement, NO_FIGURES } from "./judgement.ts";
import { isTooHigh, isWithinLevel, levelGap } from "./level.ts";
import { actualClause, againstGoal, againstTolerance } from "./wording.ts";

/**
 * Judges what must hold at every reading: caps, floors, 稳定在, 保持在 (standards of the field, sections 3.2 and 3.3).
 *
 * A broken cap is red however little it is broken; a floor or a 左右 missed by little is yellow. What is far above a
 * 左右 has broken no 上限, the plan having none: it is 严重滞后, and the reason says that it is above.
 */
export function judgeKeep(one: Case): Judgement {
  const figures = { ...NO_FIGURES, ...levelGap(one) };
  if (!isMet(one.target, one.goal, one.reading.actual, one.rules)) {
    return { ...figures, verdict: brokenVerdict(one), reasons: [brokenReason(one)] };
  }
  return { ...figures, verdict: isFinal(one) ? "已完成" : "达序时", reasons: [heldReason(one)] };
}

/** The verdict on a level that misses its goal when it should not. */
export function brokenVerdict(one: Case): Verdict {
  if (sideOf(one.target) === "cap") return "突破上限";
  if (isWithinLevel(one)) return "滞后";
  return isTooHigh(one) && one.target.op !== "~" ? "突破上限" : "严重滞后";
}

/** Why a level fails, with its figures. */
export function brokenReason(one: Case): Reason {
  const text = `${actualClause(one)}，${againstGoal(one)}`;
  if (isCap(one)) return { code: "cap-broken", text };
  if (one.target.op !== "~") return { code: "goal-missed", text };
  return { code: "outside-tolerance", text: `${text}，${againstTolerance(one, false)}` };
}

/** Why a level holds, with its figures. */
export function heldReason(one: Case): Reason {
  const text = `${actualClause(one)}，${againstGoal(one)}`;
  if (isCap(one)) return { code: "cap-held", text };
  if (compareSettled(levelGap(one).gap, "0") >= 0) return { code: "goal-met", text };
  return { code: "within-tolerance", text: `${text}，${againstTolerance(one, true)}` };
}

function isCap({ target }: Case): boolean {
  return sideOf(target) === "cap" && !asksForFall(target);
}
