import type { KnownMilestoneReport, MilestoneState, ReportedAmount } from "../model/milestone-report.ts";
import { isAtLeast, MILESTONE_STATES } from "../model/milestone-report.ts";
import type { Period } from "../model/period.ts";
import { latestOf } from "../model/vintage.ts";

/** What is known of a project as of one month. */
export interface ReportedMonth {
  readonly period: Period;
  readonly reports: readonly KnownMilestoneReport[]; // that count, by place; at least one
  readonly conflicting: boolean; // they disagree
  readonly words: string | null;
  readonly state: MilestoneState | null;
  readonly halted: boolean;
  readonly plannedStart: Period | null;
  readonly plannedFinish: Period | null;
  readonly plannedInvestment: ReportedAmount | null;
  readonly completedInvestment: ReportedAmount | null;
}

/** What stands after several months of reports. */
export interface Standing {
  readonly state: MilestoneState | null;
  readonly wentBackFrom: { readonly period: Period; readonly state: MilestoneState } | null; // an earlier report of a further state
}

/**
 * Puts a project's reports together month by month, oldest first; independent of their order.
 *
 * Published reports go before 演示数据, then the latest vintage counts. Where several are equally good, each thing said
 * comes from the first that says it, and what they say differently makes the month conflicting.
 */
export function reportedMonths(reports: readonly KnownMilestoneReport[]): readonly ReportedMonth[] {
  const periods = [...new Set(reports.map(({ period }) => period))].sort();
  return periods.map((period) =>
    joinMonth(period, [...latestOf(reports.filter((report) => report.period === period))].sort(byPlace)),
  );
}

/**
 * The state that stands after these months.
 *
 * 已开工 stays true of what is being built, and 已竣工 of what produces: of states that do not contradict each other the
 * further one stands. One that falls back behind such a group is the latest report's, and said to have gone back.
 */
export function standingOf(months: readonly ReportedMonth[]): Standing {
  const latest = months.at(-1)?.state ?? null;
  if (latest === null) return { state: null, wentBackFrom: null };
  const earlier = months.slice(0, -1).flatMap(({ period, state, conflicting }) => {
    return state === null || conflicting ? [] : [{ period, state }];
  });
  const ahead = earlier.filter(({ state }) => groupOf(state) > groupOf(latest));
  if (ahead.length > 0) {
    const wentBackFrom = ahead.reduce((far, one) => (isAtLeast(one.state, far.state) ? one : far));
    return { state: latest, wentBackFrom };
  }
  const same = earlier.filter(({ state }) => groupOf(state) === groupOf(latest)).map(({ state }) => state);
  return { state: furthest([...same, latest]), wentBackFrom: null };
}

function groupOf(state: MilestoneState): number {
  return isAtLeast(state, "竣工") ? 2 : isAtLeast(state, "开工") ? 1 : 0;
}

function furthest(states: readonly MilestoneState[]): MilestoneState {
  return MILESTONE_STATES.findLast((state) => states.includes(state)) ?? "未启动";
}

function byPlace(a: KnownMilestoneReport, b: KnownMilestoneReport): number {
  const key = (r: KnownMilestoneReport) => [r.file, r.sha256, r.sheet, r.cell.padStart(12), r.words].join("\u0000");
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function joinMonth(period: Period, reports: readonly KnownMilestoneReport[]): ReportedMonth {
  const said = <T>(read: (report: KnownMilestoneReport) => T | null): readonly T[] =>
    reports.flatMap((report) => read(report) ?? []);
  const settled = reports.filter(({ state }) => state !== null);
  const states = settled.map(({ state, halted }) => `${state} ${halted}`);
  const parts = {
    plannedStart: said((report) => report.plannedStart),
    plannedFinish: said((report) => report.plannedFinish),
    plannedInvestment: said((report) => report.plannedInvestment),
    completedInvestment: said((report) => report.completedInvestment),
  };
  const amounts = [parts.plannedInvestment, parts.completedInvestment].map((list) =>
    list.map(({ value, unit }) => `${value}${unit}`),
  );
  const lists = [states, parts.plannedStart, parts.plannedFinish, ...amounts];
  return {
    ...{ period, reports },
    conflicting: lists.some((list) => new Set(list).size > 1),
    words: said(({ words }) => words)[0] ?? null,
    state: settled[0]?.state ?? null,
    halted: settled[0]?.halted ?? false,
    plannedStart: parts.plannedStart[0] ?? null,
    plannedFinish: parts.plannedFinish[0] ?? null,
    plannedInvestment: parts.plannedInvestment[0] ?? null,
    completedInvestment: parts.completedInvestment[0] ?? null,
  };
}
