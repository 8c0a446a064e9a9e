import { compare, type Decimal } from "../../model/decimal.ts";
import { grouped, inKeyOrder } from "../../model/grouped.ts";
import { type KnownObservation, observationKey, publishedValue } from "../../model/observation.ts";
import { convert, isRate } from "../../model/unit.ts";
import { publishedFirst } from "../../model/vintage.ts";
import { byPlace, isSameNumber, type ValuedObservation, withValue } from "./observed-figures.ts";

/** What one vintage says of a fact. */
export interface Version {
  readonly vintage: string;
  readonly value: Decimal; // in `unit`; a rate in the digits published
  readonly unit: string | null;
  readonly observations: readonly ValuedObservation[]; // by place; at least one
}

/** A fact that a later vintage gives another value than the vintage before. */
export interface Restatement {
  readonly key: string; // of the fact
  readonly fact: KnownObservation; // the first of the later vintage
  readonly from: Version;
  readonly to: Version;
}

/**
 * The values that were revised, by fact and then vintage: a row for each time.
 *
 * Where a fact was published, 演示数据 of it do not count. A vintage that says two things of a fact revises nothing, and
 * a value said again is none; units that do not compare are a revision without a difference.
 */
export function restatements(vintages: readonly KnownObservation[]): readonly Restatement[] {
  const known = withValue(vintages).filter(({ indicator, region }) => indicator !== null && region !== null);
  const facts = inKeyOrder([...grouped(known, observationKey)].filter(([, all]) => all.length > 1)); // nearly every fact is said once
  return facts.flatMap(([key, all]) => {
    const versions = inKeyOrder(grouped(publishedFirst(all), ({ vintage }) => vintage)).flatMap(([, same]) =>
      toVersion(same),
    );
    return versions.slice(1).flatMap((to, index): readonly Restatement[] => {
      const from = versions[index];
      const [fact] = to.observations;
      return from && fact && !isSame(from, to) ? [{ key, fact, from, to }] : [];
    });
  });
}

/** The version's value in another unit; undefined where the units do not compare. */
export function valueIn({ value, unit }: Version, wanted: string | null): Decimal | undefined {
  return unit === wanted ? value : convert(value, unit ?? "", wanted ?? "");
}

function toVersion(observations: readonly ValuedObservation[]): readonly Version[] {
  const sorted = [...observations].sort(byPlace);
  const versions = sorted.map((one): Version => {
    const { vintage, unit, value, decimals } = one;
    return { vintage, unit, value: isOfRate(one) ? publishedValue(value, decimals) : value, observations: sorted };
  });
  const [first] = versions;
  return first && versions.every((other) => isSame(first, other)) ? [first] : [];
}

function isSame(a: Version, b: Version): boolean {
  const restated = valueIn(a, b.unit);
  return restated !== undefined && (compare(restated, b.value) === 0 || isSameNumber(restated, b.value));
}

/** Growth without a unit is in %. */
function isOfRate({ unit, quantity }: KnownObservation): boolean {
  return isRate(unit ?? (quantity === "yoy" || quantity === "mom" ? "%" : ""));
}
