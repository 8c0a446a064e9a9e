import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Target } from "../model/target.ts";
import { placesBelow, type Surroundings } from "./surroundings.ts";

/** What may be a part of a total: a place below the city, or an indicator that says so. */
export interface Candidate {
  readonly kind: "region" | "sector";
  readonly code: string;
  readonly name: string;
  readonly developmentZone: boolean;
  readonly cityLevel: boolean; // 市本级: a part only where it reports
  readonly indicator: Indicator;
  readonly observations: readonly KnownObservation[]; // of the part's indicator and place; any period and quantity
}

/** The indicators that name the target's as their total, in the order of the seed; in the target's own place. */
export function sectorsOf(target: Target, { indicators, observationsOf }: Surroundings): readonly Candidate[] {
  return indicators
    .filter(({ partOf }) => partOf !== null && partOf === target.indicator)
    .map((indicator) => ({
      kind: "sector",
      code: indicator.code,
      name: indicator.name,
      developmentZone: false,
      cityLevel: false,
      indicator,
      observations: observationsOf(indicator.code, target.region),
    }));
}

/** The places below the city for a target of the city, in the order of its tables; none for a target of another place. */
export function regionsOf(target: Target, indicator: Indicator, surroundings: Surroundings): readonly Candidate[] {
  const { regions, observationsOf } = surroundings;
  if (!regions.some(({ code, kind }) => kind === "city" && code === target.region)) return [];
  return placesBelow(regions).map(({ code, shortName, kind }) => ({
    kind: "region",
    code,
    name: shortName,
    developmentZone: kind === "development-zone",
    cityLevel: kind === "city-level",
    indicator,
    observations: observationsOf(indicator.code, code),
  }));
}
