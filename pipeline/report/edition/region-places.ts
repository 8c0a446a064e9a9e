import { compare, minus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { Region } from "../../model/region.ts";
import { countNames } from "./count-figures.ts";
import { differenceDecimals, display } from "./display.ts";
import type { RegionalIndicator } from "./region-figures.ts";

/** A ranked county with its growth. */
export interface RankedPlace {
  readonly region: Region;
  readonly growth: Figure;
  readonly rank: number;
  readonly change: Figure | null; // places gained since the release before
}

/** Where the counties stand in one indicator's growth. */
export interface RegionPlaces {
  readonly indicator: RegionalIndicator;
  readonly places: readonly RankedPlace[]; // by rank, then in the order of the seed
  readonly ranked: Figure; // how many they are
  readonly above: Figure | null; // how many grew faster than the city, as printed; null where the city's growth is not known
  readonly behind: Figure | null; // 百分点 of the last one's growth less the city's; null as `above`
}

/** How often a county is first or last in the indicators that tell who is. */
export interface RegionTally {
  readonly region: Region;
  readonly first: Figure;
  readonly last: Figure;
}

/** With fewer counties than this, first and last are no news. */
const FEWEST_RANKED = 4;

/** No more than these are first; a tie that reaches from them to the bottom leaves nobody ahead. */
export const LEADERS = 3;

/**
 * Puts the counties in their places for each indicator of `period`; indicators of fewer than four ranked counties, or
 * whose tie leaves nobody ahead, are left out.
 *
 * @param city code of the region that they are held against
 */
export function regionPlaces(
  regional: readonly RegionalIndicator[],
  { regions, city }: { readonly regions: readonly Region[]; readonly city: string },
): readonly RegionPlaces[] {
  return regional.flatMap((indicator) => {
    const places = rankedPlaces(indicator, regions);
    const last = places.at(-1);
    if (last === undefined || places.length < FEWEST_RANKED || last.rank <= LEADERS) return [];
    const { code, name } = indicator.indicator;
    const whole = indicator.growth.get(city) ?? null;
    const count = (id: string, words: string, counted: readonly RankedPlace[]) =>
      countNames(
        `region/${id}/${code}`,
        words,
        "个",
        counted.map(({ region }) => region.shortName),
      );
    const isFaster = ({ growth }: RankedPlace) =>
      whole !== null && compare(display(growth, "cell"), display(whole, "cell")) > 0;
    return [
      {
        ...{ indicator, places, ranked: count("ranked", `${name}增速排位的旗县市区`, places) },
        above: whole && count("above", `${name}增速高于全市的旗县市区`, places.filter(isFaster)),
        behind: whole && difference(last, whole, name, code),
      },
    ];
  });
}

/** Counts for each county in how many indicators it is first and last, in the order of the seed; none that is neither. */
export function regionTallies(all: readonly RegionPlaces[]): readonly RegionTally[] {
  const found = new Map(all.flatMap(({ places }) => places.map(({ region }) => [region.code, region] as const)));
  const tally = (region: Region): RegionTally => {
    const where = (isThere: (place: RankedPlace, lowest: number) => boolean) =>
      all
        .filter(({ places }) => {
          const own = places.find((place) => place.region.code === region.code);
          return own !== undefined && isThere(own, places.at(-1)?.rank ?? 0);
        })
        .map(({ indicator }) => indicator.indicator.name);
    const named = (part: string, word: string, names: readonly string[]) =>
      countNames(`region/${region.code}/${part}`, `${region.shortName} ${word}的指标`, "项", names);
    return {
      region,
      first: named(
        "first",
        "居首位",
        where(({ rank }) => rank === 1),
      ),
      last: named(
        "last",
        "居末位",
        where(({ rank }, lowest) => rank === lowest),
      ),
    };
  };
  return [...found.values()]
    .sort((a, b) => a.order - b.order)
    .map(tally)
    .filter(({ first, last }) => first.value !== "0" || last.value !== "0");
}

/** Every figure of them, but those of the indicators themselves. */
export function figuresOfPlaces(places: readonly RegionPlaces[], tallies: readonly RegionTally[]): readonly Figure[] {
  return [
    ...places.flatMap(({ ranked, above, behind }) => [ranked, above, behind].filter((one) => one !== null)),
    ...tallies.flatMap(({ first, last }) => [first, last]),
  ];
}

function rankedPlaces({ growth, rank, rankChange }: RegionalIndicator, regions: readonly Region[]) {
  return regions
    .flatMap((region): readonly RankedPlace[] => {
      const rate = growth.get(region.code);
      const place = rank.get(region.code);
      const change = rankChange.get(region.code) ?? null;
      return rate && place ? [{ region, growth: rate, rank: Number(place.value), change }] : [];
    })
    .sort((a, b) => a.rank - b.rank || a.region.order - b.region.order);
}

function difference({ region, growth }: RankedPlace, whole: Figure, name: string, code: string): Figure {
  const [own, city] = [display(growth, "cell"), display(whole, "cell")];
  return {
    id: `region/behind/${code}`,
    name: `${region.shortName} ${name}增速与全市之差`,
    value: minus(own, city),
    unit: "百分点",
    decimals: differenceDecimals(own, city),
    derivation: {
      kind: "computed",
      formula: `${own}−${city.startsWith("-") ? `(${city})` : city}`,
      operands: [growth.id, whole.id],
    },
  };
}
