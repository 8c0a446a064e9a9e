import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import type { PaceFigures } from "../edition/pace-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { againstGoal, againstPace } from "./comparison.ts";
import { goalNoun, isCap } from "./goal.ts";
import { amountOf, change, growth } from "./growth.ts";
import { growthPace, ratePace } from "./pace.ts";
import type { Tell } from "./phrase.ts";
import { remainder } from "./remainder.ts";
import type { Words } from "./runs.ts";

interface OutcomeContext {
  readonly period: Period; // of the edition: a clause names its own period only where it is another
  readonly amount: Figure | null; // that goes with a growth rate, in the same 口径
  readonly pace?: PaceFigures | undefined; // how a rate moved since the release before, where that is known
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
export function outcome(t: TargetFigures, { period, amount, pace }: OutcomeContext, tell: Tell): Words {
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
    const price = { isPrice: isPrice(t) };
    const tempo = pace ? growthPace(actual, pace, price) : [];
    return tell(name, { ...what, amount: beside, growth: growth(actual, price), tempo, goal });
  }
  const reached = { ...what, amount: amountOf(actual), note: postponed(t, tell) };
  if (basis === "flow" && completion !== null) {
    return tell("progress", { ...reached, noun: goalNoun(assessment), completion, pace: againstPace(t) });
  }
  const tempo = pace ? ratePace(pace, { isCapped: isCap(assessment.target) }) : [];
  return tell("level", { ...reached, tempo, goal });
}

interface ShortfallContext {
  readonly lag?: Figure | undefined; // releases in a row behind
  readonly source?: string; // the bureau that leads
}

/**
 * Tells by how much a target lags and what is left to do, without its full stop; empty where there is no gap. Names the
 * time where it is an earlier one than the paper's, and counts what is left from there. 力争 is said where it is all that
 * keeps the light from red.
 *
 * `社会消费品零售总额同比增长4.5%，低于年度目标2.5个百分点，已连续3期滞后`, `城镇新增就业完成年度目标的40.0%，慢于序时进度10.0个百分点，
 * 后6个月需完成0.72万人、月均0.12万人（测算）`
 */
export function shortfall(t: TargetFigures, tell: Tell, { lag, source = "" }: ShortfallContext = {}): Words {
  const { completion, assessment, gap, actual } = t;
  if (gap === null || actual === null) return [];
  const { basis, quantity } = assessment.target;
  const what = { ...named(t, tell), source };
  const since = lag ? tell("since", { count: lag, unit: lag.unit ?? "期" }) : [];
  const [goal, rest] = [againstGoal(t), remainder(t, tell)];
  if (quantity === "yoy") {
    return tell("short-growth", { ...what, growth: growth(actual, { isPrice: isPrice(t) }), goal, since, rest });
  }
  if (basis === "flow" && completion !== null) {
    const noun = goalNoun(assessment);
    return tell("short-progress", { ...what, noun, completion, pace: againstPace(t), since, rest });
  }
  if (quantity === "change") return tell("short-change", { ...what, change: change(actual), goal });
  return tell("short-level", { ...what, amount: amountOf(actual), goal, rest });
}

/** By how much alone: 社会消费品零售总额低于年度目标2.5个百分点; empty where there is no gap. */
export function shortfallInBrief(t: TargetFigures, tell: Tell): Words {
  const pace = againstPace(t);
  const goal = pace.length > 0 ? pace : againstGoal(t);
  return goal.length === 0 ? [] : tell("short-named", { ...named(t, tell), goal });
}

function named({ assessment, subject }: TargetFigures, tell: Tell) {
  const isStriven = assessment.reasons.some(({ code }) => code === "striven-for");
  const striven = isStriven ? tell("striven-for", {}) : "";
  return { period: earlierTime(assessment) ?? "", indicator: subject, striven };
}

function isPrice({ indicator }: TargetFigures): boolean {
  return indicator?.nature === "index";
}

/** A value that is reported before it can be judged: of a season, or of a goal of a later year. */
function postponed({ assessment: { reasons } }: TargetFigures, tell: Tell): Words {
  if (reasons.some(({ code }) => code === "not-judged-yet")) return tell("not-judged", {});
  return reasons.some(({ code }) => code === "not-due") ? tell("not-due", {}) : [];
}

/** What a target measures, after its time where that is not the paper's own: 6月末各项贷款余额. */
export function timedSubject(t: TargetFigures, period: Period): string {
  return `${timeOf(t, period)}${t.subject}`;
}

/** 一季度, where the edition is of 1—5月; 6月末 for what is counted at a month's end. */
function timeOf({ assessment: { observedPeriod }, span }: TargetFigures, period: Period): string {
  if (observedPeriod === null || span === null) return "";
  if (span === "instant") return spanName(observedPeriod, "instant");
  return observedPeriod === period ? "" : spanName(observedPeriod, span);
}
