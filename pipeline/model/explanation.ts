import type { Step } from "./arithmetic.ts";
import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";
import type { Period } from "./period.ts";

/** How much one part moves a total, in 百分点 of the total's growth or of its gap. */
export interface Pull {
  readonly kind: "region" | "sector" | "rest"; // rest: what the parts do not account for
  readonly code: string | null; // region or indicator; null for the rest
  readonly name: string;
  readonly growth: Decimal | null; // %, as published; null for the rest
  readonly share: Decimal | null; // of last year's total, %; null for the rest
  readonly points: Decimal; // 百分点 of the total's growth, at the places published, after 舍位平衡
  readonly gapPoints: Decimal; // 百分点 of the gap to the goal, after 舍位平衡
  readonly observations: readonly KnownObservation[];
}

/** Which parts make a lagging total lag. Always 测算. */
export interface Why {
  readonly by: "region" | "sector";
  readonly total: Decimal; // growth of the total, %, as published
  readonly gap: Decimal; // to the goal, 百分点, as printed; the gapPoints add up to it exactly
  readonly pulls: readonly Pull[]; // by gapPoints, the worst first; rest last
  readonly down: readonly Pull[]; // up to three that pull most below the goal
  readonly up: readonly Pull[]; // up to three that pull most above it
  readonly steps: readonly Step[];
  readonly text: string;
}

export type ChangeKind =
  | "verdict" // judged otherwise than last month
  | "revised" // a value of an earlier month was published anew
  | "newly-reported" // known for the first time this year
  | "newly-late"; // was there last month, and is not there for this one

/** What is different from last month's assessment of a target. */
export interface Change {
  readonly kind: ChangeKind;
  readonly target: string; // id
  readonly from: string | null; // verdict, or value as published
  readonly to: string | null;
  readonly unit: string | null;
  readonly period: Period; // the change is about
  readonly text: string;
  readonly observations: readonly KnownObservation[];
}

/** One place in a ranking. */
export interface RankedRegion {
  readonly region: string; // code
  readonly name: string;
  readonly developmentZone: boolean; // 开发区: part of another place's figures
  readonly value: Decimal | null;
  readonly unit: string;
  readonly rank: number | null; // 1, 2, 2, 4; null without a value, and for 开发区 that others include
  readonly rankChange: number | null; // places gained since the period before; null where either rank is missing
  readonly gapShare: Decimal | null; // % of the total's shortfall that this place carries
  readonly reason: "missing" | "conflicting" | "not-reported" | null; // why there is no value
  readonly observations: readonly KnownObservation[];
}

/** The 旗县市区 in order of one measure. */
export interface Ranking {
  readonly target: string; // id
  readonly by: "growth" | "completion";
  readonly period: Period;
  readonly previous: Period | null; // that ranks are compared with
  readonly ranked: number; // how many have a rank
  readonly rows: readonly RankedRegion[]; // by rank, then the unranked in the order of the seed
}

/** Whether the targets set for regions come to the city's own. */
export interface RollUp {
  readonly target: string; // of the city
  readonly parts: readonly string[]; // of the regions
  readonly sum: Decimal;
  readonly difference: Decimal; // sum less the city's target
  readonly missing: readonly string[]; // region codes without a target
  readonly text: string;
}
