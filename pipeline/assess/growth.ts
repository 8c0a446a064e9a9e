import type { Reason } from "../model/assessment.ts";
import { compare } from "../model/decimal.ts";
import { monthOf } from "../model/period.ts";
import type { Grade } from "../model/rules.ts";
import { asksForFall } from "../model/target.ts";
import { isRate } from "../model/unit.ts";
import { missedGrade, reachedGrade, shortGrade } from "./bands.ts";
import { isMet, marginOf, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement, NO_FIGURES } from "./judgement.ts";
import { brokenReason, heldReason } from "./keep.ts";
import { isWithinLevel, levelGap } from "./level.ts";
import { againstPeer } from "./peer.ts";
import { notJudgedYet } from "./postponed.ts";
import { actualClause, againstGoal } from "./wording.ts";

/**
 * Judges a published rate against the goal for the year: 增幅低于目标即未达序时, the difference in 百分点 of the
 * printed digits (standards of the field, sections 3.2 and 3.3).
 *
 * Growth where the plan asks for growth has a grade of its own when it is negative, however near the goal. A binding
 * cap (约束性, 只减不增) is red as soon as it is broken; a fall that is asked for (下降3.5%) is no cap. Where the rules ask for it, a region that meets its goal is
 * held against the whole city as well.
 */
export function judgeGrowth(one: Case): Judgement {
  const { indicator, reading } = one;
  if (!isFinal(one) && monthOf(reading.period) < indicator.judgedFrom) return notJudgedYet(one, { completion: null });
  const figures = { ...NO_FIGURES, ...levelGap(one) };
  if (!isMet(one.target, one.goal, one.reading.actual, one.rules)) {
    return { ...figures, ...missed(one), reasons: [missedReason(one)] };
  }
  const { reasons, ...grade } = againstPeer(one) ?? { ...met(one), reasons: [] };
  return { ...figures, ...grade, reasons: [heldReason(one), ...reasons] };
}

type Graded = Pick<Judgement, "verdict" | "light">;

function met(one: Case): Graded {
  if (isFinal(one)) return { verdict: "已完成" };
  const { verdict, light } = reachedGrade(one.rules.growth.bands, levelGap(one).gap);
  return { verdict, light };
}

function missed(one: Case): Graded {
  const { verdict, light } = isShrinking(one) ? one.rules.growth.shrinking : shortOf(one);
  const isCap = sideOf(one.target) === "cap" && !asksForFall(one.target);
  const isBroken = isCap && (light === "red" || one.target.strength === "约束性");
  return isBroken ? { verdict: "突破上限" } : { verdict, light };
}

/** Edges count 百分点; what the plan asks for in another unit is near or far as levels are. */
function shortOf(one: Case): Grade {
  const { target, goal, reading, rules } = one;
  if (!isRate(target.unit)) return shortGrade(rules.growth.bands, isWithinLevel(one));
  return missedGrade(rules.growth.bands, marginOf(target, goal, reading.actual));
}

function missedReason(one: Case): Reason {
  if (!isShrinking(one)) return brokenReason(one);
  return { code: "negative-growth", text: `${actualClause(one)}，${againstGoal(one)}` };
}

function isShrinking({ target, goal, reading }: Case): boolean {
  return sideOf(target) !== "cap" && compare(goal.low, "0") > 0 && compare(reading.actual, "0") < 0;
}
