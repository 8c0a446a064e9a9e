import type { Step } from "./arithmetic.ts";
import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";

/** Whether the goal can still be reached, in the words of the field. Always 测算. */
export type Chance = "确保" | "有望" | "有困难" | "难以";

/** What the remaining months must bring for the goal to be reached. Always 测算. */
export interface WayHome {
  readonly months: number; // left until the target is due; at least 1
  readonly amount: Decimal | null; // in the target's unit; null for rates; 0 where the goal is reached
  readonly monthly: Decimal | null; // amount by months left
  readonly growth: Decimal | null; // %, of the remaining months against the same months of last year; null without a base
  readonly weight: WayHomeWeight | null; // where the growth was reckoned from rates alone
  readonly best: BestGrowth | null; // null while no earlier year is known in full
  readonly chance: Chance | null; // null where nothing can be held against it
  readonly steps: readonly Step[];
  readonly text: string; // a sentence that begins with 测算
  readonly observations: readonly KnownObservation[]; // of earlier months and years that it rests on, by place
}

/** The share of the year that the months gone by carry. */
export interface WayHomeWeight {
  readonly by: "last-year" | "time"; // 上年结构, or 时间权重 where last year is not known
  readonly share: Decimal; // 0 to 1, unrounded
}

/** The most that the series ever grew in the same remaining months. */
export interface BestGrowth {
  readonly growth: Decimal; // %
  readonly year: number;
}

export type OutlookMethod =
  | "seasonal-share" // the months gone by carry the share that they carried in earlier years
  | "last-year-growth" // the remaining months grow as the months gone by did
  | "last-year-change" // the remaining months change the rate as they did last year
  | "damped-trend" // the trend goes on, weaker each month
  | "unchanged"; // the rate stays as it is

/** Where the year may end. Always 测算, never a point without an interval. */
export interface Outlook {
  readonly low: Decimal; // in the target's unit
  readonly mid: Decimal;
  readonly high: Decimal;
  readonly unit: string;
  readonly method: OutlookMethod;
  readonly error: Decimal; // mean absolute error of the method in earlier years: % of the year's amount, 百分点 for rates
  readonly errorUnit: "%" | "百分点";
  readonly years: number; // that it was tried on; at least 3
  readonly steps: readonly Step[];
  readonly text: string; // a sentence that begins with 测算
  readonly observations: readonly KnownObservation[]; // of earlier years, by place
}
