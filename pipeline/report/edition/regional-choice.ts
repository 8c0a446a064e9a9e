import { compare, type Decimal } from "../../model/decimal.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period, Span } from "../../model/period.ts";
import type { Quantity } from "../../model/quantity.ts";
import { convert } from "../../model/unit.ts";
import { latestOf } from "../../model/vintage.ts";
import { type ValuedObservation, withValue } from "./observed-figures.ts";

/** What is looked for among the regional observations. */
export interface RegionalQuestion {
  readonly indicator: Indicator;
  readonly scopes: readonly string[]; // 口径 that may speak, the best first; "" is none stated
  readonly quantity: Quantity;
  readonly period: Period;
}

/** A place's value with the cells that agree on it. */
export interface RegionalValue {
  readonly value: Decimal; // in the indicator's unit, % for a rate
  readonly observations: readonly ValuedObservation[];
}

/** What the regions reported, in one 口径 and one span for all of them. */
export interface RegionalAnswer {
  readonly scope: string | null;
  readonly byRegion: ReadonlyMap<string, RegionalValue>; // absent without value
  readonly conflicts: readonly string[]; // codes of regions whose sources disagree
}

/**
 * Picks, region by region, what was published of an indicator at the period: amounts, and growth that is not ranked.
 *
 * Regions stand beside each other only in one 口径, and only as cumulative figures (or at the month's end, for stocks).
 * Published figures go before 演示数据, later vintages before earlier; sources that still disagree give no figure.
 */
export function chooseRegional(observations: readonly KnownObservation[], question: RegionalQuestion): RegionalAnswer {
  const { indicator, scopes, quantity, period } = question;
  const asked = withValue(observations).filter(
    (o) => o.indicator === indicator.code && o.quantity === quantity && o.period === period && o.region !== null,
  );
  for (const span of spansOf(indicator)) {
    for (const scope of scopes) {
      const found = asked.filter((o) => o.span === span && (o.scope ?? "") === scope);
      if (found.length > 0) return { scope: scope === "" ? null : scope, ...chooseByRegion(found, question) };
    }
  }
  return { scope: null, byRegion: new Map(), conflicts: [] };
}

function spansOf({ nature }: Indicator): readonly Span[] {
  return nature === "stock" ? ["instant"] : nature === "rate" ? ["instant", "ytd", "year"] : ["ytd", "year"];
}

function chooseByRegion(
  found: readonly ValuedObservation[],
  question: RegionalQuestion,
): Pick<RegionalAnswer, "byRegion" | "conflicts"> {
  const byRegion = new Map<string, RegionalValue>();
  const conflicts: string[] = [];
  for (const region of [...new Set(found.map((o) => o.region ?? ""))].sort()) {
    const best = latestOf(found.filter((o) => o.region === region));
    const value = agreedValue(best, question);
    if (value === undefined) conflicts.push(region);
    else byRegion.set(region, { value, observations: best });
  }
  return { byRegion, conflicts };
}

/** The value that all state, whatever unit each is written in; a unit that does not compare agrees with nothing. */
function agreedValue(
  observations: readonly ValuedObservation[],
  { indicator, quantity }: RegionalQuestion,
): Decimal | undefined {
  const values = observations.map((o) => inUnit(o, quantity === "value" ? indicator.unit : "%"));
  const [first] = values;
  const isAgreed = first !== undefined && values.every((value) => value !== undefined && compare(value, first) === 0);
  return isAgreed ? first : undefined;
}

function inUnit({ value, unit }: ValuedObservation, wanted: string): Decimal | undefined {
  return unit === null || unit === wanted ? value : convert(value, unit, wanted);
}
