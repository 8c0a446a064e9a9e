import type { Assessment } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import { monthOf, yearOf } from "../../model/period.ts";
import { type Rest, restWords } from "../../model/prospect.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { isCap } from "./goal.ts";
import { amountOf } from "./growth.ts";
import type { Tell } from "./phrase.ts";
import { say, type Words } from "./runs.ts";

const EACH: Readonly<Record<Rest["unit"], string>> = { 个月: "月均", 个季度: "季均", 个半年: "", 年: "年均" };

interface RemainderOptions {
  readonly isMarked?: boolean; // whether 测算 is said here
}

/**
 * What the time until the goal is due must bring: growth where that is known (后6个月需同比增长6.4%以上（测算）), else the
 * amount and its average (后6个月需完成0.72万人、月均0.12万人（测算）); empty where nothing is known.
 */
export function remainder(t: TargetFigures, tell: Tell, { isMarked = true }: RemainderOptions = {}): Words {
  const { required, each, growth, assessment } = t;
  const { target, wayHome } = assessment;
  const period = timeLeft(assessment);
  if (period === null) return [];
  if (target.quantity === "yoy") {
    if (growth === null) return [];
    const note = isMarked ? (isByTime(t) ? "（按时间权重测算）" : "（测算）") : "";
    return tell("rest-growth", { period, growth: neededGrowth(growth, isCap(target)), note });
  }
  if (required === null) return [];
  const word = EACH[wayHome?.rest.unit ?? "个月"];
  const isAverage = each !== null && target.basis === "flow" && word !== "" && wayHome?.rest.count !== "1";
  return tell("rest-amount", {
    ...{ period, amount: amountOf(required) },
    each: isAverage ? say`${word}${amountOf(each)}` : [],
    note: isMarked ? "（测算）" : "",
  });
}

/** Tells whether the growth that is needed was reckoned without last year's amounts. */
export function isByTime({ assessment: { wayHome } }: TargetFigures): boolean {
  return wayHome?.weight?.by === "time";
}

/** 需同比增长6.4%以上, 同比降幅不超过2.0%即可, 需不低于上年同期; of a cap 同比增速不得高于3.0%. */
export function neededGrowth(rate: Figure, isOfCap: boolean): Words {
  const sign = signOf(rate);
  if (isOfCap) {
    if (sign === 0) return say`不得高于上年同期`;
    return sign > 0 ? say`同比增速不得高于${rate}%` : say`需同比下降${rate}%以上`;
  }
  if (sign === 0) return say`需不低于上年同期`;
  return sign > 0 ? say`需同比增长${rate}%以上` : say`同比降幅不超过${rate}%即可`;
}

/** 后6个月, 后2个季度: as the way home counts it, by the figures that are still to come, from the one that is known. */
function timeLeft({ observedPeriod, target, wayHome }: Assessment): string | null {
  if (observedPeriod === null) return null;
  const months = (yearOf(target.due) - yearOf(observedPeriod)) * 12 + monthOf(target.due) - monthOf(observedPeriod);
  if (months < 1) return null;
  if (wayHome !== null && wayHome.rest.unit !== "个月") return restWords(wayHome.rest, months);
  return months === 1 ? "最后1个月" : `后${months}个月`;
}
