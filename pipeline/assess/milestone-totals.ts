import type { Step } from "../model/arithmetic.ts";
import { plus } from "../model/decimal.ts";
import type { InvestmentRate, MilestoneAssessment, MilestoneTotals, StartRate } from "../model/milestone-assessment.ts";
import { isAtLeast } from "../model/milestone-report.ts";
import type { MilestoneAction } from "../model/milestone-rules.ts";
import { type Period, yearOf } from "../model/period.ts";
import { convert } from "../model/unit.ts";
import { shareStepOf } from "./milestone-steps.ts";
import { type ProjectStanding, projectStandings } from "./project-standing.ts";
import { operand } from "./step.ts";

const UNIT = "万元";

/**
 * Counts over the plan's projects that have been reported, each once, by the last word on it: a project that is missing
 * from this month's sheet counts as it stood, and the sentence says how many do. Those of which nothing certain is known
 * are left out, and said to be.
 *
 * 年度应开 are the projects that the plan wants started, and those whose own planned start lies in the year; of these
 * 截至当月应开 are those whose planned start, or the plan's own date, has come.
 */
export function milestoneTotals(
  assessments: readonly MilestoneAssessment[],
  { period, actions }: { readonly period: Period; readonly actions: readonly MilestoneAction[] },
): MilestoneTotals {
  const projects = projectStandings(assessments);
  const asksStart = new Set(actions.filter(({ done }) => done === "开工").map(({ action }) => action));
  const due = projects.flatMap((project) => dueToStart(project, asksStart, period));
  return {
    startRateYear: startRate("开工率（年度应开）", "年度应开工", due, period),
    startRateToDate: startRate(
      "开工率（截至当月应开）",
      "截至当月应开工",
      due.filter(({ isDue }) => isDue),
      period,
    ),
    investment: investmentStep(projects, period),
  };
}

/** A project that is to start within the year. */
interface DueProject extends ProjectStanding {
  readonly isDue: boolean; // by now
}

function dueToStart(project: ProjectStanding, asksStart: ReadonlySet<string>, period: Period): readonly DueProject[] {
  const milestones = project.assessments.map(({ milestone }) => milestone);
  const planned = milestones.find(({ action, due }) => asksStart.has(action) && due !== null)?.due ?? null;
  const start = project.plannedStart ?? planned;
  const isOfYear = start !== null && yearOf(start) === yearOf(period);
  if (!isOfYear && !(start === null && milestones.some(({ action }) => startsHere(action, asksStart)))) return [];
  return [{ ...project, isDue: start !== null && start <= period }];
}

/** 前期 too is over once works start, but it does not ask for it. */
function startsHere(action: string, asksStart: ReadonlySet<string>): boolean {
  return asksStart.has(action) && action !== "前期" && action !== "谋划";
}

function startRate(label: string, name: string, due: readonly DueProject[], period: Period): StartRate | null {
  const known = due.flatMap(({ state, conflicting, assessments }) =>
    state && !conflicting ? [{ ...state, id: assessments[0].milestone.id }] : [],
  );
  const started = known.filter(({ value }) => isAtLeast(value, "开工"));
  const step = shareStepOf("start-rate", label, [
    operand("已开工", String(started.length), "个"),
    operand(name, String(known.length), "个"),
  ]);
  return (
    step && {
      ...withRests(step, { known, left: due.length - known.length, period }),
      started: started.map(({ id }) => id),
      toStart: known.map(({ id }) => id),
    }
  );
}

function investmentStep(projects: readonly ProjectStanding[], period: Period): InvestmentRate | null {
  const known = projects.flatMap(({ investment, conflicting, assessments }) => {
    const goal = investment && convert(investment.value.planned.value, investment.value.planned.unit, UNIT);
    const actual = investment && convert(investment.value.completed.value, investment.value.completed.unit, UNIT);
    if (!goal || !actual || conflicting) return [];
    const summed = { milestone: assessments[0].milestone, reports: investment.value.reports };
    return [{ goal, actual, period: investment.period, summed }];
  });
  const step = shareStepOf("investment", "投资完成率", [
    operand(
      "累计完成投资",
      known.reduce((sum, { actual }) => plus(sum, actual), "0"),
      UNIT,
    ),
    operand(
      "年度计划投资",
      known.reduce((sum, { goal }) => plus(sum, goal), "0"),
      UNIT,
    ),
  ]);
  const left = projects.filter(({ conflicting, investment }) => conflicting && investment !== null).length;
  return step && { ...withRests(step, { known, left, period }), summed: known.map(({ summed }) => summed) };
}

interface Rests {
  readonly known: readonly { readonly period: Period }[]; // of the projects counted
  readonly left: number; // projects that are not
  readonly period: Period;
}

/** Says how many projects count by what earlier months reported, and how many do not count. */
function withRests(step: Step, { known, left, period }: Rests): Step {
  const earlier = known.filter((one) => one.period < period).length;
  const rests = [
    ...(earlier > 0 ? [`其中${earlier}个按以前月份所报`] : []),
    ...(left > 0 ? [`另有${left}个进展不明，没有计入`] : []),
  ];
  return rests.length === 0 ? step : { ...step, text: `${step.text}（${rests.join("；")}）` };
}
