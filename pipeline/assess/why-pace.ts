import { compare, type Decimal, dividedBy, times } from "../model/decimal.ts";
import type { Breakdown, LeftOutReason, PartLeftOut } from "../model/explanation.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, spanName } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { convert } from "../model/unit.ts";
import { breakdownOf } from "./breakdown.ts";
import { addsUp, type Rounded, zoneStanding } from "./development-zone.ts";
import type { Candidate } from "./part-candidates.ts";
import { readAmount } from "./part-reading.ts";
import { roundedOf } from "./part-weights.ts";
import type { Found } from "./reading.ts";
import type { Part } from "./whole.ts";

/** A city's amount that is behind its pace, and the targets that were set for its regions. */
export interface PaceQuestion {
  readonly target: Target; // of the city
  readonly low: Decimal; // its number
  readonly period: Period; // that the amount speaks of
  readonly scope: string | null;
  readonly amount: Rounded; // in the target's unit
  readonly observations: readonly KnownObservation[]; // behind the amount
  readonly completion: Decimal; // %, unrounded
  readonly goal: Decimal; // 序时 %, unrounded
  readonly regionalTargets: readonly Target[]; // of the same indicator and quantity
}

interface Measured {
  readonly candidate: Candidate;
  readonly asked: Decimal | undefined; // the part's target, in the unit of the city's
  readonly found: Found;
  readonly amount: Rounded | undefined; // in the unit of the city's target
}

/**
 * Breaks the completion of an amount down to the regions: the pull of a region is the share of its target in the
 * city's times its own completion. The shortfall against 序时 adds up from theirs.
 *
 * @returns null where fewer than two regions have a target and an amount, or their targets are far from the city's
 */
export function paceBreakdown(question: PaceQuestion, candidates: readonly Candidate[]): Breakdown | null {
  const { target, low, amount, completion, goal } = question;
  const measured = candidates
    .map((candidate) => measure(candidate, question))
    .filter(({ candidate, asked }) => !candidate.cityLevel || asked !== undefined);
  const zone = measured.find(({ candidate }) => candidate.developmentZone);
  const others = measured.filter(({ candidate }) => !candidate.developmentZone);
  const standing = zoneStanding(exactly(low), others.map(askedOf), zone && askedOf(zone));
  const leftOut = measured.flatMap((one): readonly PartLeftOut[] => {
    const reason = reasonToLeaveOut(one, standing);
    return reason === undefined ? [] : [{ code: one.candidate.code, name: one.candidate.name, reason }];
  });
  const counted = measured.filter(({ candidate }) => !leftOut.some(({ code }) => code === candidate.code));
  return breakdownOf({
    ...{
      by: "region",
      measure: "pace",
      weights: "targets",
      leftOut,
      name: `${spanName(question.period, "ytd")}${target.name}`,
    },
    ...{ total: completion, goal, places: 1 },
    parts: counted.flatMap((one) => partOf(one, low)),
    observations: question.observations,
    isComplete:
      leftOut.every(({ reason }) => reason === "counted-elsewhere") &&
      addsUp(
        amount,
        counted.flatMap((one) => one.amount ?? []),
      ),
  });
}

function measure(candidate: Candidate, question: PaceQuestion): Measured {
  const { target, period, scope } = question;
  const set = question.regionalTargets.find(({ region }) => region === candidate.code);
  const found = readAmount({ ...candidate, target, period, scope });
  const asked = set?.low == null ? undefined : convert(set.low, set.unit, target.unit);
  const own = found.kind === "read" ? roundedOf(found.reading) : undefined;
  const value = own && convert(own.value, candidate.indicator.unit, target.unit);
  const halfUnit = own && convert(own.halfUnit, candidate.indicator.unit, target.unit);
  const amount = value === undefined || halfUnit === undefined ? undefined : { value, halfUnit };
  return { candidate, asked, found, amount };
}

function reasonToLeaveOut(
  { candidate, asked, found, amount }: Measured,
  standing: ReturnType<typeof zoneStanding>,
): LeftOutReason | undefined {
  if (candidate.developmentZone && standing === "inside") return "counted-elsewhere";
  if (asked === undefined || compare(asked, "0") <= 0) return "no-target";
  if (candidate.developmentZone && standing === "unknown") return "maybe-counted-elsewhere";
  if (found.kind === "conflicting") return "conflicting";
  return amount === undefined ? "no-amount" : undefined;
}

function partOf({ candidate, asked, found, amount }: Measured, low: Decimal): readonly Part[] {
  if (asked === undefined || amount === undefined || found.kind !== "read") return [];
  const { kind, code, name, developmentZone } = candidate;
  const rate = dividedBy(times(amount.value, "100"), asked);
  const share = dividedBy(times(asked, "100"), low);
  const shareFormula = `${asked}÷${low}×100`;
  return [{ kind, code, name, developmentZone, rate, share, shareFormula, observations: found.reading.observations }];
}

function askedOf({ asked }: Measured): Rounded | undefined {
  return asked === undefined ? undefined : exactly(asked);
}

function exactly(value: Decimal): Rounded {
  return { value, halfUnit: "0" };
}
