import type { Assessment } from "../model/assessment.ts";
import type { Change, RollUp } from "../model/explanation.ts";
import type { Period } from "../model/period.ts";
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
  readonly comparedWith: Period | null; // of changes; null where the year has no period before, or nothing was published of it
  readonly rollUps: readonly RollUp[];
}

/**
 * Rankings, changes since an earlier period and roll-ups of assessed targets.
 *
 * Where nothing is known of the period before itself, verdicts are not compared with those that it carried over: only
 * revisions and first reports of the year are changes then.
 *
 * @param before the period to compare with; null where the plan's year has none, and so no changes
 */
export function explain(
  assessments: readonly Assessment[],
  context: PlanContext & { readonly surroundings: Surroundings },
  before: Period | null,
): Explanations {
  const { surroundings, ...judging } = context;
  const { period, observations } = judging;
  const regional = regionalObservations(surroundings);
  const targets = assessments.map(({ target }) => target);
  const assessRegional = (parts: readonly Target[], at: Period) =>
    assessPlan(parts, { ...judging, period: at, observations: regional });
  const previous = before === null ? [] : assessPlan(targets, { ...judging, period: before });
  const isKnown = previous.some(({ actual, observedPeriod }) => actual !== null && observedPeriod === before);
  const changes = changesOf({ previous, current: assessments, observations });
  return {
    rankings: rankingsOf(assessments, { period, surroundings, assessRegional }),
    changes: isKnown ? changes : changes.filter(({ kind }) => kind === "revised" || kind === "newly-reported"),
    comparedWith: isKnown ? before : null,
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
