import type { Assessment } from "../model/assessment.ts";
import type { Change, RollUp } from "../model/explanation.ts";
import { monthOf, type Period, shiftPeriod } from "../model/period.ts";
import type { Ranking } from "../model/ranking.ts";
import type { Target } from "../model/target.ts";
import { changesOf } from "./changes.ts";
import { assessPlan, type PlanContext } from "./plan.ts";
import { rankingsOf } from "./rankings.ts";
import { rollUpsOf } from "./roll-up.ts";
import type { Surroundings } from "./surroundings.ts";

/** What is said of a plan's targets as a whole. */
export interface Explanations {
  readonly rankings: readonly Ranking[];
  readonly changes: readonly Change[];
  readonly rollUps: readonly RollUp[];
}

/**
 * Rankings, changes since last month and roll-ups of assessed targets.
 *
 * January has no month before it within the plan's year, so it has no changes.
 */
export function explain(
  assessments: readonly Assessment[],
  context: PlanContext & { readonly surroundings: Surroundings },
): Explanations {
  const { surroundings, ...judging } = context;
  const { period, observations } = judging;
  const regional = regionalObservations(surroundings);
  const targets = assessments.map(({ target }) => target);
  const assessRegional = (parts: readonly Target[], at: Period) =>
    assessPlan(parts, { ...judging, period: at, observations: regional });
  const lastMonth = monthOf(period) === 1 ? null : shiftPeriod(period, -1);
  const previous = lastMonth === null ? [] : assessPlan(targets, { ...judging, period: lastMonth });
  return {
    rankings: rankingsOf(assessments, { period, surroundings, assessRegional }),
    changes: changesOf({ previous, current: assessments, observations }),
    rollUps: rollUpsOf(targets, surroundings),
  };
}

/** What is known of the regional targets' indicators in their places, by target id. */
export function regionalObservations({ regionalTargets, observationsOf }: Surroundings): PlanContext["observations"] {
  return new Map(
    regionalTargets.map(({ id, indicator, region }) => [
      id,
      indicator === null ? [] : observationsOf(indicator, region),
    ]),
  );
}

/** What is known of the whole city for each regional target, by target id: what the region's figure may be held against. */
export function peerObservations(
  { regionalTargets, observationsOf }: Surroundings,
  city: string,
): NonNullable<PlanContext["peers"]> {
  return new Map(
    regionalTargets.map(({ id, indicator }) => [id, indicator === null ? [] : observationsOf(indicator, city)]),
  );
}
