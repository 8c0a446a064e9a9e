import type { Step } from "./arithmetic.ts";
import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";

/** Whether the goal can still be reached, in the words of the field. Always 测算. */
export type Chance = "确保" | "有望" | "有困难" | "难以";

/** What the remaining time must bring for the goal to be reached. Always 测算. */
export interface WayHome {
  readonly months: number; // left until the target is due; at least 1
  readonly rest: Rest;
  readonly amount: Decimal | null; // still to come, or still allowed where the goal is a cap; null where only rates are known; 0 where the goal is reached
  readonly each: Decimal | null; // amount by months, quarters or years left; null where an average means nothing
  readonly unit: string | null; // of the amount; the indicator's own for a goal of growth, 百分点 for rates
  readonly decimals: number; // digits to print the amount with
  readonly growth: Decimal | null; // %, of the remaining months against the same months of last year; null without a base
  readonly weight: WayHomeWeight | null; // where the growth was reckoned from rates alone
  readonly best: BestGrowth | null; // null while no earlier year is known
  readonly chance: Chance | null; // null where nothing can be held against it
  readonly steps: readonly Step[];
  readonly text: string; // a sentence that begins with 测算
  readonly observations: readonly KnownObservation[]; // of earlier months and years that it rests on, by place
}

/** What is left of the time, as the figures come: 6个月, 2个季度; years for a goal of a later year. */
export interface Rest {
  readonly count: Decimal;
  readonly unit: "个月" | "个季度" | "个半年" | "年";
}

/** 后6个月, 后2个季度, 下半年; 剩余30个月 to a later year. */
export function restWords({ count, unit }: Rest, months: number): string {
  if (unit === "个半年") return "下半年";
  return unit === "年" ? `剩余${months}个月` : `后${count}${unit}`;
}

/** The share of the year that the months gone by carry. */
export interface WayHomeWeight {
  readonly by: "last-year" | "time"; // 上年结构, or 时间权重 where last year is not known
  readonly share: Decimal; // 0 to 1, unrounded
}

/** The most that the series ever grew in the same remaining months; the least where the goal is a cap. */
export interface BestGrowth {
  readonly growth: Decimal; // %
  readonly year: number;
}

export type OutlookMethod =
  | "seasonal-share" // the months gone by carry the share that they carried in earlier years
  | "last-year-growth" // the remaining months grow on last year's as the months gone by did
  | "last-year-change" // the remaining months change the rate as they did last year
  | "damped-trend" // the trend goes on, weaker each month
  | "unchanged"; // the rate stays as it is

/** Where the year may end. Always 测算, never a point without an interval. */
export interface Outlook {
  readonly low: Decimal; // in the target's unit
  readonly mid: Decimal;
  readonly high: Decimal;
  readonly unit: string;
  readonly decimals: number; // digits to print low, mid and high with
  readonly method: OutlookMethod;
  readonly error: Decimal; // mean absolute error of the method in earlier years: of an amount in % of what was projected
  readonly errorUnit: string; // % of amounts; 百分点 of rates, the unit itself of other measures
  readonly years: number; // that it was tried on; at least 3
  readonly steps: readonly Step[];
  readonly text: string; // a sentence that begins with 测算
  readonly observations: readonly KnownObservation[]; // of earlier months and years, by place
}
