import type { Light, Verdict } from "../model/assessment.ts";
import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type {
  MilestoneAssessment,
  MilestoneReasonCode,
  MilestoneTotals,
  OtherProject,
} from "../model/milestone-assessment.ts";
import type { KnownMilestoneReport, MilestoneState } from "../model/milestone-report.ts";
import type { Period } from "../model/period.ts";

/** A milestone as `progress --json` prints it. */
export interface MilestoneJson {
  readonly milestone: string; // id
  readonly chapter: number;
  readonly project: string | null;
  readonly task: string;
  readonly action: string;
  readonly bureau: string | null;
  readonly due: Period;
  readonly state: MilestoneState | null;
  readonly halted: boolean;
  readonly words: string | null; // of the report that speaks, as written
  readonly period: Period | null; // that the state speaks of
  readonly planned_start: Period | null;
  readonly started: Period | null;
  readonly planned_finish: Period | null;
  readonly finished: Period | null;
  readonly completion: Decimal | null; // 投资完成率 %, one digit
  readonly expected: Decimal | null; // %, one digit
  readonly gap: Decimal | null; // 百分点, one digit
  readonly verdict: Verdict;
  readonly light: Light;
  readonly reasons: readonly string[];
  readonly reasonCodes: readonly MilestoneReasonCode[]; // one for each of `reasons`
  readonly steps: readonly string[];
  readonly illustrative: boolean; // rests on 演示数据
  readonly reports: readonly ReportJson[]; // the one that speaks first, then earlier months
}

interface ReportJson {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly project: string;
  readonly period: Period;
  readonly words: string | null;
  readonly state: MilestoneState | null;
  readonly vintage: string;
  readonly illustrative: boolean;
}

/** A project of no plan as `progress --json` prints it. */
export interface OtherProjectJson extends ReportJson {
  readonly nearest: readonly string[];
}

/** Counts as `progress --json` prints them; null where nothing is planned. */
export type MilestoneTotalsJson = Readonly<
  Record<keyof MilestoneTotals, { readonly value: Decimal; readonly text: string } | null>
>;

/** What `progress --json` says of projects and tasks. */
export interface MilestonesJson {
  readonly milestones: readonly MilestoneJson[]; // in the order of the plan
  readonly milestoneTotals: MilestoneTotalsJson;
  readonly otherProjects: readonly OtherProjectJson[]; // reported for the period, named by no milestone
}

/** Makes the document's part on projects and tasks; figures rounded half up (四舍五入) at this last step. */
export function toMilestonesJson({
  assessments,
  totals,
  others,
}: {
  readonly assessments: readonly MilestoneAssessment[];
  readonly totals: MilestoneTotals;
  readonly others: readonly OtherProject[];
}): MilestonesJson {
  const rate = (step: MilestoneTotals[keyof MilestoneTotals]) =>
    step && { value: roundHalfUp(step.value, 1), text: step.text };
  return {
    milestones: assessments.map(milestoneJson),
    milestoneTotals: {
      startRateYear: rate(totals.startRateYear),
      startRateToDate: rate(totals.startRateToDate),
      investment: rate(totals.investment),
    },
    otherProjects: others.map(({ report, nearest }) => ({ ...reportJson(report), nearest })),
  };
}

function milestoneJson(assessment: MilestoneAssessment): MilestoneJson {
  const { milestone, due, state, completion, expected, gap, verdict, light, reasons, reports } = assessment;
  const [report] = reports;
  const rounded = (value: Decimal | null) => (value === null ? null : roundHalfUp(value, 1));
  return {
    ...{ milestone: milestone.id, chapter: milestone.chapter, project: milestone.project, task: milestone.task },
    ...{ action: milestone.action, bureau: milestone.bureau, due, state, halted: report?.halted ?? false },
    ...{ words: report?.words ?? null, period: assessment.observedPeriod },
    ...{ planned_start: report?.plannedStart ?? null, started: report?.started ?? null },
    ...{ planned_finish: report?.plannedFinish ?? null, finished: report?.finished ?? null },
    ...{ completion: rounded(completion), expected: rounded(expected), gap: rounded(gap), verdict, light },
    reasons: reasons.map(({ text }) => text),
    reasonCodes: reasons.map(({ code }) => code),
    steps: assessment.steps.map(({ text }) => text),
    illustrative: reports.some(({ illustrative }) => illustrative),
    reports: reports.map(reportJson),
  };
}

function reportJson(report: KnownMilestoneReport): ReportJson {
  const { file, sheet, cell, project, period, words, state, vintage, illustrative } = report;
  return { file, sheet, cell, project, period, words, state, vintage, illustrative };
}
