import type { Reason, Verdict } from "../model/assessment.ts";
import { compare, minus } from "../model/decimal.ts";
import { compareSettled, growthYellow, isMet, marginOf, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement, NO_FIGURES } from "./judgement.ts";
import { brokenReason, heldReason } from "./keep.ts";
import { levelGap } from "./level.ts";
import { actualClause, againstGoal } from "./wording.ts";

/**
 * Judges a published rate against the goal for the year: 增幅低于目标即未达序时, the difference in 百分点 of the
 * printed digits (standards of the field, sections 3.2 and 3.3).
 *
 * Growth where the plan asks for growth is red when it is negative, however near the goal. A binding cap
 * (约束性, 只减不增) is red as soon as it is broken.
 */
export function judgeGrowth(one: Case): Judgement {
  const figures = { ...NO_FIGURES, ...levelGap(one) };
  if (isMet(one.target, one.goal, one.reading.actual, one.rules)) {
    return { ...figures, verdict: isFinal(one) ? "已完成" : "达序时", reasons: [heldReason(one)] };
  }
  return { ...figures, verdict: missedVerdict(one), reasons: [missedReason(one)] };
}

function missedVerdict(one: Case): Verdict {
  const { target, goal, reading, rules } = one;
  const margin = marginOf(target, goal, reading.actual);
  const isNear = compareSettled(margin, minus("0", growthYellow(target, goal, rules))) >= 0;
  if (sideOf(target) === "cap") return isNear && target.strength !== "约束性" ? "滞后" : "突破上限";
  return isNear && !isShrinking(one) ? "滞后" : "严重滞后";
}

function missedReason(one: Case): Reason {
  if (!isShrinking(one)) return brokenReason(one);
  return { code: "negative-growth", text: `${actualClause(one)}，${againstGoal(one)}` };
}

function isShrinking({ target, goal, reading }: Case): boolean {
  return sideOf(target) !== "cap" && compare(goal.low, "0") > 0 && compare(reading.actual, "0") < 0;
}
