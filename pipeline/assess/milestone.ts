import type { Verdict } from "../model/assessment.ts";
import { compare } from "../model/decimal.ts";
import type { Milestone } from "../model/milestone.ts";
import type { MilestoneAssessment, MilestoneReason, MilestoneReasonCode } from "../model/milestone-assessment.ts";
import { isAtLeast, type KnownMilestoneReport, type MilestoneState } from "../model/milestone-report.ts";
import type { MilestoneAction, MilestoneRules } from "../model/milestone-rules.ts";
import { makePeriod, type Period, periodName, yearOf } from "../model/period.ts";
import { VERDICT_LIGHTS } from "../model/rules.ts";
import { type Lateness, latenessOf, monthsLate } from "./milestone-lateness.ts";
import { type ReportedMonth, reportedMonths, type Standing, standingOf } from "./milestone-months.ts";
import { type Pace, paceOf } from "./milestone-steps.ts";

/** What a milestone is judged by. */
export interface MilestoneContext {
  readonly period: Period;
  readonly reports: readonly KnownMilestoneReport[]; // of the milestone's project, of the plan's year; any order
  readonly actions: readonly MilestoneAction[];
  readonly rules: MilestoneRules;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly reasons: readonly MilestoneReason[];
}

/**
 * Judges a project or task of the plan at a period; never a worse verdict for a further state.
 *
 * What was reached stays reached in months without a report; for anything else such a month is 未发布.
 */
export function assessMilestone(
  milestone: Milestone,
  { period, reports, actions, rules }: MilestoneContext,
): MilestoneAssessment {
  const due = milestone.due ?? makePeriod(yearOf(period), 12);
  const months = speakingMonths(reportedMonths(reports.filter((report) => report.period <= period)));
  const month = months.at(-1) ?? null;
  const asks = actions.find(({ action }) => action === milestone.action) ?? null;
  const standing = standingOf(months);
  const pace = month && month.period === period && !month.conflicting ? paceOf(month, rules.investment) : null;
  const given = { milestone, period, due, rules, pace };
  const { verdict, reasons } = outcomeOf(given, { month, asks, standing });
  return {
    ...{ milestone, period, due, observedPeriod: month?.period ?? null },
    state: month?.conflicting ? null : standing.state,
    ...{ completion: pace?.completion ?? null, expected: pace?.expected ?? null, gap: pace?.gap ?? null },
    ...{ verdict, light: VERDICT_LIGHTS[verdict], reasons, steps: pace?.steps ?? [] },
    reports: [...months].reverse().flatMap((one) => one.reports),
  };
}

/** All months, but 演示数据 never moves the verdict of a month that is published. */
function speakingMonths(months: readonly ReportedMonth[]): readonly ReportedMonth[] {
  const isPublished = (month: ReportedMonth | undefined) => month?.reports.every(({ illustrative }) => !illustrative);
  return isPublished(months.at(-1)) ? months.filter(isPublished) : months;
}

interface Given {
  readonly milestone: Milestone;
  readonly period: Period;
  readonly due: Period;
  readonly rules: MilestoneRules;
  readonly pace: Pace | null;
}

interface Known {
  readonly month: ReportedMonth | null; // the latest
  readonly asks: MilestoneAction | null;
  readonly standing: Standing;
}

function outcomeOf(given: Given, { month, asks, standing }: Known): Outcome {
  const { milestone, period, due, pace, rules } = given;
  if (!month) return only("无数据来源", "no-source", "没有单位报送过这一项");
  if (!asks) return only("未到期", "unknown-action", `没有规定“${milestone.action}”做到哪一步为完成，没有评价`);
  const when = periodName(month.period, "month");
  if (month.conflicting) return only("未发布", "conflicting", `${when}的几份报表说法不一致，没有评价`);
  const { state } = standing;
  if (state === null) return only("未发布", "state-unsettled", `${when}所报进展看不出到了哪一步，没有评价`);
  const lateness = latenessOf(state, month, { pace, standing, rules });
  const isBack = standing.wentBackFrom !== null;
  if (isAtLeast(state, asks.done) && !isBack) return done(state, when, lateness);
  if (month.period < period)
    return only("未发布", "not-published", `${periodName(period, "month")}没有报送，${when}为${state}`);
  const isEnough = isAtLeast(state, asks.byDue);
  if (period >= due && isEnough && lateness.length === 0) return done(state, when, []);
  const missed = period >= due && !isEnough ? [missedDue(state, asks, given)] : [];
  const all = [...missed, ...lateness];
  const gravest = all.find(({ grade }) => grade === "严重滞后") ?? all[0];
  if (!gravest) return inTime(state, asks, given);
  const reasons = [gravest, ...all.filter((one) => one !== gravest)].map(({ reason }) => reason);
  if (gravest.grade === "滞后" || !isStrivenFor(milestone)) return { verdict: gravest.grade, reasons };
  const striven = { code: "striven-for", text: "计划写的是“力争”，不亮红灯" } as const;
  return { verdict: "滞后", reasons: [...reasons, striven] };
}

/** What the action asks is there; a halt or a slow investment is still said. */
function done(state: MilestoneState, when: string, lateness: readonly Lateness[]): Outcome {
  const reached = { code: "reached", text: `${when}已到${state}` } as const;
  return { verdict: "已完成", reasons: [reached, ...lateness.map(({ reason }) => reason)] };
}

/** Short of what the plan asks at its date: red once the plan's year is over, before that as any planned month gone by. */
function missedDue(state: MilestoneState, asks: MilestoneAction, { due, period, rules }: Given): Lateness {
  const isOver = period >= makePeriod(yearOf(due), 12);
  const text = `${periodName(due, "instant")}应到${asks.byDue}，实际为${state}`;
  return {
    grade: isOver || monthsLate(due, period) >= rules.lateMonths ? "严重滞后" : "滞后",
    reason: { code: "due-missed", text },
  };
}

function inTime(state: MilestoneState, asks: MilestoneAction, { due, pace, rules }: Given): Outcome {
  const paced = paceReasons(pace, rules);
  if (isAtLeast(state, asks.byDue))
    return { verdict: "达序时", reasons: [reason("underway", `正在进行：${state}`), ...paced] };
  if (isAtLeast(state, "竣工"))
    return { verdict: "达序时", reasons: [reason("underway", `已${state}，待${asks.byDue}`), ...paced] };
  if (pace !== null && pace.gap !== null) return { verdict: "达序时", reasons: paced };
  const notDue = reason("not-due", `期限是${periodName(due, "instant")}，目前为${state}`);
  return { verdict: "未到期", reasons: [notDue, ...paced] };
}

function paceReasons(pace: Pace | null, { investment }: MilestoneRules): readonly MilestoneReason[] {
  if (pace === null) return [];
  if (compare(pace.completion, "100") > 0)
    return [reason("investment-implausible", "累计完成投资超过年度计划，可能是开工以来的累计数，请核实")];
  if (pace.gap === null) return [reason("investment-not-judged-yet", `投资进度从${investment.judgedFrom}月起评价`)];
  return [reason("investment-on-pace", "年度投资完成率没有明显低于序时进度")];
}

/** 力争 in front of the task. */
function isStrivenFor({ task }: Milestone): boolean {
  return task.startsWith("力争");
}

function only(verdict: Verdict, code: MilestoneReasonCode, text: string): Outcome {
  return { verdict, reasons: [reason(code, text)] };
}

function reason(code: MilestoneReasonCode, text: string): MilestoneReason {
  return { code, text };
}
