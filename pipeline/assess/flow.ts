import type { Verdict } from "../model/assessment.ts";
import { absolute, compare, type Decimal, dividedBy, minus, times } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { compareSettled, isMet, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { isWithinLevel } from "./level.ts";
import { acrossYears, notJudgedYet } from "./postponed.ts";
import { againstGoal, againstPace, againstTolerance, completionClause } from "./wording.ts";

/**
 * Judges what adds up over the year against 序时: completion less the share of the months gone by (standards of the
 * field, section 3.2; lights of section 3.3).
 *
 * A cumulative cap has no pace: it holds or it is broken. Neither has a goal of nothing.
 */
export function judgeFlow(one: Case): Judgement {
  const { target, goal, reading } = one;
  if (sideOf(target) === "cap" || compare(goal.low, "0") <= 0) return judgeKeep(one);
  if (yearOf(target.due) > yearOf(reading.period)) return acrossYears(one);
  const figures = paceOf(one);
  if (isMet(target, goal, reading.actual, one.rules)) return completed(one, figures);
  if (isFinal(one)) return missed(one, figures);
  if (monthOf(reading.period) < one.indicator.judgedFrom) {
    return notJudgedYet(one, { completion: figures.completion, required: figures.required });
  }
  const text = `${completionClause(target, reading.period, figures.completion)}，${againstPace(figures.gap)}`;
  const code = compareSettled(figures.gap, "0") >= 0 ? "on-pace" : "behind-pace";
  return { ...figures, verdict: verdictOf(figures.gap, one), reasons: [{ code, text }] };
}

interface Pace {
  readonly completion: Decimal;
  readonly expected: Decimal | null; // null once the due date is past: no pace is left
  readonly gap: Decimal;
  readonly gapUnit: "百分点";
  readonly required: Decimal | null;
}

/** Hundredfold before dividing, so that both shares are cut at the same place and a gap of exactly 0 stays 0. */
function paceOf({ target, goal, reading }: Case): Pace {
  const completion = dividedBy(times(reading.actual, "100"), goal.low);
  const isPast = reading.period > target.due;
  const month = String(monthOf(reading.period));
  const expected = isPast ? null : dividedBy(times(month, "100"), String(monthOf(target.due)));
  const rest = minus(goal.low, reading.actual);
  const required = isFinal({ target, reading }) ? null : compare(rest, "0") > 0 ? rest : "0";
  return { completion, expected, gap: minus(completion, expected ?? "100"), gapUnit: "百分点", required };
}

function completed(one: Case, figures: Pace): Judgement {
  const { target, goal, reading } = one;
  const done = completionClause(target, reading.period, figures.completion);
  if (compareSettled(reading.actual, goal.low) < 0) {
    const text = `${done}，${againstTolerance(one, true)}`;
    return { ...figures, verdict: "已完成", reasons: [{ code: "within-tolerance", text }] };
  }
  const isBeyond = target.op === "range" && compareSettled(reading.actual, goal.high) > 0;
  const text = isBeyond ? `${done}，超出目标区间的上限${goal.high}${target.unit}` : done;
  return { ...figures, verdict: "已完成", reasons: [{ code: "goal-met", text }] };
}

function missed(one: Case, figures: Pace): Judgement {
  const { target, reading } = one;
  const text = `${completionClause(target, reading.period, figures.completion)}，${againstGoal(one)}`;
  const code = target.op === "~" ? "outside-tolerance" : "goal-missed";
  return { ...figures, verdict: isWithinLevel(one) ? "滞后" : "严重滞后", reasons: [{ code, text }] };
}

/** Both ends of the yellow band belong to it: −5 is yellow, and so is all that is short of 0. */
function verdictOf(gap: Decimal, { rules }: Case): Verdict {
  if (compareSettled(gap, rules.pace.ahead) >= 0) return "超序时";
  if (compareSettled(gap, "0") >= 0) return "达序时";
  return compareSettled(gap, minus("0", absolute(rules.pace.yellow))) >= 0 ? "滞后" : "严重滞后";
}
