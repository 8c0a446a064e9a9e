import type { Assessment } from "../model/assessment.ts";
import { sumOf } from "../model/balance.ts";
import { absolute, compare, type Decimal, dividedBy, minus, roundHalfUp, signOf, times } from "../model/decimal.ts";
import type { Breakdown } from "../model/explanation.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { MissingReason, RankedRegion, Ranking } from "../model/ranking.ts";

/** What a place shows in a measure, or why nothing. */
export interface PlaceValue {
  readonly region: string;
  readonly name: string;
  readonly developmentZone: boolean;
  readonly value: Decimal | null; // as printed
  readonly reason: MissingReason | null;
  readonly observations: readonly KnownObservation[];
  readonly assessment: Assessment | null; // that a completion was taken from
}

/** The places in one measure at one release, in the order of the tables. */
export interface Field {
  readonly by: Ranking["by"];
  readonly period: Period;
  readonly scope: string | null;
  readonly places: readonly PlaceValue[];
}

const NOTES: Readonly<Record<Ranking["by"], string>> = {
  growth: "位次按同比增速由高到低",
  completion: "位次按完成分解目标的比例由高到低",
};

/** What a change of rank is among, where not everybody who is ranked was ranked before, or the other way round. */
const COMPARED = "位次升降只在两期都有数的地区之间比较";

/**
 * Ranks the 旗县市区 by what is printed of them, the most first: equal values share a rank and the next is skipped
 * (1, 2, 2, 4), who has no value has no rank, and the city takes no part (standards of the field, section 3.2).
 *
 * 开发区 is shown and marked and never ranked: it is no administrative division, where only rates are published nothing
 * tells whether 科尔沁区 holds its figures, and a rank that it takes in one indicator and not in the next would move
 * every place behind it.
 *
 * For the same reason a change of rank is one among the places that have a value in both releases: who is missing in one
 * of them would seem to let everybody behind it rise.
 *
 * @param previous the release before; null for the first of the year
 * @param breakdown of the same target by region, for each place's share of the shortfall
 */
export function rank(
  { target }: Pick<Assessment, "target">,
  field: Field,
  previous: Field | null,
  breakdown: Breakdown | null,
): Ranking {
  const ranks = ranksOf(field.places);
  const { moves, notCompared } = movesBetween(field, previous);
  const rows = field.places.map((place, order): RankedRegion & { readonly order: number } => {
    const gapShare = gapShareOf(place.region, breakdown);
    const move = moves.get(place.region) ?? { previousRank: null, rankChange: null };
    return { ...place, order, unit: "%", rank: ranks.get(place.region) ?? null, ...move, gapShare };
  });
  const sorted = rows.sort((a, b) => byRank(a, b) || a.order - b.order);
  const hasZone = field.places.some(({ developmentZone }) => developmentZone);
  return {
    target: target.id,
    by: field.by,
    period: field.period,
    scope: field.scope,
    previous: previous === null ? null : previous.period,
    ranked: ranks.size,
    notCompared,
    gapRest: gapRestOf(rows),
    rows: sorted.map(({ order: _, ...row }) => row),
    note: `${NOTES[field.by]}在旗县市区之间排列，相同的并列，其后的位次跳过；全市和没有数据的不排${hasZone ? "；开发区单独列出，不参加排位" : ""}${moves.size > 0 && notCompared.length > 0 ? `；${COMPARED}` : ""}`,
  };
}

/** The unranked last. */
function byRank(a: RankedRegion, b: RankedRegion): number {
  if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
  return a.rank - b.rank;
}

interface Moves {
  readonly moves: ReadonlyMap<string, Pick<RankedRegion, "previousRank" | "rankChange">>; // by region
  readonly notCompared: readonly string[];
}

/** Ranks both releases anew among the places that both rank; nothing to compare where they are of two 口径. */
function movesBetween(field: Field, previous: Field | null): Moves {
  if (previous === null || previous.scope !== field.scope) return { moves: new Map(), notCompared: [] };
  const [ranked, rankedBefore] = [ranksOf(field.places), ranksOf(previous.places)];
  const isInBoth = ({ region }: PlaceValue) => ranked.has(region) && rankedBefore.has(region);
  const now = ranksOf(field.places.filter(isInBoth));
  const before = ranksOf(previous.places.filter(isInBoth));
  const moves = [...before].map(([region, previousRank]) => {
    return [region, { previousRank, rankChange: previousRank - (now.get(region) ?? previousRank) }] as const;
  });
  const notCompared = field.places
    .map(({ region }) => region)
    .filter((one) => ranked.has(one) !== rankedBefore.has(one));
  return { moves: new Map(moves), notCompared };
}

function ranksOf(places: readonly PlaceValue[]): ReadonlyMap<string, number> {
  const runners = places.flatMap(({ region, developmentZone, value }) =>
    developmentZone || value === null ? [] : [{ region, value }],
  );
  return new Map(
    runners.map(({ region, value }) => [region, 1 + runners.filter((other) => compare(other.value, value) > 0).length]),
  );
}

/** A place's pull by the whole gap, while the total is short, and most of the gap is accounted for. */
function gapShareOf(region: string, breakdown: Breakdown | null): Decimal | null {
  if (breakdown === null || breakdown.goal === null) return null;
  const pull = breakdown.pulls.find(({ code }) => code === region)?.exact.gapPoints;
  const gap = sumOf(breakdown.pulls.map(({ exact }) => exact.gapPoints ?? "0"));
  if (pull == null || signOf(gap) >= 0) return null;
  const rest = breakdown.pulls.find(({ kind }) => kind === "rest")?.exact.gapPoints ?? "0";
  if (compare(times(absolute(rest), "2"), absolute(gap)) > 0) return null;
  return dividedBy(times(pull, "100"), gap);
}

/** None where it is no more than the rounding of one digit. */
function gapRestOf(rows: readonly RankedRegion[]): Decimal | null {
  const shares = rows.flatMap(({ gapShare }) => gapShare ?? []);
  const rest = minus("100", sumOf(shares));
  return shares.length === 0 || signOf(roundHalfUp(rest, 1)) === 0 ? null : rest;
}
