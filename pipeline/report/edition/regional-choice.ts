import { compare } from "../../model/decimal.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period, Span } from "../../model/period.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Target } from "../../model/target.ts";
import { convert } from "../../model/unit.ts";
import { latestOf } from "../../model/vintage.ts";
import { type ValuedObservation, withValue } from "./observed-figures.ts";

/** What is looked for among the regional observations. */
export interface RegionalQuestion {
  readonly indicator: Indicator;
  readonly target: Target; // whose 口径 counts
  readonly quantity: Quantity;
  readonly period: Period;
}

/** What the regions reported, in one 口径 and one span for all of them. */
export interface RegionalAnswer {
  readonly scope: string | null;
  readonly byRegion: ReadonlyMap<string, readonly ValuedObservation[]>; // agreeing observations; absent without value
  readonly conflicts: readonly string[]; // codes of regions whose sources disagree
}

/**
 * Picks, region by region, what was published of an indicator at the period.
 *
 * Regions stand beside each other only in one 口径: the goal's own, else the first that may stand in for it, and only
 * as cumulative figures (or at the month's end, for stocks). Published figures go before 演示数据, later vintages
 * before earlier; sources that still disagree give no figure.
 */
export function chooseRegional(observations: readonly KnownObservation[], question: RegionalQuestion): RegionalAnswer {
  const { indicator, target, quantity, period } = question;
  const asked = withValue(observations).filter(
    (o) => o.indicator === indicator.code && o.quantity === quantity && o.period === period && o.region !== null,
  );
  const scopes = [target.scope ?? "", ...target.comparableScopes];
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
  const byRegion = new Map<string, readonly ValuedObservation[]>();
  const conflicts: string[] = [];
  for (const region of [...new Set(found.map((o) => o.region ?? ""))].sort()) {
    const best = latestOf(found.filter((o) => o.region === region));
    if (agree(best, question)) byRegion.set(region, best);
    else conflicts.push(region);
  }
  return { byRegion, conflicts };
}

/** The same value, whatever unit each is written in; a unit that does not compare agrees with nothing. */
function agree(observations: readonly ValuedObservation[], { indicator, quantity }: RegionalQuestion): boolean {
  const values = observations.map((o) => inUnit(o, quantity === "value" ? indicator.unit : "%"));
  const [first] = values;
  return first !== undefined && values.every((value) => value !== undefined && compare(value, first) === 0);
}

/** The value in a unit; undefined where it does not compare. */
export function inUnit({ value, unit }: ValuedObservation, wanted: string): string | undefined {
  return unit === null || unit === wanted ? value : convert(value, unit, wanted);
}
