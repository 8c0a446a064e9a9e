import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { type Found, findReading } from "./reading.ts";

/** What is asked of a part of a total. */
export interface PartQuestion {
  readonly target: Target; // of the total
  readonly indicator: Indicator; // the part's own, or the total's for another place
  readonly period: Period;
  readonly scope: string | null; // the only 口径 that may speak: parts stand beside each other in one
  readonly observations: readonly KnownObservation[]; // of the part's indicator and place
}

/** The growth of a part, %, in the digits published: cumulative, for stocks of the balance. */
export function readGrowth(question: PartQuestion): Found {
  return read(question, { quantity: "yoy", basis: "growth", unit: "%" });
}

/** The cumulative amount of a part, for stocks the balance, in the indicator's unit. */
export function readAmount(question: PartQuestion): Found {
  const { nature, unit } = question.indicator;
  return read(question, { quantity: "value", basis: nature === "stock" ? "keep" : "flow", unit });
}

function read(
  { target, indicator, period, scope, observations }: PartQuestion,
  wanted: Pick<Target, "quantity" | "basis" | "unit">,
): Found {
  const asked: Target = { ...target, ...wanted, op: ">=", low: null, high: null, scope, comparableScopes: [] };
  return findReading(asked, indicator, observations, [period]);
}
