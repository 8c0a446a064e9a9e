import type { Assessment } from "../model/assessment.ts";
import { roundHalfUp } from "../model/decimal.ts";
import { type Indicator, releaseMonths } from "../model/indicator.ts";
import { makePeriod, monthOf, type Period, yearOf } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import type { Target } from "../model/target.ts";
import { readGrowth } from "./part-reading.ts";
import type { Field, PlaceValue } from "./ranking.ts";
import type { Found } from "./reading.ts";
import { placesBelow, type Surroundings } from "./surroundings.ts";

/** The release before, within the same year: 1—2月 before 3月, a quarter before a quarter; null for the year's first. */
export function previousRelease(indicator: Indicator, period: Period): Period | null {
  const month = releaseMonths(indicator).findLast((one) => one < monthOf(period));
  return month === undefined ? null : makePeriod(yearOf(period), month);
}

/**
 * The growth of every county and of 开发区 at a release, in one 口径 for all: the goal's own, else the first that may
 * stand in for it and that any of them reported.
 *
 * @returns null where none of them has a growth
 */
export function growthField(
  target: Target,
  indicator: Indicator,
  period: Period,
  surroundings: Surroundings,
): Field | null {
  const { regions, observationsOf } = surroundings;
  for (const scope of [target.scope, ...target.comparableScopes]) {
    const places = rankable(regions).map((region): PlaceValue => {
      const observations = observationsOf(indicator.code, region.code);
      const found = readGrowth({ target, indicator, period, scope: scope || null, observations });
      return placeValue(
        region,
        found,
        observations.some((o) => o.period === period),
      );
    });
    if (places.some(({ value }) => value !== null)) return { by: "growth", period, scope: scope || null, places };
  }
  return null;
}

/**
 * How far every county has come with the target that was set for it, %, one digit as printed.
 *
 * @param assessments of the regional targets, at the period of the field
 * @returns null where none of them has a completion
 */
export function completionField(
  assessments: readonly Assessment[],
  period: Period,
  regions: readonly Region[],
): Field | null {
  const places = rankable(regions).map((region): PlaceValue => {
    const own = assessments.find(({ target }) => target.region === region.code);
    const isCurrent = own !== undefined && own.completion !== null && own.observedPeriod === period;
    const value = isCurrent ? roundHalfUp(own.completion ?? "0", 1) : null;
    const reason = value === null ? reasonOf(own) : null;
    const observations = own?.observations ?? [];
    return { ...nameOf(region), value, reason, observations, assessment: value === null ? null : (own ?? null) };
  });
  const scope = assessments[0]?.target.scope ?? null;
  return places.some(({ value }) => value !== null) ? { by: "completion", period, scope, places } : null;
}

function reasonOf(own: Assessment | undefined): PlaceValue["reason"] {
  if (own === undefined) return "no-target";
  return own.reasons.some(({ code }) => code === "conflicting") ? "conflicting" : "not-reported";
}

function rankable(regions: readonly Region[]): readonly Region[] {
  return placesBelow(regions).filter(({ kind }) => kind !== "city-level");
}

function placeValue(region: Region, found: Found, isInTable: boolean): PlaceValue {
  if (found.kind === "read") {
    const { actual, observations } = found.reading;
    return { ...nameOf(region), value: actual, reason: null, observations, assessment: null };
  }
  const observations = "observations" in found ? found.observations : [];
  const reason = found.kind === "conflicting" ? "conflicting" : isInTable ? "missing" : "not-reported";
  return { ...nameOf(region), value: null, reason, observations, assessment: null };
}

function nameOf({ code, shortName, kind }: Region): Pick<PlaceValue, "region" | "name" | "developmentZone"> {
  return { region: code, name: shortName, developmentZone: kind === "development-zone" };
}
