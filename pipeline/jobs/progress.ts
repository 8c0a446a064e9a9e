import { type Explanations, explain, peerObservations, regionalObservations } from "../assess/explain.ts";
import { type MilestonesJson, toMilestonesJson } from "../assess/milestones-json.ts";
import { assessPlan } from "../assess/plan.ts";
import { type ProgressJson, toProgressJson } from "../assess/progress-json.ts";
import { withQuotas } from "../assess/quotas.ts";
import type { Assessment } from "../model/assessment.ts";
import type { EditionKind } from "../model/edition.ts";
import { periodBefore } from "../model/edition-kind.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, yearOf } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import type { Region } from "../model/region.ts";
import { listIllustrativeIndicators, listReportedIndicators } from "../store/observations.ts";
import { listReferenceObservations, listTargetObservations } from "../store/progress.ts";
import { requireCaughtUp } from "./catch-up.ts";
import type { Effects } from "./effects.ts";
import { type JudgedMilestones, judgeMilestones, NO_MILESTONES } from "./milestones.ts";
import type { OpenHome } from "./open-home.ts";
import { loadPlan } from "./plan.ts";
import { requirePlanRegion } from "./reference.ts";
import { loadRegionalTargets } from "./regional-targets.ts";
import { loadSurroundings } from "./surroundings.ts";

/** What progress is asked about. */
export interface ProgressRequest {
  readonly period: Period;
  readonly asOf: string | null; // "2023-07-15"; null for everything known
  readonly region: string | undefined; // as a person named it
}

/** Every target, project and task of a year against what happened. */
export interface Progress {
  readonly plan: Plan;
  readonly place: Region | null; // that the targets were set for; null for the plan's own
  readonly assessments: readonly Assessment[]; // in the order of the plan
  readonly explanations: Explanations;
  readonly milestones: JudgedMilestones; // the same; none for any other place than the plan's own
  readonly document: ProgressJson & MilestonesJson;
}

/**
 * Judges every target that the period's plan sets for a place: the city, or one to which its targets were divided;
 * for the city, every project and task too.
 *
 * @throws PipelineError USAGE, PLAN_NOT_FOUND, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function readProgress(
  open: OpenHome,
  { period, asOf, region }: ProgressRequest,
  effects: Effects,
): Promise<Progress> {
  const plan = loadPlan(open.root, yearOf(period), open.reference);
  const divided = loadRegionalTargets(open.root, plan, open.reference);
  const place = requirePlanRegion(plan, divided, open.reference.regions, region);
  await requireCaughtUp(open, effects);
  const context = await contextOf(open, plan, { period, asOf });
  const isCity = place === plan.region;
  const own = withQuotas(plan.targets, plan.quotas, asOf);
  const targets = isCity ? own : divided.filter((target) => target.region === place);
  const observations = isCity ? context.observations : regionalObservations(context.surroundings);
  const known = { ...context, observations };
  const assessments = assessPlan(targets, known);
  const explanations = explain(assessments, known, periodBefore("monthly", period));
  const milestones = isCity ? await judgeMilestones(open, plan, { period, asOf }) : NO_MILESTONES;
  const head = { period, asOf, region: place, rules: open.reference.rules.name };
  const document = { ...toProgressJson(assessments, head, explanations), ...toMilestonesJson(milestones) };
  const below = isCity ? undefined : open.reference.regions.find(({ code }) => code === place);
  return { plan, place: below ?? null, assessments, explanations, milestones, document };
}

/** A plan's own targets as they are judged, with what is said of them as a whole. */
export interface Judged {
  readonly assessments: readonly Assessment[]; // in the order of the plan
  readonly explanations: Explanations;
  readonly observations: readonly KnownObservation[]; // of the plan's indicators and their parts, everywhere, every vintage
}

/** Judges every target of a plan at a period, on what was known by `asOf`, and compares as a paper of that kind does. */
export async function judge(
  open: OpenHome,
  plan: Plan,
  request: Pick<ProgressRequest, "period" | "asOf"> & { readonly kind: EditionKind },
): Promise<Judged> {
  const context = await contextOf(open, plan, request);
  const assessments = assessPlan(withQuotas(plan.targets, plan.quotas, request.asOf), context);
  const explanations = explain(assessments, context, periodBefore(request.kind, request.period));
  return { assessments, explanations, observations: context.surroundings.observations };
}

async function contextOf(open: OpenHome, plan: Plan, { period, asOf }: Pick<ProgressRequest, "period" | "asOf">) {
  const { store, reference } = open;
  const { year, region } = plan;
  const question = { year, region, period, asOf };
  const observations = await listTargetObservations(store, question);
  const references = await listReferenceObservations(store, question);
  const reported = new Set<string>(await listReportedIndicators(store, asOf));
  const onlyIllustrative = new Set<string>(await listIllustrativeIndicators(store, asOf));
  const surroundings = await loadSurroundings(open, plan, asOf);
  const { indicators, regions, rules } = reference;
  const peers = peerObservations(surroundings, region);
  return {
    period,
    indicators,
    regions,
    observations,
    peers,
    references,
    reported,
    onlyIllustrative,
    rules,
    surroundings,
  };
}
