import { compare, type Decimal, dividedBy, times } from "../model/decimal.ts";
import type { Breakdown, LeftOutReason, PartLeftOut } from "../model/explanation.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, spanName } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { breakdownOf } from "./breakdown.ts";
import { byPlace } from "./current.ts";
import { addsUp, zoneStanding } from "./development-zone.ts";
import type { Candidate } from "./part-candidates.ts";
import { type Base, baseOf, type Known, knownOf, roundedOf, weightsFor } from "./part-weights.ts";
import type { Part } from "./whole.ts";

/** A total whose growth is to be broken down. */
export interface GrowthQuestion {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly period: Period; // that the growth speaks of
  readonly scope: string | null; // 口径 of the growth; its parts must have the same
  readonly total: Decimal; // %, as published
  readonly goal: Decimal | null; // %
  readonly places: number;
  readonly observations: readonly KnownObservation[]; // of the total
}

interface Weighed {
  readonly candidate: Candidate;
  readonly known: Known;
  readonly base: Base | undefined;
}

type Share = Pick<Part, "share" | "shareFormula">;

/**
 * Breaks the growth of a total down: the pull of a part is its share of last year times its growth.
 *
 * @param candidates all of one kind, in the order of the tables
 * @returns null where the total has no amount, or too little is known of its parts
 */
export function growthBreakdown(question: GrowthQuestion, candidates: readonly Candidate[]): Breakdown | null {
  const [first] = candidates;
  if (!first) return null;
  const { target, indicator, period, scope, observations } = question;
  const total = knownOf({ target, indicator, period, scope, observations });
  const known = candidates.map((candidate) => ({ candidate, known: knownOf({ ...candidate, target, period, scope }) }));
  const relevant = known.filter(({ candidate, known: { growth, amount } }) => {
    return !candidate.cityLevel || growth.kind === "read" || amount.kind === "read";
  });
  const weights = weightsFor(
    total,
    relevant.map((one) => one.known),
  );
  const whole = baseOf(total, weights);
  if (!whole || compare(whole.base, "0") <= 0) return null;
  const weighed = relevant.map((one): Weighed => ({ ...one, base: baseOf(one.known, weights) }));
  const standing = standingOf(whole, weighed, weights);
  const leftOut = weighed.flatMap((one): readonly PartLeftOut[] => {
    const reason = reasonToLeaveOut(one, standing, weights);
    return reason === undefined ? [] : [{ code: one.candidate.code, name: one.candidate.name, reason }];
  });
  const counted = weighed.filter(({ candidate }) => !leftOut.some(({ code }) => code === candidate.code));
  const isOthersComplete = leftOut.every(({ reason }) => reason === "counted-elsewhere");
  const amounts = counted.flatMap(({ base }) => base?.amount ?? []);
  return breakdownOf({
    ...{ by: first.kind, measure: "growth", weights, leftOut, name: periodical(target, indicator, period) },
    ...{ total: question.total, goal: question.goal, places: question.places },
    parts: counted.flatMap((one) => partOf(one, whole)),
    observations: [...(total.growth.kind === "read" ? total.growth.reading.observations : []), ...whole.observations],
    isComplete: isOthersComplete && addsUp(whole.amount, amounts),
  });
}

/** 上半年地区生产总值, 6月末各项贷款余额: a quarter's figure is still told of in the months after it. */
function periodical({ name }: Target, { nature }: Indicator, period: Period): string {
  return `${spanName(period, nature === "stock" ? "instant" : "ytd")}${name}`;
}

function standingOf(whole: Base, weighed: readonly Weighed[], weights: "last-year" | "derived") {
  const amountOf = ({ known }: Weighed) => {
    const found = weights === "last-year" ? known.lastYear : known.amount;
    return found.kind === "read" ? roundedOf(found.reading) : undefined;
  };
  const zone = weighed.find(({ candidate }) => candidate.developmentZone);
  const others = weighed.filter(({ candidate }) => !candidate.developmentZone).map(amountOf);
  return zoneStanding(whole.amount, others, zone && amountOf(zone));
}

function reasonToLeaveOut(
  { candidate, known, base }: Weighed,
  standing: ReturnType<typeof zoneStanding>,
  weights: "last-year" | "derived",
): LeftOutReason | undefined {
  if (candidate.developmentZone && standing === "inside") return "counted-elsewhere";
  if (known.growth.kind === "conflicting" || known.amount.kind === "conflicting") return "conflicting";
  const amount = weights === "last-year" ? known.lastYear : known.amount;
  if (amount.kind === "read" && known.growth.kind === "read" && (!base || compare(base.base, "0") <= 0)) {
    return "base-not-positive";
  }
  if (known.growth.kind !== "read") return hasNothingLastYear(known) ? "base-not-positive" : "no-rate";
  if (!base) return "no-amount";
  return candidate.developmentZone && standing === "unknown" ? "maybe-counted-elsewhere" : undefined;
}

/** A place that had nothing last year has no growth to publish. */
function hasNothingLastYear({ lastYear }: Known): boolean {
  return lastYear.kind === "read" && compare(lastYear.reading.actual, "0") <= 0;
}

function partOf({ candidate, known, base }: Weighed, whole: Base): readonly Part[] {
  if (!base || known.growth.kind !== "read") return [];
  const { kind, code, name, developmentZone } = candidate;
  const read = known.growth.reading;
  const observations = [...read.observations, ...base.observations].sort(byPlace);
  return [{ kind, code, name, developmentZone, rate: read.actual, ...shareOf(base, whole), observations }];
}

function shareOf(base: Base, whole: Base): Share {
  const share = dividedBy(times(base.base, "100"), whole.base);
  return { share, shareFormula: `${base.formula}÷${whole.formula}×100` };
}
