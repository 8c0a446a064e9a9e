import type { Step } from "./arithmetic.ts";
import { type Decimal, decimalPlaces } from "./decimal.ts";
import type { Why } from "./explanation.ts";
import type { KnownObservation } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Outlook, WayHome } from "./prospect.ts";
import type { Target } from "./target.ts";

export type Verdict =
  | "已完成"
  | "超序时"
  | "达序时"
  | "滞后"
  | "严重滞后"
  | "突破上限"
  | "未到期"
  | "未发布"
  | "无数据来源"
  | "待上级下达";

export type Light = "green" | "yellow" | "red" | "grey";

/** Why a verdict came out as it did, as data: a code and the words to fill in. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string; // Chinese, complete; figures in it are printed with the figure's own rounding
}

export type ReasonCode =
  | "on-pace"
  | "behind-pace"
  | "goal-met"
  | "goal-missed"
  | "within-tolerance"
  | "outside-tolerance"
  | "not-yet-reached" // to be reached by a date that has not come
  | "cap-held"
  | "cap-broken"
  | "negative-growth"
  | "striven-for" // 力争: never red
  | "worsening" // yellow for so many readings in a row, each behind more than the one before
  | "light-kept" // within rounding of an edge: the light of the reading before
  | "below-peer" // meets the plan, but not the average of the whole city
  | "peer-unknown" // meets the plan; the average of the whole city is not known
  | "not-due"
  | "not-judged-yet" // seasonal: pace means nothing before a month
  | "not-published"
  | "overdue" // due within the year, and nothing has been heard of it since; beside not-published or no-source
  | "relative-to" // the figure that a relative goal is held against, and what it says
  | "reference-not-published" // that figure is not known for the same period
  | "no-source"
  | "no-rate" // the indicator is reported, but not the rate that the goal speaks of
  | "quota-pending"
  | "task-differs" // another measure of the same task has another light
  | "above-hundred" // a share of more than 100 %, which should be looked at
  | "cumulative-fell" // a cumulative amount below the one before it, which should be looked at
  | "quota-received" // where the number comes from that a higher level set
  | "scope-differs" // judged, on another 口径 that is said
  | "scope-not-comparable"
  | "unit-not-comparable"
  | "implausible" // so far from the goal that a wrong unit is likelier
  | "conflicting" // equally good observations disagree
  | "defect"; // a defect of the plan's text

/** What became of a target at a period. */
export interface Assessment {
  readonly target: Target; // a relative goal with the number asked at the period of the actual, where it is known
  readonly period: Period; // that was asked for
  readonly observedPeriod: Period | null; // that the actual speaks of
  readonly actual: Decimal | null; // in the target's unit
  readonly actualDecimals: number;
  readonly completion: Decimal | null; // %, unrounded; flows and attained stocks
  readonly expected: Decimal | null; // 序时 %, unrounded; flows only
  readonly gap: Decimal | null; // unrounded; positive is better than asked
  readonly gapUnit: string | null; // 百分点 for rates and pace, else the target's unit
  readonly required: Decimal | null; // 测算: what the remaining months must bring, in the target's unit; flows only
  readonly seasonal: Seasonal | null; // flows whose last year is known in the same 口径
  readonly wayHome: WayHome | null; // 测算; null where no time is left, a level is reached, or it means nothing (prices, events)
  readonly outlook: Outlook | null; // 测算; null where the history is too short
  readonly why: Why | null; // 测算; null where the goal is met, or no parts are known
  readonly steps: readonly Step[]; // of completion, expected, seasonal, gap and required, each where it is not null
  readonly verdict: Verdict;
  readonly light: Light;
  readonly reasons: readonly Reason[];
  readonly observations: readonly KnownObservation[]; // behind the actual; without one, those that could not be used; by place
  readonly goalObservations: readonly KnownObservation[]; // behind the number that a relative goal asks for; empty for others
}

/**
 * Digits to print a gap with: one for a pace, else as many as the actual and the goal have, one at least for rates; more
 * where its step has more, to show which light it is by the rules.
 */
export function gapDecimals({ gapUnit, completion, actualDecimals, target, steps }: Assessment): number {
  const isPoints = gapUnit === "百分点";
  const told = steps.find(({ name }) => name === "gap")?.decimals ?? 0;
  if (isPoints && completion !== null) return Math.max(1, told);
  return Math.max(
    told,
    Number(isPoints),
    actualDecimals,
    decimalPlaces(target.low ?? "0"),
    decimalPlaces(target.high ?? "0"),
  );
}

/** 季节序时: how far last year was in the same months, and how far this year is from that. Beside the linear 序时. */
export interface Seasonal {
  readonly expected: Decimal; // %, unrounded: last year's amount so far by its whole year
  readonly gap: Decimal; // 百分点, unrounded
  readonly observations: readonly KnownObservation[]; // of last year
}

/**
 * How a verdict is printed: what is known but not judged yet is 尚不评价, as the papers count it, and 未到期 is left to
 * what is not known.
 */
export function verdictWord({ verdict, actual }: Pick<Assessment, "verdict" | "actual">): string {
  return isPostponed({ verdict, actual }) ? "尚不评价" : verdict;
}

/** Tells whether a figure is known that is not judged yet. */
export function isPostponed({ verdict, actual }: Pick<Assessment, "verdict" | "actual">): boolean {
  return verdict === "未到期" && actual !== null;
}
