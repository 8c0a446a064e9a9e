import { unitOf } from "../model/balance.ts";
import { compare, type Decimal, dividedBy, plus, times } from "../model/decimal.ts";
import type { Breakdown } from "../model/explanation.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, shiftPeriod } from "../model/period.ts";
import type { Rounded } from "./development-zone.ts";
import type { Reading } from "./judgement.ts";
import { type PartQuestion, readAmount, readGrowth } from "./part-reading.ts";
import type { Found } from "./reading.ts";

/** What is known of a total or a part: its growth, and its amounts now and a year ago. */
export interface Known {
  readonly growth: Found;
  readonly amount: Found;
  readonly lastYear: Found; // the amount of the same months
}

/** What a total or a part was last year. */
export interface Base {
  readonly amount: Rounded; // as published, of the year that the base is taken from: what has to add up
  readonly base: Decimal; // unrounded
  readonly formula: string; // 71.8÷1.046, or the amount of last year itself
  readonly observations: readonly KnownObservation[];
}

/** Reads growth and amounts of one total or part at a period. */
export function knownOf(question: PartQuestion): Known {
  const lastYear: Period = shiftPeriod(question.period, -12);
  return {
    growth: readGrowth(question),
    amount: readAmount(question),
    lastYear: readAmount({ ...question, period: lastYear }),
  };
}

/**
 * Where the weights come from: last year's amounts where the total and every part with a growth has one, because no
 * arithmetic lies between, else this year's amounts and growth. Never both, which would not add up.
 */
export function weightsFor(total: Known, parts: readonly Known[]): Exclude<Breakdown["weights"], "targets"> {
  const all = [total, ...parts.filter(({ growth }) => growth.kind === "read")];
  return all.every(({ lastYear }) => lastYear.kind === "read") ? "last-year" : "derived";
}

/** What it was last year: A, or A÷(1＋g). Undefined where that is not known, or the growth is a fall to nothing. */
export function baseOf(known: Known, weights: Exclude<Breakdown["weights"], "targets">): Base | undefined {
  const found = weights === "last-year" ? known.lastYear : known.amount;
  if (found.kind !== "read") return undefined;
  const { actual, observations } = found.reading;
  const amount = roundedOf(found.reading);
  if (weights === "last-year") return { amount, base: actual, formula: actual, observations };
  if (known.growth.kind !== "read") return undefined;
  const factor = dividedBy(plus("100", known.growth.reading.actual), "100");
  if (compare(factor, "0") <= 0) return undefined;
  const base = dividedBy(times(actual, "100"), plus("100", known.growth.reading.actual));
  return { amount, base, formula: `(${actual}÷${factor})`, observations };
}

/** A reading as an amount whose last digit is rounded. */
export function roundedOf({ actual, decimals }: Pick<Reading, "actual" | "decimals">): Rounded {
  return { value: actual, halfUnit: dividedBy(unitOf(decimals), "2") };
}
