import type { Step } from "./arithmetic.ts";
import type { Light, Verdict } from "./assessment.ts";
import type { Decimal } from "./decimal.ts";
import type { Milestone } from "./milestone.ts";
import type { KnownMilestoneReport, MilestoneState } from "./milestone-report.ts";
import type { Period } from "./period.ts";

export type MilestoneReasonCode =
  | "reached" // what the action asks
  | "underway" // as the action asks, and not due yet
  | "not-due"
  | "start-overdue" // 应开未开
  | "finish-overdue" // 应竣未竣
  | "due-missed" // the plan's own date
  | "halted"
  | "went-back" // an earlier month reported a further state
  | "investment-behind"
  | "investment-on-pace"
  | "investment-not-judged-yet" // too early in the year
  | "investment-implausible" // more than the year's plan: perhaps counted from the start of works
  | "striven-for" // 力争: never red
  | "state-unsettled" // the words are not understood
  | "conflicting" // equally good reports disagree
  | "not-published"
  | "no-source"
  | "unknown-action"; // nobody has said what the plan's verb asks

/** Why a verdict came out as it did. */
export interface MilestoneReason {
  readonly code: MilestoneReasonCode;
  readonly text: string; // Chinese, complete
}

/** What became of a milestone at a period. */
export interface MilestoneAssessment {
  readonly milestone: Milestone;
  readonly period: Period; // that was asked for
  readonly due: Period; // the plan's year end where the plan names no date
  readonly observedPeriod: Period | null; // of the report that speaks
  readonly state: MilestoneState | null; // that stands; null where none is known
  readonly completion: Decimal | null; // 投资完成率 %, unrounded
  readonly expected: Decimal | null; // 序时 %, unrounded
  readonly gap: Decimal | null; // 百分点, unrounded; positive is ahead
  readonly verdict: Verdict;
  readonly light: Light;
  readonly reasons: readonly MilestoneReason[]; // the deciding one first
  readonly steps: readonly Step[]; // of completion, expected and gap, where they are not null
  readonly reports: readonly KnownMilestoneReport[]; // the one that speaks, or those that disagree, first; then earlier months, latest first
}

/** A project that was reported and that the plan does not name. */
export interface OtherProject {
  readonly report: KnownMilestoneReport;
  readonly nearest: readonly string[]; // names of the plan that look most like it, for people to see
}

/** Counts over projects, with their arithmetic; null where nothing is planned. */
export interface MilestoneTotals {
  readonly startRateYear: StartRate | null; // 已开工 ÷ 年度应开
  readonly startRateToDate: StartRate | null; // of those due to start by now, how many have
  readonly investment: InvestmentRate | null; // 累计完成 ÷ 年度计划
}

/** 开工率, with the projects that it counts, each by the id of its first milestone, in the order of the plan. */
export interface StartRate extends Step {
  readonly started: readonly string[];
  readonly toStart: readonly string[]; // those started among them
}

/** 投资完成率 over several projects, in 万元, with what it adds up. */
export interface InvestmentRate extends Step {
  readonly summed: readonly SummedInvestment[]; // in the order of the plan; at least one
}

/** The investment of a project, as one month's reports state it. */
export interface SummedInvestment {
  readonly milestone: Milestone; // the project's first
  readonly reports: readonly KnownMilestoneReport[]; // of the month that is the latest to state both amounts; they agree
}
