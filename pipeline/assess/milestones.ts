import type { Milestone } from "../model/milestone.ts";
import type { MilestoneAssessment, MilestoneTotals } from "../model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../model/milestone-report.ts";
import type { MilestoneAction, MilestoneRules } from "../model/milestone-rules.ts";
import type { Period } from "../model/period.ts";
import { assessMilestone } from "./milestone.ts";
import { milestoneTotals } from "./milestone-totals.ts";

/** What all milestones of a plan are judged by. */
export interface MilestonesContext {
  readonly period: Period;
  readonly reports: ReadonlyMap<string, readonly KnownMilestoneReport[]>; // by milestone's id
  readonly actions: readonly MilestoneAction[];
  readonly rules: MilestoneRules;
}

/** Every milestone of a plan, in its order, and the counts over its projects. */
export interface AssessedMilestones {
  readonly assessments: readonly MilestoneAssessment[];
  readonly totals: MilestoneTotals;
}

/** Judges the milestones of a plan at a period. */
export function assessMilestones(
  milestones: readonly Milestone[],
  { period, reports, actions, rules }: MilestonesContext,
): AssessedMilestones {
  const assessments = milestones.map((milestone) =>
    assessMilestone(milestone, { period, reports: reports.get(milestone.id) ?? [], actions, rules }),
  );
  return { assessments, totals: milestoneTotals(assessments, { period, actions }) };
}
