import type { Assessment } from "../../model/assessment.ts";
import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { monthOf, type Period, spanName, yearOf } from "../../model/period.ts";
import { restWords } from "../../model/prospect.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { againstGoal, againstPace } from "./comparison.ts";
import { goalNoun } from "./goal.ts";
import { change, growth, unitAfter } from "./growth.ts";
import type { Tell } from "./phrase.ts";
import { say, type Words } from "./runs.ts";

interface OutcomeContext {
  readonly period: Period; // of the edition: a clause names its own period only where it is another
  readonly amount: Figure | null; // that goes with a growth rate, in the same 口径
}

/**
 * Tells how a target stands, as a sentence without its full stop; empty where there is no actual.
 *
 * ```
 * 规模以上工业增加值同比增长0.5%，低于年度目标8.5个百分点
 * 城镇新增就业0.75万人，完成年度目标的62.5%，快于序时进度12.5个百分点
 * 城镇登记失业率为3.9%，在5%以内的控制目标之内
 * ```
 */
export function outcome(t: TargetFigures, { period, amount }: OutcomeContext, tell: Tell): Words {
  const { actual, assessment, completion } = t;
  if (actual === null) return [];
  const { basis, quantity } = assessment.target;
  const what = { period: timeOf(t, period), indicator: t.subject };
  const goal = againstGoal(t);
  if (quantity === "change") return tell("change", { ...what, change: change(actual), goal });
  if (quantity === "yoy") {
    // An amount at current prices beside a rate at constant ones needs the word.
    const name = t.indicator?.price === "real" ? "growth-real" : "growth";
    const beside = amount === null ? [] : amountOf(amount);
    return tell(name, { ...what, amount: beside, growth: growth(actual, { isPrice: isPrice(t) }), goal });
  }
  const reached = { ...what, amount: amountOf(actual), note: postponed(t, tell) };
  if (basis === "flow" && completion !== null) {
    return tell("progress", { ...reached, noun: goalNoun(assessment), completion, pace: againstPace(t) });
  }
  return tell("level", { ...reached, goal });
}

/**
 * Tells by how much a target lags and what is left to do, without its full stop; empty where there is no gap. Names the
 * time where it is an earlier one than the paper's, and counts what is left from there. 力争 is said where it is all that
 * keeps the light from red.
 *
 * `社会消费品零售总额同比增长4.5%，低于年度目标2.5个百分点`, `城镇新增就业完成年度目标的40.0%，慢于序时进度10.0个百分点，
 * 后6个月需完成0.72万人（测算）`
 */
export function shortfall(t: TargetFigures, tell: Tell): Words {
  const { completion, assessment, gap, actual } = t;
  if (gap === null || actual === null) return [];
  const { basis, quantity } = assessment.target;
  const isStriven = assessment.reasons.some(({ code }) => code === "striven-for");
  const what = {
    period: earlierTime(assessment) ?? "",
    indicator: t.subject,
    striven: isStriven ? tell("striven-for", {}) : "",
  };
  const goal = againstGoal(t);
  if (quantity === "yoy") {
    return tell("short-growth", { ...what, growth: growth(actual, { isPrice: isPrice(t) }), goal });
  }
  const rest = remainder(t, tell);
  if (basis === "flow" && completion !== null) {
    return tell("short-progress", { ...what, noun: goalNoun(assessment), completion, pace: againstPace(t), rest });
  }
  if (quantity === "change") return tell("short-change", { ...what, change: change(actual), goal });
  return tell("short-level", { ...what, amount: amountOf(actual), goal, rest });
}

/** What the time until the goal is due must bring: 后6个月需完成0.72万人（测算）, 后2个季度…; empty where nothing is known. */
function remainder({ required, assessment }: TargetFigures, tell: Tell): Words {
  const period = timeLeft(assessment);
  return required === null || period === null ? [] : tell("rest-amount", { period, amount: amountOf(required) });
}

/** As the way home counts it: by the figures that are still to come, from the one that is known. */
function timeLeft({ observedPeriod, target, wayHome }: Assessment): string | null {
  if (observedPeriod === null) return null;
  const months = (yearOf(target.due) - yearOf(observedPeriod)) * 12 + monthOf(target.due) - monthOf(observedPeriod);
  if (months < 1) return null;
  if (wayHome !== null && wayHome.rest.unit !== "个月") return restWords(wayHome.rest, months);
  return months === 1 ? "最后1个月" : `后${months}个月`;
}

function isPrice({ indicator }: TargetFigures): boolean {
  return indicator?.nature === "index";
}

/** A value that is reported before it can be judged: of a season, or of a goal of a later year. */
function postponed({ assessment: { reasons } }: TargetFigures, tell: Tell): Words {
  if (reasons.some(({ code }) => code === "not-judged-yet")) return tell("not-judged", {});
  return reasons.some(({ code }) => code === "not-due") ? tell("not-due", {}) : [];
}

/** A level below zero is said in words; prose knows no minus sign. */
function amountOf(figure: Figure): Words {
  return say`${signOf(figure) < 0 ? "负" : ""}${figure}${unitAfter(figure.unit)}`;
}

/** 一季度, where the edition is of 1—5月; 6月末 for what is counted at a month's end. */
function timeOf({ assessment: { observedPeriod }, span }: TargetFigures, period: Period): string {
  if (observedPeriod === null || span === null) return "";
  if (span === "instant") return spanName(observedPeriod, "instant");
  return observedPeriod === period ? "" : spanName(observedPeriod, span);
}
