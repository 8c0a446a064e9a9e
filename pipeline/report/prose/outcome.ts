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
import { joinWords, say, type Words } from "./runs.ts";

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
export function outcome(t: TargetFigures, { period, amount }: OutcomeContext): Words {
  const { actual, assessment } = t;
  if (actual === null) return [];
  const { basis, quantity } = assessment.target;
  const subject = `${timeOf(t, period)}${t.subject}`;
  if (quantity === "change") return joinWords([say`${subject}${change(actual)}`, againstGoal(t)], "，");
  if (quantity === "yoy") return joinWords([growthOf(subject, actual, amount, t), againstGoal(t)], "，");
  if (basis === "flow" && t.completion !== null) {
    return joinWords([say`${subject}${amountOf(actual)}`, ...progress(t), ...postponed(t)], "，");
  }
  return joinWords([say`${subject}为${amountOf(actual)}`, againstGoal(t), ...postponed(t)], "，");
}

/**
 * Tells by how much a target lags and what is left to do, without its full stop; empty where there is no gap. Names the
 * time where it is an earlier one than the paper's, and counts what is left from there. 力争 is said where it is all that
 * keeps the light from red.
 *
 * `社会消费品零售总额同比增长4.5%，低于年度目标2.5个百分点`, `城镇新增就业完成年度目标的40.0%，慢于序时进度10.0个百分点，
 * 后6个月需完成0.72万人（测算）`
 */
export function shortfall(t: TargetFigures): Words {
  const { completion, assessment, gap, actual } = t;
  if (gap === null || actual === null) return [];
  const striven = assessment.reasons.some(({ code }) => code === "striven-for") ? "（力争目标）" : "";
  const subject = `${earlierTime(assessment) ?? ""}${t.subject}${striven}`;
  if (assessment.target.quantity === "yoy") {
    return joinWords([growthOf(subject, actual, null, t), againstGoal(t)], "，");
  }
  if (assessment.target.basis === "flow" && completion !== null) {
    const [first = [], ...others] = progress(t);
    return joinWords([say`${subject}${first}`, ...others, remainder(t)], "，");
  }
  if (assessment.target.quantity === "change") {
    return joinWords([say`${subject}${change(actual)}`, againstGoal(t)], "，");
  }
  return joinWords([say`${subject}为${amountOf(actual)}`, againstGoal(t), remainder(t)], "，");
}

/** What the time until the goal is due must bring: 后6个月需完成0.72万人（测算）, 后2个季度…; empty where nothing is known. */
export function remainder({ required, assessment }: TargetFigures): Words {
  const when = timeLeft(assessment);
  return required === null || when === null ? [] : say`${when}需完成${required}${unitAfter(required.unit)}（测算）`;
}

/** As the way home counts it: by the figures that are still to come, from the one that is known. */
function timeLeft({ observedPeriod, target, wayHome }: Assessment): string | null {
  if (observedPeriod === null) return null;
  const months = (yearOf(target.due) - yearOf(observedPeriod)) * 12 + monthOf(target.due) - monthOf(observedPeriod);
  if (months < 1) return null;
  if (wayHome !== null && wayHome.rest.unit !== "个月") return restWords(wayHome.rest, months);
  return months === 1 ? "最后1个月" : `后${months}个月`;
}

function growthOf(subject: string, rate: Figure, amount: Figure | null, { indicator }: TargetFigures): Words {
  const isPrice = indicator?.nature === "index";
  if (amount === null) return say`${subject}${growth(rate, { isPrice })}`;
  // An amount at current prices beside a rate at constant ones needs the word.
  const basis = indicator?.price === "real" ? "，按不变价格计算，" : "，";
  return say`${subject}${amountOf(amount)}${basis}${growth(rate, { isPrice })}`;
}

function progress(t: TargetFigures): readonly Words[] {
  const { completion, assessment } = t;
  if (completion === null) return [];
  return [say`完成${goalNoun(assessment)}的${completion}%`, againstPace(t)];
}

/** A value that is reported before it can be judged: of a season, or of a goal of a later year. */
function postponed({ assessment: { reasons } }: TargetFigures): readonly Words[] {
  if (reasons.some(({ code }) => code === "not-judged-yet")) return [say`尚不评价进度`];
  return reasons.some(({ code }) => code === "not-due") ? [say`目标期限未到，尚不评价进度`] : [];
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
