import { compare } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { asksForFall } from "../../model/target.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { goalNoun, goalWords, isCap } from "./goal.ts";
import { unitAfter } from "./growth.ts";
import { say, type Words } from "./runs.ts";

/**
 * Holds an actual against its goal: 低于年度目标8.5个百分点, 比年度目标多15.8万头, 控制在5%以内, 与年度目标持平.
 *
 * Empty where no gap is known.
 */
export function againstGoal(t: TargetFigures): Words {
  const { assessment, gap, actual } = t;
  const { target } = assessment;
  const noun = goalNoun(assessment);
  if (gap === null || actual === null) return [];
  if (asksForFall(target)) return againstFall(t, { gap, actual });
  if (isCap(target)) return againstCap(t, gap);
  if (isAbout(t)) return say`基本达到${noun}（${goalWords(t)}）`;
  if (isWithinRange(t)) return say`在${noun}${goalWords(t)}的范围之内`;
  // 超过10% is missed by 10 itself.
  if (target.op === ">" && signOf(gap) === 0) return say`未超过${noun}`;
  return difference(gap, noun, isAbove(t) ? 1 : signOf(gap));
}

/** Holds a completion against the pace: 快于序时进度13.2个百分点; empty where there is no pace. */
export function againstPace({ gap, expected, assessment }: TargetFigures): Words {
  if (gap === null || expected === null || assessment.completion === null || gap.unit !== "百分点") return [];
  if (compare(expected.value, "100") >= 0) return [];
  const sign = signOf(gap);
  if (sign === 0) return say`与序时进度持平`;
  return say`${sign > 0 ? "快于" : "慢于"}序时进度${gap}个百分点`;
}

/** Higher and lower for rates, more and less for amounts. */
function difference(gap: Figure, noun: string, sign: -1 | 0 | 1): Words {
  if (signOf(gap) === 0) return say`与${noun}持平`;
  if (isInPoints(gap)) return say`${sign > 0 ? "高于" : "低于"}${noun}${gap}${unitAfter(gap.unit)}`;
  return say`比${noun}${sign > 0 ? "多" : "少"}${gap}${unitAfter(gap.unit)}`;
}

function isInPoints({ unit }: Figure): boolean {
  return unit === "百分点" || unit === "千分点";
}

/** A fall is compared by its size (降幅低于年度目标0.1个百分点); what rose has none. */
function againstFall({ assessment }: TargetFigures, { gap, actual }: { gap: Figure; actual: Figure }): Words {
  const noun = goalNoun(assessment);
  if (signOf(gap) === 0) return say`与${noun}持平`;
  if (signOf(actual) > 0) return say`不降反升，与${noun}相差${gap}${unitAfter(gap.unit)}`;
  const size = assessment.target.quantity === "change" ? "减少额" : "降幅";
  return say`${size}${signOf(gap) > 0 ? "高于" : "低于"}${noun}${gap}${unitAfter(gap.unit)}`;
}

function againstCap(t: TargetFigures, gap: Figure): Words {
  const { verdict } = t.assessment;
  const isMissed = verdict === "未到期"; // a goal of later years not yet reached: nothing else that waits has a gap
  const isBroken = verdict === "突破上限" || verdict === "滞后" || verdict === "严重滞后" || isMissed;
  // 只减不增 is a cap of nothing on an increase.
  const isNoIncrease = t.assessment.target.quantity === "change" && t.high !== null && signOf(t.high) === 0;
  if (isNoIncrease) return say`${isBroken ? "未达到" : "达到"}只减不增的目标`;
  if (!isBroken) return say`在${goalWords(t)}的控制目标之内`;
  // 低于31.4 is missed by 31.4 itself.
  if (signOf(gap) === 0) return say`未达到${goalWords(t)}的控制目标`;
  const verb = isBeforeDue(t) ? "高于" : "超出";
  return say`${verb}控制目标（${goalWords(t)}）${gap}${unitAfter(gap.unit)}`;
}

/** A level that counts at its due date alone, such as a year's average, and has not come to it. */
function isBeforeDue({ assessment: { target, observedPeriod } }: TargetFigures): boolean {
  return target.basis === "attain" && observedPeriod !== null && observedPeriod < target.due;
}

/** Beyond the goal's upper end, where a level has two sides (保持在15万口左右) and its gap is negative for it. */
function isAbove({ actual, high }: TargetFigures): boolean {
  return actual !== null && high !== null && compare(actual.value, high.value) > 0;
}

function isWithinRange({ assessment: { target }, actual, low, high }: TargetFigures): boolean {
  if (target.op !== "range" || actual === null || low === null || high === null) return false;
  return compare(actual.value, low.value) >= 0 && compare(actual.value, high.value) <= 0;
}

/** 左右 not quite hit, but within its tolerance. */
function isAbout({ assessment: { target, reasons }, gap }: TargetFigures): boolean {
  const isWithin = reasons.some(({ code }) => code === "within-tolerance");
  return target.op === "~" && isWithin && gap !== null && signOf(gap) < 0;
}
