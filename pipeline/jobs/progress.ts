import { assessPlan } from "../assess/plan.ts";
import { type ProgressJson, toProgressJson } from "../assess/progress-json.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Period } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import { listReportedIndicators } from "../store/observations.ts";
import { listTargetObservations } from "../store/progress.ts";
import type { OpenHome } from "./open-home.ts";

/** Judges every target of a plan at a period, on what was known by `asOf`; in the order of the plan. */
export async function judge(
  { store, reference }: OpenHome,
  plan: Plan,
  { period, asOf }: { readonly period: Period; readonly asOf: string | null },
): Promise<readonly Assessment[]> {
  const { year, region, targets } = plan;
  const observations = await listTargetObservations(store, { year, region, period, asOf });
  const reported = new Set<string>(await listReportedIndicators(store, asOf));
  const { indicators, rules } = reference;
  return assessPlan(targets, { period, indicators, observations, reported, rules });
}

/** The document that `progress --json` prints. */
export function toJson(
  assessments: readonly Assessment[],
  question: Pick<ProgressJson, "period" | "asOf" | "region">,
): ProgressJson {
  return toProgressJson(assessments, question);
}
