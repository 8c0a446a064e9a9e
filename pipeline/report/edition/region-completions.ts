import type { Figure } from "../../model/figure.ts";
import type { Period } from "../../model/period.ts";
import type { MissingReason, Ranking } from "../../model/ranking.ts";
import { type PlaceRanks, placeRanks } from "./region-ranks.ts";
import { figuresOf, type TargetFigures, targetFigures } from "./target-figures.ts";

/** How far the regions have come with what was set for each of them of a target of the city. */
export interface RegionalCompletion extends PlaceRanks {
  readonly target: TargetFigures; // of the city
  readonly period: Period; // of the release that is ranked
  readonly completion: ReadonlyMap<string, Figure>; // %, by region code; the city's own with them
  readonly gaps: ReadonlyMap<string, MissingReason>; // why a region has none, by code
  readonly figures: readonly Figure[]; // of the regions' own targets: set, actual, completion
  readonly read: readonly Figure[]; // of the regions, as they stand in cells
}

/** The targets that were divided among the regions, in the order of the plan. */
export function regionalCompletions(
  targets: readonly TargetFigures[],
  rankings: readonly Ranking[],
): readonly RegionalCompletion[] {
  return targets.flatMap((target) =>
    rankings
      .filter((one) => one.by === "completion" && one.target === target.assessment.target.id)
      .map((ranking) => regionalCompletion(target, ranking)),
  );
}

/** Every figure of them, each once. */
export function figuresOfCompletions(completions: readonly RegionalCompletion[]): readonly Figure[] {
  return completions.flatMap(({ rank, rankChange, gapShare, gapRest, adjustments, figures }) => [
    ...[rank, rankChange, gapShare].flatMap((own) => [...own.values()]),
    ...(gapRest === null ? [] : [gapRest]),
    ...adjustments.map(({ before }) => before),
    ...figures,
  ]);
}

function regionalCompletion(target: TargetFigures, ranking: Ranking): RegionalCompletion {
  const { assessment, indicator, completion: whole } = target;
  const own = ranking.rows.flatMap((row) => {
    const told = row.assessment && targetFigures(row.assessment, indicator);
    // Printed with the digits that are ranked, not with those that tell which side of the goal it is on.
    const completion = told?.completion && { ...told.completion, decimals: 1 };
    return told && completion ? [{ row, told: { ...told, completion } }] : [];
  });
  const completion = new Map(own.map(({ row, told }) => [row.region, told.completion]));
  const measure = { id: assessment.target.id, name: `${assessment.target.name} 完成率`, values: completion };
  const isOneTime = whole !== null && assessment.observedPeriod === ranking.period;
  return {
    ...placeRanks(ranking, { ...measure, breakdown: assessment.why?.regions ?? null }),
    ...{ target, period: ranking.period },
    completion: isOneTime ? new Map([...completion, [assessment.target.region, whole]]) : completion,
    gaps: new Map(ranking.rows.flatMap(({ region, reason }) => (reason === null ? [] : [[region, reason] as const]))),
    figures: own.flatMap(({ told }) => figuresOf(told)),
    read: own.flatMap(({ told }) => told.read),
  };
}
