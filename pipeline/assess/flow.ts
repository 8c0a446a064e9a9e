import { compare, type Decimal, minus } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { missedGrade } from "./bands.ts";
import { completionEdges, paceEdges } from "./edges.ts";
import { compareSettled, isMet, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { type PaceFigures, paceAt, paceDistance } from "./pace.ts";
import { acrossYears, notJudgedYet } from "./postponed.ts";
import { standingOf } from "./standing.ts";
import {
  againstGoal,
  againstPace,
  againstTolerance,
  completionClause,
  gapPlaces,
  gapUnitAfter,
  printed,
} from "./wording.ts";

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
  const pace = againstPace(figures.gap, paceEdges(one, figures.expected));
  const text = `${completionClause(one, figures.completion)}，${pace}`;
  const code = compareSettled(figures.gap, "0") >= 0 ? "on-pace" : "behind-pace";
  const { verdict, light, reasons } = standingOf(one);
  return { ...figures, verdict, light, reasons: [{ code, text }, ...reasons] };
}

interface Pace extends PaceFigures {
  readonly gapUnit: "百分点";
  readonly required: Decimal | null;
}

function paceOf({ target, goal, reading }: Case): Pace {
  const rest = minus(goal.low, reading.actual);
  const required = isFinal({ target, reading }) ? null : compare(rest, "0") > 0 ? rest : "0";
  return { ...paceAt({ target, goal }, reading.period, reading.actual), gapUnit: "百分点", required };
}

function completed(one: Case, figures: Pace): Judgement {
  const { target, goal, reading } = one;
  const done = completionClause(one, figures.completion);
  if (compareSettled(reading.actual, goal.low) < 0) {
    const text = `${done}，${againstTolerance(one, true)}`;
    return { ...figures, verdict: "已完成", reasons: [{ code: "within-tolerance", text }] };
  }
  const isBeyond = target.op === "range" && compareSettled(reading.actual, goal.high) > 0;
  const text = isBeyond ? `${done}，${beyondRange(one)}` : done;
  return { ...figures, verdict: "已完成", reasons: [{ code: "goal-met", text }] };
}

/** 超出目标区间的上限（10个）1个. */
function beyondRange(one: Case): string {
  const { target, goal, reading } = one;
  const beyond = minus(reading.actual, goal.high);
  const distance = `${printed(beyond, gapPlaces(one, beyond))}${gapUnitAfter(target.unit)}`;
  return `超出目标区间的上限（${goal.high}${target.unit}）${distance}`;
}

/** At the due date the result counts and not the way it came: the scale without its memory. */
function missed(one: Case, figures: Pace): Judgement {
  const { target, rules } = one;
  const done = completionClause(one, figures.completion, completionEdges(one));
  const text = `${done}，${againstGoal(one)}`;
  const code = target.op === "~" ? "outside-tolerance" : "goal-missed";
  const { verdict, light } = missedGrade(rules.pace.bands, paceDistance(figures, rules.pace));
  return { ...figures, verdict, light, reasons: [{ code, text }] };
}
