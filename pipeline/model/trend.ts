import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";
import type { Period, Span } from "./period.ts";

/** One month of a series. */
export interface Point {
  readonly period: Period;
  readonly value: Decimal; // in the series' unit; rates in the digits published
  readonly decimals: number;
  readonly scope: string | null;
  readonly span: Span; // ytd or instant
  readonly observations: readonly KnownObservation[]; // that say so, by place
}

/** Why a month has no point though something was published: in another 口径, by sources that disagree, in no usable unit. */
export type GapCause = "other-scope" | "conflicting" | "not-usable";

/** A month that a line leaves out. */
export interface TrendGap {
  readonly period: Period;
  readonly cause: GapCause;
}

/** A target's own quantity month by month, this year and last, in one 口径 and one span. */
export interface Trend {
  readonly target: string; // id
  readonly scope: string | null;
  readonly span: Span; // ytd or instant
  readonly points: readonly Point[]; // in the target's unit, earliest first
  readonly amounts: readonly Point[]; // beside a goal of growth: the amounts of the same months, in the indicator's unit
  readonly gaps: readonly TrendGap[]; // earliest first
}
