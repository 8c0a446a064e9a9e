import type { Reason } from "../model/assessment.ts";
import { decimalPlaces } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { spanName } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { isRate } from "../model/unit.ts";
import { judgeGrowth } from "./growth.ts";
import type { Case, Judgement, Reading } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { findReading } from "./reading.ts";
import { printed } from "./wording.ts";

/** The figure that a relative goal is held against (高于全区平均增速, 快于经济增速). */
export interface Reference {
  readonly indicator: Indicator;
  readonly place: string; // 全区; "" where it is the target's own place
  readonly observations: readonly KnownObservation[]; // known of it; any order, quantity and vintage
}

/** What a relative goal asks for at a reading. */
export type Asked =
  | { readonly target: Target; readonly observations: readonly KnownObservation[] } // with its number, and the cells that say it
  | { readonly reason: Reason; readonly observations: readonly KnownObservation[] }; // the number is not known

/**
 * Puts the number into a relative goal: what the other figure says at the same period, in the same quantity and span.
 *
 * 高于 and 快于 are strict where the target's op is `>`. The other figure is read as the target's own is, but may be
 * of any 口径 that the target allows, or of none that is stated.
 */
export function askedOf(target: Target, reading: Reading, reference: Reference): Asked {
  const { indicator } = reference;
  const asIf: Target = {
    ...target,
    indicator: indicator.code,
    comparableScopes: [...target.comparableScopes, ""],
    low: null,
    high: null,
  };
  const known = reference.observations.filter(
    (o) => o.indicator === indicator.code && (o.span === reading.span || (o.span === "year" && reading.span === "ytd")),
  );
  const found = findReading(asIf, indicator, known, [reading.period]);
  if (found.kind !== "read") {
    const observations = "observations" in found ? found.observations : [];
    return { reason: missingReference(target, reading, reference, found.kind === "conflicting"), observations };
  }
  const { actual, observations } = found.reading;
  const low = target.op === "<" || target.op === "<=" ? null : actual;
  const high = target.op === ">" || target.op === ">=" ? null : actual;
  return { target: { ...target, low, high }, observations };
}

/**
 * Judges a goal whose number moves from month to month: it holds or it does not, and has no pace; the last reason says
 * what it was held against.
 */
export function judgeRelative(one: Case, reference: Reference): Judgement {
  const judgement = one.target.basis === "growth" ? judgeGrowth(one) : judgeKeep(one);
  const number = `${printed(one.goal.low, Math.max(isRate(one.target.unit) ? 1 : 0, decimalPlaces(one.goal.low)))}${one.target.unit}`;
  const text = `目标比照${figureName(one.target, one.reading, reference)}${number}`;
  return { ...judgement, reasons: [...judgement.reasons, { code: "relative-to", text }] };
}

function missingReference(target: Target, reading: Reading, reference: Reference, isConflicting: boolean): Reason {
  const why = isConflicting ? "前后不一致，请核实后再作评价" : "尚未收到，无法与之比较";
  return { code: "reference-not-published", text: `目标要比照的${figureName(target, reading, reference)}${why}` };
}

/** 全区规模以上工业增加值1—5月同比增速 */
function figureName({ quantity }: Target, { period, span }: Reading, { indicator, place }: Reference): string {
  return `${place}${indicator.name}${spanName(period, span)}${quantity === "yoy" ? "同比增速" : "数"}`;
}
