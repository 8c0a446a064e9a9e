import { compare, type Decimal, dividedBy, times } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { isRate } from "../model/unit.ts";
import { isMet, sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement, NO_FIGURES } from "./judgement.ts";
import { brokenReason, brokenVerdict, heldReason } from "./keep.ts";
import { levelGap } from "./level.ts";
import { acrossYears, notJudgedYet } from "./postponed.ts";
import { actualClause, againstGoal } from "./wording.ts";

/**
 * Judges a stock or rate that must be reached by its due date.
 *
 * Reached before that date is 已完成 only where figures cannot fall back again: rates, stocks and indices are 达序时
 * until then. Not reached before that date is yellow and never red, because nobody promised a pace; from that date on it is judged
 * as a level that must hold.
 */
export function judgeAttain(one: Case): Judgement {
  const { target, goal, reading } = one;
  const completion = completionOf(one);
  const figures = { ...NO_FIGURES, ...levelGap(one), completion };
  if (isMet(target, goal, reading.actual, one.rules)) {
    const canFallBack = one.indicator.nature !== "flow";
    const verdict = canFallBack && !isFinal(one) ? "达序时" : "已完成";
    return { ...figures, verdict, reasons: [heldReason(one)] };
  }
  if (isFinal(one)) return { ...figures, verdict: brokenVerdict(one), reasons: [brokenReason(one)] };
  if (yearOf(target.due) > yearOf(reading.period)) return acrossYears(one, completion);
  if (monthOf(reading.period) < one.indicator.judgedFrom) return notJudgedYet(one, { completion });
  const text = `${actualClause(one)}，${againstGoal(one)}，尚未达到`;
  return { ...figures, verdict: "滞后", reasons: [{ code: "not-yet-reached", text }] };
}

/** Share of an amount reached, in %; null for rates and caps, of which a share means nothing. */
function completionOf({ target, goal, reading }: Case): Decimal | null {
  if (sideOf(target) === "cap" || isRate(target.unit) || compare(goal.low, "0") <= 0) return null;
  return dividedBy(times(reading.actual, "100"), goal.low);
}
