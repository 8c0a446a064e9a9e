import type { Assessment } from "./assessment.ts";
import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";
import type { Period } from "./period.ts";

/**
 * Why a place has no value in a measure.
 *
 * `missing`: the place is in the reports of the release, this measure is not; `conflicting`: its sources disagree;
 * `not-reported`: nothing of it has come for the release; `no-target`: nothing was set for it that it could complete.
 */
export type MissingReason = "missing" | "conflicting" | "not-reported" | "no-target";

/** One place in a ranking. */
export interface RankedRegion {
  readonly region: string; // code
  readonly name: string;
  readonly developmentZone: boolean; // 开发区: no administrative division, and often part of another place's figures
  readonly value: Decimal | null; // as printed
  readonly unit: string;
  readonly rank: number | null; // 1, 2, 2, 4; null without a value, and for 开发区 always
  readonly previousRank: number | null; // at the release before, among the places that are ranked in both
  readonly rankChange: number | null; // places gained since then among the same places; null where it is in one only
  // %, unrounded, of the total's shortfall that this place carries; negative where it makes up for others; null where
  // the total is not short, the place has no pull, or 其他 is more than half of the shortfall
  readonly gapShare: Decimal | null;
  readonly reason: MissingReason | null; // why there is no value
  readonly observations: readonly KnownObservation[];
  readonly assessment: Assessment | null; // of the place's own target, whose completion the value is; null for growth
}

/** The 旗县市区 in order of one measure. */
export interface Ranking {
  readonly target: string; // id
  readonly by: "growth" | "completion";
  readonly period: Period; // of the release that is ranked
  readonly scope: string | null; // 口径 of all its values
  readonly previous: Period | null; // the release before in the same year, that ranks are compared with
  readonly ranked: number; // how many have a rank
  readonly notCompared: readonly string[]; // codes of those ranked in one of the two releases only
  // %, unrounded: what the shares of the rows leave open of the shortfall (其他, 市本级); null where they make it up
  readonly gapRest: Decimal | null;
  readonly rows: readonly RankedRegion[]; // by rank, then the unranked in the order of the seed
  readonly note: string; // who is ranked, and who is not
}
