import type { Decimal } from "../model/decimal.ts";
import { type KnownObservation, observationKey, publishedValue } from "../model/observation.ts";
import { monthOf } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { convert, isRate } from "../model/unit.ts";
import { latestOf } from "../model/vintage.ts";
import { compareSettled } from "./goal.ts";

/** An observation with a value. */
export type Valued = KnownObservation & { readonly value: Decimal };

/** What is known of one fact. */
export interface CurrentValue {
  readonly scope: string | null;
  readonly span: "ytd" | "instant";
  readonly illustrative: boolean;
  readonly observations: readonly Valued[]; // of the latest vintage, by place; at least one
  readonly conflicting: boolean; // they disagree
}

/**
 * The current value of every fact among observations of one indicator, region, period and quantity.
 *
 * A published value beats 演示数据, a later vintage an earlier one, and a missing value never supersedes a value.
 *
 * @param observations spans other than ytd, year and instant are left out: they are never the same fact
 */
export function currentValues(target: Target, observations: readonly KnownObservation[]): readonly CurrentValue[] {
  const facts = new Map<string, Valued[]>();
  for (const observation of valued(observations).sort(byPlace)) {
    const span = factSpan(observation);
    if (span === null) continue;
    const key = `${span}|${observation.scope ?? ""}`;
    facts.set(key, [...(facts.get(key) ?? []), observation]);
  }
  return [...facts.keys()].sort().flatMap((key) => currentValue(target, facts.get(key) ?? []));
}

/**
 * One observation for every fact that is known, for tables that judge nothing: the current vintage, as above; a blank
 * only where nobody ever gave a value.
 *
 * @returns by place; without the facts whose sources disagree
 */
export function currentObservations(observations: readonly KnownObservation[]): readonly KnownObservation[] {
  const facts = new Map<string, KnownObservation[]>();
  for (const observation of [...observations].sort(byPlace)) {
    const key = observationKey(observation);
    const known = facts.get(key);
    if (known) known.push(observation);
    else facts.set(key, [observation]);
  }
  const current = [...facts.values()].flatMap((all) => {
    const values = valued(all);
    if (values.length === 0) return latestOf(all).slice(0, 1);
    const [first, ...others] = latestOf(values);
    return first && others.every((o) => isSameAmount(first, o)) ? [first] : [];
  });
  return current.sort(byPlace);
}

/** The value in the target's unit, a rate in the digits published; undefined where the units do not compare. */
export function valueFor({ unit: wanted }: Target, { value, decimals, unit, quantity }: Valued): Decimal | undefined {
  const published = isRate(wanted) ? publishedValue(value, decimals) : value;
  const stated = unit ?? (quantity === "yoy" || quantity === "mom" ? "%" : "");
  return stated === wanted ? published : convert(published, stated, wanted);
}

/** Orders observations by place, the same for any order they come in. */
export function byPlace(a: KnownObservation, b: KnownObservation): number {
  const key = (o: KnownObservation) =>
    [o.file, o.sha256, o.sheet, o.cell.padStart(12), observationKey(o), o.vintage, o.value, o.unit].join("\u0000");
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The observations that hold a value. */
export function valued(observations: readonly KnownObservation[]): Valued[] {
  return observations.flatMap((o) => (o.value === null ? [] : [{ ...o, value: o.value }]));
}

/** The whole year is its 1—12月; a month or a quarter is never a cumulative figure. */
function factSpan({ span, period }: KnownObservation): "ytd" | "instant" | null {
  if (span === "year") return monthOf(period) === 12 ? "ytd" : null;
  return span === "ytd" || span === "instant" ? span : null;
}

function currentValue(target: Target, all: readonly Valued[]): readonly CurrentValue[] {
  const observations = latestOf(all);
  const [first] = observations;
  const span = first && factSpan(first);
  if (!first || !span) return [];
  const conflicting = observations.some((o) => !agree(first, o, target));
  return [{ scope: first.scope || null, span, illustrative: first.illustrative, observations, conflicting }];
}

function isSameAmount(a: Valued, b: Valued): boolean {
  const restated = a.unit === b.unit ? b.value : convert(b.value, b.unit ?? "", a.unit ?? "");
  return restated !== undefined && compareSettled(a.value, restated) === 0;
}

function agree(a: Valued, b: Valued, target: Target): boolean {
  const [left, right] = [valueFor(target, a), valueFor(target, b)];
  if (left !== undefined && right !== undefined) return compareSettled(left, right) === 0;
  return left === right && a.unit === b.unit && compareSettled(a.value, b.value) === 0;
}
