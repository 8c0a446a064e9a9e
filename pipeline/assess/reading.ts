import { compare, type Decimal, decimalPlaces, times } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { isRate } from "../model/unit.ts";
import { publishedFirst } from "../model/vintage.ts";
import { type CurrentValue, currentValues, type Valued, valued, valueFor } from "./current.ts";
import type { Reading } from "./judgement.ts";
import type { Timing } from "./timing.ts";

const MOST_CONVERTED_DECIMALS = 4;
const FARTHEST_TIMES: Decimal = "100"; // 万 and 亿 mistaken for each other, or left out, is ten thousand

/** What the observations say about a target: a reading, or why there is none. */
export type Found =
  | { readonly kind: "read"; readonly reading: Reading }
  | {
      readonly kind: "conflicting" | "scope-not-comparable" | "unit-not-comparable" | "implausible";
      readonly period: Period;
      readonly observations: readonly Valued[]; // that could not be used
    }
  | { readonly kind: "no-rate"; readonly period: Period } // reported, but not the quantity that the goal speaks of
  | { readonly kind: "missing"; readonly period: Period }; // nothing usable has come for the latest slot

/**
 * Finds the observation that speaks for a target: the right quantity and span, the current vintage, the best 口径.
 *
 * Independent of the order of the observations.
 *
 * @param observations of the target's indicator and region
 * @param slots readings that may speak, latest first; not empty
 */
export function findReading(
  target: Target,
  indicator: Indicator,
  observations: readonly KnownObservation[],
  slots: readonly [Period, ...Period[]],
): Found {
  for (const slot of slots) {
    const current = readSlot(target, indicator, slot, observations);
    if (current) return current;
  }
  const [latest] = slots;
  const reported = valued(observations).filter(({ period }) => period === latest);
  const isOtherQuantity = reported.length > 0 && reported.every(({ quantity }) => quantity !== target.quantity);
  return { kind: isOtherQuantity ? "no-rate" : "missing", period: latest };
}

/**
 * The same for the readings that count at a period (timing.ts).
 *
 * @returns undefined while none has fallen due and none has come early
 */
export function findInTime(
  target: Target,
  indicator: Indicator,
  observations: readonly KnownObservation[],
  { early, slots }: Pick<Timing, "early" | "slots">,
): Found | undefined {
  for (const slot of early) {
    const current = readSlot(target, indicator, slot, observations);
    if (current) return current;
  }
  const [latest, ...earlier] = slots;
  return latest === undefined ? undefined : findReading(target, indicator, observations, [latest, ...earlier]);
}

/**
 * Spans that may speak, the preferred one first.
 *
 * What adds up is cumulative. A level stands at a moment, but some rates are published cumulatively (优良天数比率).
 * The growth of a stock is that of its balance.
 */
export function spansFor({ basis }: Target, { nature }: Indicator): readonly ("ytd" | "instant")[] {
  if (basis === "flow") return ["ytd"];
  if (basis === "growth") return [nature === "stock" ? "instant" : "ytd"];
  return ["instant", "ytd"];
}

/** Place of a 口径 among those that may speak for the target: 0 the plan's own, then as listed; -1 for none. */
export function scopeRank({ scope: wanted, comparableScopes }: Target, scope: string | null): number {
  if ((scope ?? "") === (wanted ?? "")) return 0;
  const listed = comparableScopes.indexOf(scope ?? "");
  return listed < 0 ? -1 : listed + 1;
}

function readSlot(
  target: Target,
  indicator: Indicator,
  period: Period,
  observations: readonly KnownObservation[],
): Found | undefined {
  const spans = spansFor(target, indicator);
  const asked = observations.filter((o) => o.period === period && o.quantity === target.quantity);
  const known = currentValues(target, asked).filter(({ span }) => spans.includes(span));
  const usable = known.filter(({ scope }) => scopeRank(target, scope) >= 0);
  const [best] = [...publishedFirst(usable)].sort(
    (a, b) => scopeRank(target, a.scope) - scopeRank(target, b.scope) || spans.indexOf(a.span) - spans.indexOf(b.span),
  );
  if (best) return settle(target, period, best);
  if (known.length === 0) return undefined;
  return { kind: "scope-not-comparable", period, observations: known.flatMap((value) => value.observations) };
}

function settle(target: Target, period: Period, best: CurrentValue): Found {
  const { observations, scope, span } = best;
  if (best.conflicting) return { kind: "conflicting", period, observations };
  const [first] = observations;
  const actual = first && valueFor(target, first);
  if (actual === undefined) return { kind: "unit-not-comparable", period, observations };
  if (isImplausible(target, actual)) return { kind: "implausible", period, observations };
  const decimals = decimalsOf(target, actual, observations);
  return { kind: "read", reading: { period, span, actual, decimals, scope, observations } };
}

/**
 * Whether an amount lies so far from its goal that a wrong unit is likelier than the event: 8127万人 for a goal of 1.2.
 *
 * A flow may well begin the year with next to nothing, a level may not.
 */
function isImplausible({ quantity, basis, unit, low, high }: Target, actual: Decimal): boolean {
  const goal = high ?? low;
  if (quantity !== "value" || isRate(unit) || goal === null || compare(goal, "0") <= 0) return false;
  if (compare(actual, times(goal, FARTHEST_TIMES)) > 0) return true;
  const isLevel = basis === "keep" || (basis === "attain" && low !== null);
  return isLevel && compare(actual, "0") > 0 && compare(times(actual, FARTHEST_TIMES), low ?? goal) < 0;
}

/** As many digits as the source shows; a converted value has digits of its own. */
function decimalsOf({ unit }: Target, actual: Decimal, observations: readonly Valued[]): number {
  const asStated = observations.filter((o) => o.unit === unit || o.unit === null);
  if (asStated.length > 0) return Math.max(...asStated.map(({ decimals }) => decimals));
  return Math.min(decimalPlaces(actual), MOST_CONVERTED_DECIMALS);
}
