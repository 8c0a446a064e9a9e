import type { Figure } from "../../model/figure.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import type { MissingReason, Ranking } from "../../model/ranking.ts";
import type { Region } from "../../model/region.ts";
import { withValue } from "./observed-figures.ts";
import { NO_RANKS, type PlaceRanks, placeRanks } from "./region-ranks.ts";
import { figuresByRegion, readByRegion } from "./region-reading.ts";
import { chooseRegional, type RegionalAnswer, type RegionalValue } from "./regional-choice.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A headline indicator across the regions. */
export interface RegionalIndicator extends PlaceRanks {
  readonly indicator: Indicator;
  readonly period: Period; // of the release that is shown: the paper's, or an earlier one that is the latest due
  readonly previous: Period | null; // the release before, that changes of rank are since; null without a ranking
  readonly scope: string | null; // of the growth, else of the amounts
  readonly growth: ReadonlyMap<string, Figure>; // by region code; %
  readonly amount: ReadonlyMap<string, Figure>; // in the indicator's unit
  readonly growthGaps: ReadonlyMap<string, MissingReason>; // why a region has no growth, by code
  readonly amountGaps: ReadonlyMap<string, MissingReason>;
  readonly read: readonly Figure[]; // as they stand in cells
}

/** What is known of the regions. */
export interface RegionalInput {
  readonly regions: readonly Region[];
  readonly regional: readonly KnownObservation[];
  readonly rankings: readonly Ranking[];
  readonly period: Period;
}

/**
 * Finds growth, amount and rank by region for the headline indicators, in the order of the plan.
 *
 * Where the counties are ranked, growth, rank and 口径 are the ranking's, so that no table can say otherwise than
 * `progress`; the city's growth is the one that its target was judged by.
 */
export function regionalIndicators(
  targets: readonly TargetFigures[],
  input: RegionalInput,
): readonly RegionalIndicator[] {
  const byId = new Map(targets.map((one) => [one.assessment.target.id, one]));
  const seen = new Set<string>();
  return targets.flatMap((told) => {
    const { assessment, indicator } = told;
    if (!assessment.target.headline || indicator === null || seen.has(indicator.code)) return [];
    seen.add(indicator.code);
    const ranking = input.rankings.find(
      ({ by, target }) => by === "growth" && byId.get(target)?.assessment.target.indicator === indicator.code,
    );
    const owner = (ranking && byId.get(ranking.target)) ?? told;
    return [regionalIndicator({ indicator, owner, ranking: ranking ?? null }, input)];
  });
}

/** Every regional figure, each once. */
export function figuresOfRegions(indicators: readonly RegionalIndicator[]): readonly Figure[] {
  return indicators.flatMap(({ growth, amount, rank, rankChange, gapShare, gapRest, adjustments, read }) => [
    ...new Set([
      ...[growth, amount, rank, rankChange, gapShare].flatMap((figures) => [...figures.values()]),
      ...(gapRest === null ? [] : [gapRest]),
      ...adjustments.map(({ before }) => before),
      ...read,
    ]),
  ]);
}

interface Subject {
  readonly indicator: Indicator;
  readonly owner: TargetFigures; // whose 口径 counts
  readonly ranking: Ranking | null;
}

function regionalIndicator(subject: Subject, input: RegionalInput): RegionalIndicator {
  const { indicator, owner, ranking } = subject;
  const { regions, regional } = input;
  const { target } = owner.assessment;
  const period = ranking?.period ?? input.period;
  const scopes = ranking === null ? [target.scope ?? "", ...target.comparableScopes] : [ranking.scope ?? ""];
  const ask = (quantity: "yoy" | "value") => chooseRegional(regional, { indicator, scopes, quantity, period });
  const growth = ranking === null ? ask("yoy") : rankedGrowth(ask("yoy"), ranking, owner);
  const found = ask("value");
  // An amount in another 口径 must not stand beside the growth.
  const isOneScope = growth.byRegion.size === 0 || growth.scope === found.scope;
  const amount = isOneScope ? found : { ...found, byRegion: new Map(), conflicts: [] };
  const growths = readByRegion(growth, { indicator, regions, part: "yoy" });
  const amounts = readByRegion(amount, { indicator, regions, part: "value" });
  const growthFigures = figuresByRegion(growths);
  const heard = new Set(
    regional.filter((o) => o.indicator === indicator.code && o.period === period).map(({ region }) => region),
  );
  const gaps = (answer: RegionalAnswer) => gapsOf(answer, { regions, heard });
  const measure = { id: indicator.code, name: `${indicator.name} 增速`, values: growthFigures };
  return {
    ...(ranking === null ? NO_RANKS : placeRanks(ranking, { ...measure, breakdown: breakdownOf(owner) })),
    ...{ indicator, period, growth: growthFigures, amount: figuresByRegion(amounts) },
    previous: ranking?.previous ?? null,
    scope: growth.byRegion.size > 0 ? growth.scope : amount.scope,
    growthGaps: new Map([...gaps(growth), ...reasonsOf(ranking)]),
    amountGaps: gaps(amount),
    read: [...growths.values(), ...amounts.values()].flatMap(({ read }) => read),
  };
}

/** The ranking's places with the ranking's values, the city with its target's, and whoever stands outside both. */
function rankedGrowth(found: RegionalAnswer, ranking: Ranking, { assessment }: TargetFigures): RegionalAnswer {
  const byRegion = new Map<string, RegionalValue>(found.byRegion);
  for (const { region, value, observations } of ranking.rows) {
    if (value === null) byRegion.delete(region);
    else byRegion.set(region, { value, observations: withValue(observations) });
  }
  const { target, actual, observedPeriod, observations } = assessment;
  const isOneScope = observations.every(({ scope }) => (scope || null) === ranking.scope);
  if (actual !== null && target.quantity === "yoy" && observedPeriod === ranking.period && isOneScope) {
    byRegion.set(target.region, { value: actual, observations: withValue(observations) });
  }
  const ranked = new Set(ranking.rows.map(({ region }) => region));
  return { scope: ranking.scope, byRegion, conflicts: found.conflicts.filter((code) => !ranked.has(code)) };
}

/** Why each region without a value has none. */
function gapsOf(
  { byRegion, conflicts }: RegionalAnswer,
  { regions, heard }: { readonly regions: readonly Region[]; readonly heard: ReadonlySet<string | null> },
): ReadonlyMap<string, MissingReason> {
  const reason = (code: string) =>
    conflicts.includes(code) ? "conflicting" : heard.has(code) ? "missing" : "not-reported";
  return new Map(regions.filter(({ code }) => !byRegion.has(code)).map(({ code }) => [code, reason(code)]));
}

function reasonsOf(ranking: Ranking | null): readonly (readonly [string, MissingReason])[] {
  return (ranking?.rows ?? []).flatMap(({ region, reason }) => (reason === null ? [] : [[region, reason] as const]));
}

function breakdownOf({ assessment }: TargetFigures) {
  return assessment.why?.regions ?? null;
}
