import type { Step } from "./arithmetic.ts";
import type { Decimal } from "./decimal.ts";
import type { KnownObservation } from "./observation.ts";
import type { Period } from "./period.ts";

/** A part that is named, or what the named parts leave open. */
export type PartKind = "region" | "sector" | "rest";

/** How much one part moves a total, in 百分点 of the total's own rate and of its gap. */
export interface Pull {
  readonly kind: PartKind; // rest: what the parts do not account for
  readonly code: string | null; // region or indicator; null for the rest
  readonly name: string;
  readonly developmentZone: boolean; // 开发区
  readonly rate: Decimal | null; // %: growth as published, or completion of the part's own target; null for the rest
  readonly share: Decimal; // %, unrounded: of last year's total, or of the city's target
  readonly points: Decimal; // 百分点 of the total's rate, at the places printed, after 舍位平衡
  readonly gapPoints: Decimal | null; // 百分点 of the gap, after 舍位平衡; null where there is no goal for the rate
  readonly exact: { readonly points: Decimal; readonly gapPoints: Decimal | null }; // unrounded
  readonly observations: readonly KnownObservation[]; // behind rate and share, by place
}

/** A printed number that 舍位平衡 has moved away from its own rounding. */
export interface Adjustment {
  readonly name: string; // of the part
  readonly of: "points" | "gapPoints";
  readonly from: Decimal; // rounded by itself
  readonly to: Decimal;
}

/** A part that has no contribution, and why. */
export interface PartLeftOut {
  readonly code: string;
  readonly name: string;
  readonly reason: LeftOutReason;
}

export type LeftOutReason =
  | "no-rate" // its growth is not known
  | "no-amount" // its amount is not known, so that it has no weight
  | "no-target" // no target was set for it
  | "conflicting" // its sources disagree
  | "base-not-positive" // last year it was nothing, or less
  | "counted-elsewhere" // 开发区, in the figures of the place it lies in
  | "maybe-counted-elsewhere"; // 开发区, where nothing tells whether other figures hold it

/** How the parts of a total move it. Always 测算. */
export interface Breakdown {
  readonly by: "region" | "sector";
  readonly measure: "growth" | "pace"; // the rate: growth against the goal, or completion against 序时
  readonly weights: "last-year" | "derived" | "targets"; // last year's amounts; this year's ÷ (1＋growth); the parts' targets
  readonly total: Decimal; // rate of the total, %, as printed; the points add up to it exactly
  readonly goal: Decimal | null; // %: what the rate is held against, unrounded
  readonly gap: Decimal | null; // 百分点, as printed; the gapPoints add up to it exactly
  readonly pulls: readonly Pull[]; // by gapPoints (points without a goal), the worst first; rest last
  readonly down: readonly Pull[]; // up to three that pull most below the goal (without a goal: below nothing)
  readonly up: readonly Pull[]; // up to three that pull most above it
  readonly adjustments: readonly Adjustment[];
  readonly leftOut: readonly PartLeftOut[];
  readonly illustrative: boolean; // the total or a part rests on 演示数据
  readonly steps: readonly Step[];
  readonly text: string; // a sentence that begins with 测算
}

/** Which parts make a lagging total lag; each null where its parts lack amounts or rates. */
export interface Why {
  readonly sectors: Breakdown | null;
  readonly regions: Breakdown | null;
}

export type ChangeKind =
  | "verdict" // judged otherwise than before
  | "judging-begins" // known before and not judged yet, judged now
  | "revised" // a value of an earlier month was published anew
  | "newly-reported" // known for the first time this year
  | "newly-late"; // was there for the period before, and is not there for this one

/** What is different from the assessment of a target at the period before. */
export interface Change {
  readonly kind: ChangeKind;
  readonly target: string; // id
  readonly from: string | null; // verdict, or value as published
  readonly to: string | null;
  readonly unit: string | null;
  readonly period: Period; // the change is about
  readonly text: string;
  readonly onRevised?: true; // of a verdict: the period before is judged by figures that were revised since
  readonly observations: readonly KnownObservation[];
}

/** Whether the targets set for regions come to the city's own. */
export interface RollUp {
  readonly target: string; // of the city
  readonly parts: readonly string[]; // of the regions
  readonly sum: Decimal;
  readonly difference: Decimal; // sum less the city's target
  readonly unit: string;
  readonly missing: readonly string[]; // codes of counties without a target
  readonly zoneCounted: boolean; // the target of 开发区 is in the sum: without it the counties do not come to the city's
  readonly text: string;
}
