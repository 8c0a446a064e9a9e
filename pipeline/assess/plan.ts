import type { Assessment } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { LightRules } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import type { Surroundings } from "./surroundings.ts";
import { assessTarget } from "./target.ts";
import { whyOf } from "./why.ts";

/** What all targets of a plan are judged by. */
export interface PlanContext {
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly observations: ReadonlyMap<string, readonly KnownObservation[]>; // that may speak to a target, by its id; any order
  readonly reported: ReadonlySet<string>; // codes of the indicators that anybody has ever reported, for any place
  readonly peers?: ReadonlyMap<string, readonly KnownObservation[]>; // of the whole city, by the id of a region's target; any order
  readonly rules: LightRules;
  readonly surroundings?: Surroundings; // absent: nothing is said of why a target lags
}

/**
 * Judges targets at a period.
 *
 * @returns one assessment a target, in the order of the targets
 */
export function assessPlan(
  targets: readonly Target[],
  { period, indicators, observations, peers, reported, rules, surroundings }: PlanContext,
): readonly Assessment[] {
  const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));
  return targets.map((target) => {
    const indicator = byCode.get(target.indicator ?? "") ?? null;
    const known = observations.get(target.id) ?? [];
    const isReported = reported.has(target.indicator ?? "");
    const assessment = assessTarget(target, {
      ...{ indicator, period, observations: known, rules, isReported },
      peers: peers?.get(target.id),
    });
    return surroundings ? { ...assessment, why: whyOf(assessment, indicator, surroundings) } : assessment;
  });
}
