import { compare, type Decimal, plus, times } from "../model/decimal.ts";
import { grouped } from "../model/grouped.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import type { Region } from "../model/region.ts";
import { isAdditive } from "./additive.ts";
import { isMore, printedAmount } from "./printed-amount.ts";

/** A subtotal among the 旗县 counts them twice, and they count what the city takes out as counted twice. */
const MOST_TOGETHER: Decimal = "2.5";

/**
 * Asks about places that have more of something than the city they are in: a column one row off, a digit too many.
 * One place above the city, or the 旗县 together two and a half times it; the city's figure is asked with them.
 *
 * @param indicators by code
 * @param regions by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkRegionAboveCity(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
): readonly Issue[] {
  const kindOf = ({ region }: Observation) => regions.get(region ?? "")?.kind;
  const amounts = observations.filter((one) => kindOf(one) !== undefined && isAdditive(one, indicators));
  const asked = new Map<Observation, Issue>();
  for (const fact of grouped(amounts, (one) => observationKey({ ...one, region: "" })).values()) {
    const city = fact.find((one) => kindOf(one) === "city");
    if (!city) continue;
    const parts = fact.filter((one) => kindOf(one) !== "city");
    const larger = parts.filter((part) => isMore(part, city));
    const counties = parts.filter((part) => kindOf(part) === "county");
    const together = larger.length === 0 && isFarMore(counties, city) ? counties : [];
    const named = nameOf(larger, regions) || (together.length > 0 ? `${together.length}个旗县市区合计` : "");
    for (const one of named === "" ? [] : [city, ...larger, ...together]) asked.set(one, toIssue(one, city, named));
  }
  return observations.flatMap((one) => asked.get(one) ?? []);
}

function isFarMore(parts: readonly Observation[], city: Observation): boolean {
  if (isNotFarAsPrinted(parts, city)) return false; // nearly always
  const whole = printedAmount(city);
  if (!whole) return false;
  const alike = parts.map(printedAmount).flatMap((part) => (part?.base === whole.base ? part : []));
  return compare(sumOf(alike.map(({ least }) => least)), times(whole.most, MOST_TOGETHER)) > 0;
}

function isNotFarAsPrinted(parts: readonly Observation[], { value, unit }: Observation): boolean {
  if (value === null || parts.some((part) => part.unit !== unit)) return false;
  return compare(sumOf(parts.map((part) => part.value ?? "0")), times(value, MOST_TOGETHER)) <= 0;
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, one) => plus(sum, one), "0");
}

function nameOf(parts: readonly Observation[], regions: ReadonlyMap<string, Region>): string {
  return parts.map(({ region, value, unit }) => `${regions.get(region ?? "")?.name ?? ""} ${value}${unit}`).join("、");
}

function toIssue({ sheet, cell, label }: Observation, { value, unit }: Observation, found: string): Issue {
  return makeIssue("region-above-city", { sheet, cell }, { label: quote(label), found, expected: `${value}${unit}` });
}
