import { grouped } from "../model/grouped.ts";
import type { Indicator, IndicatorCode } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Region } from "../model/region.ts";
import type { Target } from "../model/target.ts";

/** What lies around the targets of a plan: the places below the city, the parts of a total, and what is known of them. */
export interface Surroundings {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[]; // in the order of the city's tables
  readonly regionalTargets: readonly Target[]; // set for places below the city
  readonly observations: readonly KnownObservation[]; // of all places and years, every vintage
  readonly observationsOf: (indicator: IndicatorCode, region: string) => readonly KnownObservation[];
}

/** Sorts observations by what they are of and where, so that each can be found without going through all. */
export function observationsByPlace(observations: readonly KnownObservation[]): Surroundings["observationsOf"] {
  const found = grouped(observations, ({ indicator, region }) => `${indicator}|${region}`);
  return (indicator, region) => found.get(`${indicator}|${region}`) ?? [];
}

/** The places below the city, in the order of its tables. */
export function placesBelow(regions: readonly Region[]): readonly Region[] {
  const isAbove = ({ kind }: Region) => kind === "city" || kind === "province";
  return regions.filter((region) => !isAbove(region)).sort((a, b) => a.order - b.order);
}

/** The targets set for regions that are parts of a city's: the same thing, due at the same time. */
export function partTargetsOf(target: Target, { regionalTargets }: Surroundings): readonly Target[] {
  return regionalTargets.filter(
    ({ indicator, quantity, basis, due, region }) =>
      indicator === target.indicator &&
      quantity === target.quantity &&
      basis === target.basis &&
      due === target.due &&
      region !== target.region,
  );
}
