import { sumOf } from "../model/balance.ts";
import { absolute, compare, type Decimal, isZero, minus } from "../model/decimal.ts";
import type { RollUp } from "../model/explanation.ts";
import type { Target } from "../model/target.ts";
import { convert } from "../model/unit.ts";
import { partTargetsOf, placesBelow, type Surroundings } from "./surroundings.ts";

interface Part {
  readonly target: Target;
  readonly value: Decimal; // in the unit of the city's target
  readonly isZone: boolean;
}

/**
 * Holds the targets set for regions against the city's own, for amounts that add up; in the order of the targets.
 *
 * Growth targets are left out: they add up only by weights that the plan does not state. 开发区 is counted only where
 * the counties do not come to the city's target without it. Targets in units that do not compare are left out of the sum.
 */
export function rollUpsOf(targets: readonly Target[], surroundings: Surroundings): readonly RollUp[] {
  const places = placesBelow(surroundings.regions);
  const city = surroundings.regions.find(({ kind }) => kind === "city")?.code;
  return targets.flatMap((target): readonly RollUp[] => {
    if (target.region !== city || target.basis !== "flow" || target.low === null) return [];
    const parts = partTargetsOf(target, surroundings).flatMap((part): readonly Part[] => {
      const value = part.low === null ? undefined : convert(part.low, part.unit, target.unit);
      const kind = places.find(({ code }) => code === part.region)?.kind;
      return value === undefined ? [] : [{ target: part, value, isZone: kind === "development-zone" }];
    });
    if (parts.length === 0) return [];
    const missing = places.filter(
      ({ code, kind }) => kind === "county" && !parts.some((part) => part.target.region === code),
    );
    return [rollUp(target, target.low, parts, missing)];
  });
}

function rollUp(
  target: Target,
  low: Decimal,
  parts: readonly Part[],
  missing: readonly { readonly code: string; readonly shortName: string }[],
): RollUp {
  const others = parts.filter(({ isZone }) => !isZone);
  const zoneCounted = others.length < parts.length && compare(total(others), low) !== 0;
  const counted = zoneCounted ? parts : others;
  const sum = total(counted);
  const difference = minus(sum, low);
  const words = isZero(difference)
    ? "与全市目标相等"
    : `比全市目标${compare(difference, "0") > 0 ? "多" : "少"}${absolute(difference)}${target.unit}`;
  const named = missing.length === 0 ? "" : `；${missing.map(({ shortName }) => shortName).join("、")}没有分解目标`;
  return {
    target: target.id,
    parts: counted.map((part) => part.target.id),
    sum,
    difference,
    unit: target.unit,
    missing: missing.map(({ code }) => code),
    zoneCounted,
    text: `${target.name}：${counted.length}个地区的分解目标合计${sum}${target.unit}，${words}${named}`,
  };
}

function total(parts: readonly Part[]): Decimal {
  return sumOf(parts.map(({ value }) => value));
}
