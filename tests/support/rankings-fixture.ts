import { rankingsOf } from "../../pipeline/assess/rankings.ts";
import { observationsByPlace } from "../../pipeline/assess/surroundings.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Period } from "../../pipeline/model/period.ts";
import type { Ranking } from "../../pipeline/model/ranking.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { JUNE, REGIONS } from "./edition-input-fixture.ts";

export interface RankingsSetting {
  readonly indicators: readonly Indicator[];
  readonly period?: Period;
  readonly regionalTargets?: readonly Target[];
  readonly assessRegional?: (targets: readonly Target[], period: Period) => readonly Assessment[];
}

/** The rankings of the shipped rules over observations of the places of the fixtures. */
export function rankingsFixture(
  assessments: readonly Assessment[],
  observations: readonly KnownObservation[],
  { indicators, period = JUNE, regionalTargets = [], assessRegional = () => [] }: RankingsSetting,
): readonly Ranking[] {
  const observationsOf = observationsByPlace(observations);
  const surroundings = { indicators, regions: REGIONS, regionalTargets, observations, observationsOf };
  return rankingsOf(assessments, { period, surroundings, assessRegional });
}
