import type { Assessment } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import type { LightRules } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import type { Reference } from "./relative.ts";
import { tellSharedTasks } from "./shared-task.ts";
import type { Surroundings } from "./surroundings.ts";
import { assessTarget } from "./target.ts";
import { whyOf } from "./why.ts";

/** What all targets of a plan are judged by. */
export interface PlanContext {
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly observations: ReadonlyMap<string, readonly KnownObservation[]>; // that may speak to a target, by its id; any order
  readonly reported: ReadonlySet<string>; // codes of the indicators that anybody has ever reported, for any place
  readonly onlyIllustrative?: ReadonlySet<string>; // those of them of which all is 演示数据; none unless said
  readonly peers?: ReadonlyMap<string, readonly KnownObservation[]>; // of the whole city, by the id of a region's target; any order
  readonly rules: LightRules;
  readonly regions?: readonly Region[]; // that relative goals name; their codes stand in for their names where not given
  readonly references?: ReadonlyMap<string, readonly KnownObservation[]>; // of the figures that relative goals are held against, by target id
  readonly surroundings?: Surroundings; // absent: nothing is said of why a target lags
}

/**
 * Judges targets at a period; several that measure one task say where they disagree.
 *
 * @returns one assessment a target, in the order of the targets
 */
export function assessPlan(targets: readonly Target[], context: PlanContext): readonly Assessment[] {
  const { period, indicators, observations, peers, reported, onlyIllustrative, rules, surroundings } = context;
  const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));
  const assessments = targets.map((target) => {
    const indicator = byCode.get(target.indicator ?? "") ?? null;
    const known = observations.get(target.id) ?? [];
    const isReported = reported.has(target.indicator ?? "");
    const isOnlyIllustrative = onlyIllustrative?.has(target.indicator ?? "") ?? false;
    const reference = referenceOf(target, byCode, context);
    const assessment = assessTarget(target, {
      ...{ indicator, period, observations: known, rules, isReported, isOnlyIllustrative, reference },
      peers: peers?.get(target.id),
    });
    return surroundings ? { ...assessment, why: whyOf(assessment, indicator, surroundings) } : assessment;
  });
  return tellSharedTasks(assessments);
}

function referenceOf(
  { id, region, relativeTo }: Target,
  indicators: ReadonlyMap<string, Indicator>,
  { references, regions = [] }: PlanContext,
): Reference | null {
  const indicator = relativeTo === null ? undefined : indicators.get(relativeTo.indicator);
  if (relativeTo === null || !indicator) return null;
  const place = regions.find(({ code }) => code === relativeTo.region);
  const name = place?.kind === "province" ? "全区" : (place?.shortName ?? relativeTo.region);
  return { indicator, place: relativeTo.region === region ? "" : name, observations: references?.get(id) ?? [] };
}
