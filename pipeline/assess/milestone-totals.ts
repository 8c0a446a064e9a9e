import { plus } from "../model/decimal.ts";
import type { MilestoneAssessment, MilestoneTotals } from "../model/milestone-assessment.ts";
import { isAtLeast } from "../model/milestone-report.ts";
import type { MilestoneAction } from "../model/milestone-rules.ts";
import { type Period, yearOf } from "../model/period.ts";
import { convert } from "../model/unit.ts";
import { type ReportedMonth, reportedMonths } from "./milestone-months.ts";
import { shareStepOf } from "./milestone-steps.ts";

const UNIT = "万元";

/**
 * Counts over the plan's projects, each once, on the reports of the period itself; those that disagree are left out.
 *
 * 年度应开 are the projects that the plan wants started, and those whose own planned start lies in the year; of these
 * 截至当月应开 are those whose planned start, or the plan's own date, has come.
 */
export function milestoneTotals(
  assessments: readonly MilestoneAssessment[],
  { period, actions }: { readonly period: Period; readonly actions: readonly MilestoneAction[] },
): MilestoneTotals {
  const projects = distinctProjects(assessments, period);
  const asksStart = new Set(actions.filter(({ done }) => done === "开工").map(({ action }) => action));
  const due = projects.flatMap(({ month, milestones, state }) => {
    const planned = milestones.find(({ action, due }) => asksStart.has(action) && due !== null)?.due ?? null;
    const start = month.plannedStart ?? planned;
    const isOfYear = start !== null && yearOf(start) === yearOf(period);
    if (!isOfYear && !(start === null && milestones.some(({ action }) => startsHere(action, asksStart)))) return [];
    return [{ isStarted: state !== null && isAtLeast(state, "开工"), isDue: start !== null && start <= period }];
  });
  const rate = (label: string, name: string, list: readonly { readonly isStarted: boolean }[]) =>
    shareStepOf("start-rate", label, [
      { name: "已开工", value: String(list.filter(({ isStarted }) => isStarted).length), unit: "个" },
      { name, value: String(list.length), unit: "个" },
    ]);
  return {
    startRateYear: rate("开工率（年度应开）", "年度应开工", due),
    startRateToDate: rate(
      "开工率（截至当月应开）",
      "截至当月应开工",
      due.filter(({ isDue }) => isDue),
    ),
    investment: investmentStep(projects.map(({ month }) => month)),
  };
}

/** 前期 too is over once works start, but it does not ask for it. */
function startsHere(action: string, asksStart: ReadonlySet<string>): boolean {
  return asksStart.has(action) && action !== "前期" && action !== "谋划";
}

function distinctProjects(assessments: readonly MilestoneAssessment[], period: Period) {
  const byProject = new Map<string, MilestoneAssessment[]>();
  for (const one of assessments) {
    const [report] = one.reports;
    if (!report || one.observedPeriod !== period) continue;
    byProject.set(report.key, [...(byProject.get(report.key) ?? []), one]);
  }
  return [...byProject.values()].flatMap((all) => {
    const month = reportedMonths(all[0]?.reports ?? []).at(-1);
    if (!month || month.conflicting) return [];
    return [{ month, state: all[0]?.state ?? null, milestones: all.map(({ milestone }) => milestone) }];
  });
}

function investmentStep(months: readonly ReportedMonth[]) {
  const sums = months.reduce(
    (sum, { plannedInvestment: planned, completedInvestment: completed }) => {
      const goal = planned && convert(planned.value, planned.unit, UNIT);
      const actual = completed && convert(completed.value, completed.unit, UNIT);
      return goal && actual ? { goal: plus(sum.goal, goal), actual: plus(sum.actual, actual) } : sum;
    },
    { goal: "0", actual: "0" },
  );
  return shareStepOf("investment", "投资完成率", [
    { name: "累计完成投资", value: sums.actual, unit: UNIT },
    { name: "年度计划投资", value: sums.goal, unit: UNIT },
  ]);
}
