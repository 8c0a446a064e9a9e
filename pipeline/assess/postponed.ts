import type { Reason } from "../model/assessment.ts";
import { absolute, compare, type Decimal, dividedBy, minus, times } from "../model/decimal.ts";
import { isRate } from "../model/unit.ts";
import { sideOf } from "./goal.ts";
import { type Case, type Judgement, NO_FIGURES } from "./judgement.ts";
import { levelGap } from "./level.ts";
import { monthsLeft } from "./rest.ts";
import {
  actualClause,
  againstGoal,
  completionClause,
  dueName,
  gapUnitAfter,
  printed,
  tellingPlaces,
} from "./wording.ts";

/** Known but not judged: harvests and building seasons have no pace in spring (standards of the field, section 3.2). */
export function notJudgedYet(
  one: Case,
  { completion, required = null }: { readonly completion: Decimal | null; readonly required?: Decimal | null },
): Judgement {
  const { indicator } = one;
  const known = completion === null ? actualClause(one) : completionClause(one, completion);
  const text = `${known}；该指标年内进度不均衡，${indicator.judgedFrom}月以前不评价进度`;
  return { ...NO_FIGURES, completion, required, verdict: "未到期", reasons: [{ code: "not-judged-yet", text }] };
}

/**
 * Known but not judged: the goal is of a later year than the figures (到2025年).
 *
 * A level has a distance, and what is left of it for each year; what adds up starts anew each January, so the part of
 * this year tells nothing of a goal for several.
 */
export function acrossYears(one: Case, completion: Decimal | null = null): Judgement {
  const { target } = one;
  const due = `目标期限为${dueName(target.due)}，尚未到期`;
  if (target.basis === "flow") {
    const text = `${actualClause(one)}；${due}，本年累计数不能单独与多年目标比对`;
    return { ...NO_FIGURES, verdict: "未到期", reasons: [{ code: "not-due", text }] };
  }
  const reasons: readonly Reason[] = [
    { code: "not-due", text: due },
    { code: "not-yet-reached", text: `${actualClause(one)}，${againstGoal(one)}${leftEachYear(one)}` },
  ];
  return { ...NO_FIGURES, ...levelGap(one), completion, verdict: "未到期", reasons };
}

/** ，还有30个月，平均每年还需提高4个百分点（测算）; nothing where the goal itself is reached but not passed. */
function leftEachYear(one: Case): string {
  const { target, reading } = one;
  const months = monthsLeft(reading.period, target.due);
  const distance = distanceLeft(one);
  if (compare(distance, "0") === 0) return `，还有${months}个月`;
  const yearly = dividedBy(times(absolute(distance), "12"), String(months));
  const verb = verbOf(target.unit, compare(distance, "0") > 0);
  const amount = printed(yearly, tellingPlaces(yearly, "0", Math.max(1, reading.decimals)));
  return `，还有${months}个月，平均每年还需${verb}${amount}${gapUnitAfter(target.unit)}（测算）`;
}

/** From the actual to the goal's nearest number, upwards or downwards. */
function distanceLeft({ target, goal, reading }: Case): Decimal {
  const isAbove = sideOf(target) !== "floor" && compare(reading.actual, goal.high) > 0;
  return minus(isAbove || sideOf(target) === "cap" ? goal.high : goal.low, reading.actual);
}

function verbOf(unit: string, isRise: boolean): string {
  if (isRate(unit)) return isRise ? "提高" : "降低";
  return isRise ? "增加" : "减少";
}
