import { type AssessedMilestones, assessMilestones } from "../assess/milestones.ts";
import { makeNearest } from "../extract/nearest-names.ts";
import { projectKeys } from "../extract/project-keys.ts";
import type { Milestone } from "../model/milestone.ts";
import type { OtherProject } from "../model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../model/milestone-report.ts";
import type { Period } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import { listMilestoneReports } from "../store/milestone-reports.ts";
import type { OpenHome } from "./open-home.ts";

/** A plan's milestones at a period, and the projects that the plan does not name. */
export interface JudgedMilestones extends AssessedMilestones {
  readonly others: readonly OtherProject[]; // of the period's reports, by name
}

/** Of a place for which the plan names no projects. */
export const NO_MILESTONES: JudgedMilestones = {
  assessments: [],
  totals: { startRateYear: null, startRateToDate: null, investment: null },
  others: [],
};

/** Judges every milestone of a plan at a period, on what was known by `asOf`. */
export async function judgeMilestones(
  { store, reference }: OpenHome,
  { year, milestones }: Plan,
  { period, asOf }: { readonly period: Period; readonly asOf: string | null },
): Promise<JudgedMilestones> {
  const found = await listMilestoneReports(store, { year, until: period, asOf });
  const { byMilestone, others } = joinReports(milestones, found);
  const { milestoneActions: actions, milestoneRules: rules } = reference;
  const nearest = makeNearest(milestones.map(nameOf));
  return {
    ...assessMilestones(milestones, { period, reports: byMilestone, actions, rules }),
    others: others
      .filter((report) => report.period === period)
      .map((report) => ({ report, nearest: nearest(report.project) })),
  };
}

interface Joined {
  readonly byMilestone: ReadonlyMap<string, readonly KnownMilestoneReport[]>;
  readonly others: readonly KnownMilestoneReport[];
}

/** Joins reports to the milestones of the very same name; all of a project's milestones get them. Never by likeness. */
export function joinReports(milestones: readonly Milestone[], reports: readonly KnownMilestoneReport[]): Joined {
  const byKey = new Map<string, Set<string>>();
  for (const milestone of milestones) {
    for (const key of [nameOf(milestone), milestone.task].flatMap(projectKeys)) {
      byKey.set(key, (byKey.get(key) ?? new Set()).add(milestone.id));
    }
  }
  const byMilestone = new Map<string, KnownMilestoneReport[]>();
  const others: KnownMilestoneReport[] = [];
  for (const report of reports) {
    const ids = projectKeys(report.project)
      .map((key) => byKey.get(key))
      .find((one) => one !== undefined);
    if (!ids) others.push(report);
    for (const id of ids ?? []) byMilestone.set(id, [...(byMilestone.get(id) ?? []), report]);
  }
  return { byMilestone, others };
}

function nameOf({ project, task }: Milestone): string {
  return project ?? task;
}
