import type { Light, Reason, Verdict } from "../model/assessment.ts";
import type { Decimal } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period, Span } from "../model/period.ts";
import type { LightRules } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import type { Point } from "../model/trend.ts";
import type { Found } from "./reading.ts";

/** The one value that speaks for a target at a period. */
export interface Reading {
  readonly period: Period;
  readonly span: Span; // ytd or instant
  readonly actual: Decimal; // in the target's unit; rates in the digits published
  readonly decimals: number; // digits to print the actual with
  readonly scope: string | null; // 口径 of the value
  readonly observations: readonly KnownObservation[]; // that say so, by place
}

/** A target whose goal is a number, and what is known of it. */
export interface Case {
  readonly target: Target;
  readonly goal: Goal;
  readonly reading: Reading;
  readonly asked: Period; // the month asked about; the reading may be of an earlier one
  readonly rules: LightRules; // as they are for the indicator
  readonly indicator: Indicator;
  readonly past: readonly Point[]; // of the same year and 口径, before the reading, published if it is; earliest first; empty for stocks, rates and indices
  readonly peer: Found | null; // the whole city's figure of the same period; null where the rules ask for none
}

/** The numbers that a target asks for; both the same where one number is asked for. */
export interface Goal {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** What a basis makes of a case: the arithmetic and the verdict that follows. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly light?: Light; // where the rules give another than the verdict's own
  readonly completion: Decimal | null; // %, unrounded
  readonly expected: Decimal | null; // %, unrounded
  readonly gap: Decimal | null; // unrounded; positive is better than asked
  readonly gapUnit: string | null;
  readonly required: Decimal | null; // in the target's unit
  readonly reasons: readonly Reason[]; // the one that decides first
}

/** The figures of a judgement that rests on none. */
export const NO_FIGURES = { completion: null, expected: null, gap: null, gapUnit: null, required: null } as const;

/** Whether the reading is of the target's due date or later, so that pace no longer counts. */
export function isFinal({ target, reading }: Pick<Case, "target" | "reading">): boolean {
  return reading.period >= target.due;
}
