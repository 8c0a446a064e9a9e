import type { MilestoneAssessment } from "../model/milestone-assessment.ts";
import type { KnownMilestoneReport, MilestoneState, ReportedAmount } from "../model/milestone-report.ts";
import type { Period } from "../model/period.ts";
import { type ReportedMonth, reportedMonths, standingOf } from "./milestone-months.ts";

/** A thing known of a project, with the month that said it last. */
interface Stated<T> {
  readonly value: T;
  readonly period: Period;
}

/** The last word on a project: each thing from the latest month that says it, so that a sheet of a few rows forgets nothing. */
export interface ProjectStanding {
  readonly assessments: Named; // of the plan's milestones that the project is named by
  readonly conflicting: boolean; // the reports of its latest month disagree, and nothing below counts
  readonly state: Stated<MilestoneState> | null; // null where no month's words are understood
  readonly plannedStart: Period | null;
  readonly investment: Stated<Investment> | null; // null where no month states both amounts
}

type Named = readonly [MilestoneAssessment, ...MilestoneAssessment[]];

/** The two amounts of a month, and the reports that state them. */
interface Investment {
  readonly planned: ReportedAmount; // of the year
  readonly completed: ReportedAmount; // 1—n月累计
  readonly reports: readonly KnownMilestoneReport[];
}

/** The plan's projects that have ever been reported, each once, in the order of the plan. */
export function projectStandings(assessments: readonly MilestoneAssessment[]): readonly ProjectStanding[] {
  const byProject = new Map<string, Named>();
  for (const one of assessments) {
    const key = one.reports[0]?.key;
    if (key === undefined) continue;
    const known = byProject.get(key);
    byProject.set(key, known ? [...known, one] : [one]);
  }
  return [...byProject.values()].map((all) => ({ assessments: all, ...lastWord(all[0].reports) }));
}

function lastWord(reports: readonly KnownMilestoneReport[]): Omit<ProjectStanding, "assessments"> {
  const all = reportedMonths(reports);
  const months = all.filter(({ conflicting }) => !conflicting);
  const settled = months.filter(({ state }) => state !== null);
  const { state } = standingOf(settled);
  return {
    conflicting: all.at(-1)?.conflicting ?? false,
    state: state && stated(state, settled.at(-1)),
    plannedStart: months.findLast(({ plannedStart }) => plannedStart !== null)?.plannedStart ?? null,
    investment: months.map(investmentOf).findLast((one) => one !== null) ?? null,
  };
}

function investmentOf(month: ReportedMonth): Stated<Investment> | null {
  const { plannedInvestment: planned, completedInvestment: completed, reports } = month;
  return planned && completed && stated({ planned, completed, reports }, month);
}

function stated<T>(value: T, month: ReportedMonth | undefined): Stated<T> | null {
  return month ? { value, period: month.period } : null;
}
