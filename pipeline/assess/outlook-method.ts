import { type Decimal, plus, times } from "../model/decimal.ts";
import type { OutlookMethod } from "../model/prospect.ts";
import type { Point } from "../model/trend.ts";
import { type History, pointAt, type Stretch } from "./history.ts";
import type { Part } from "./step.ts";

/** A year to project, from what is known up to its month. */
export interface Start {
  readonly history: History;
  readonly year: number;
  readonly stretch: Stretch; // from the last known month to the due one
  readonly unit: string;
}

/** What a method makes of it. */
export interface Projection {
  readonly value: Decimal;
  readonly parts: readonly Part[]; // the formula
  readonly points: readonly Point[]; // that it rests on
}

/** Projects a year's end; undefined where what it needs is not known. Never looks past the month of `start`. */
export interface Method {
  readonly name: OutlookMethod;
  readonly project: (start: Start) => Projection | undefined;
}

/** How much of a trend's monthly step is left each month later. */
const DAMPING = "0.8";
/** How far back within the year a trend is taken from, in months. */
const TREND_MONTHS = 3;

/** Where a trend within the year starts. */
export interface TrendStart {
  readonly point: Point;
  readonly month: number;
  readonly months: number; // from there to the start of the stretch
}

/** The earliest month known of the last three before the stretch, of the same year. */
export function trendStart({ history, year, stretch }: Start): TrendStart | undefined {
  for (let months = Math.min(TREND_MONTHS, stretch.month - 1); months > 0; months--) {
    const month = stretch.month - months;
    const point = pointAt(history, year, month);
    if (point) return { point, month, months };
  }
  return undefined;
}

/** How many of the trend's monthly steps a damped trend makes over the stretch: 0.8+0.8²+… */
export function dampedSum({ month, due }: Stretch): Decimal {
  let [sum, step]: [Decimal, Decimal] = ["0", "1"];
  for (let at = month; at < due; at++) {
    step = times(step, DAMPING);
    sum = plus(sum, step);
  }
  return sum;
}
