import type { Decimal } from "../model/decimal.ts";
import type { Breakdown, PartKind } from "../model/explanation.ts";
import type { KnownObservation } from "../model/observation.ts";

/** A part with all that its pull needs. */
export interface Part {
  readonly kind: Exclude<PartKind, "rest">;
  readonly code: string;
  readonly name: string;
  readonly developmentZone: boolean;
  readonly rate: Decimal; // %
  readonly share: Decimal; // %, unrounded
  readonly shareFormula: string; // (71.8÷1.046)÷(702.5÷1.062)×100
  readonly observations: readonly KnownObservation[];
}

/** A total and its parts, ready to be broken down. */
export interface Whole extends Pick<Breakdown, "by" | "measure" | "weights" | "leftOut"> {
  readonly name: string; // of the total
  readonly total: Decimal; // %, unrounded
  readonly goal: Decimal | null; // %, unrounded
  readonly places: number; // digits after the point that rate and gap are printed with
  readonly parts: readonly Part[]; // in the order of the tables
  readonly observations: readonly KnownObservation[]; // behind the total's own rate and weight
  readonly isComplete: boolean; // the parts' amounts add up to the total's but for rounding
}
