import type { BenchIndicator, BenchPlace, Subjects } from "./subjects.ts";

/** What a bureau prints of a place, an indicator and a month; amounts in the indicator's unit, growths in %. */
export interface MonthFigures {
  readonly month: number;
  readonly monthGrowth: number;
  readonly total: number; // from January
  readonly totalGrowth: number;
  readonly monthBefore: number; // a year before
  readonly totalBefore: number; // the same
  readonly growthRank: number; // of `totalGrowth`, among the places; the city's is where it would stand among them
  readonly sizeRank: number; // of `total`, the same
}

/** The figures of a month, counted from January of the first year, in the order of the places. */
export type FiguresOf = (indicator: BenchIndicator, month: number) => readonly MonthFigures[];

/** Twelve whole numbers each, in the last digit printed. */
interface Year {
  readonly months: readonly number[];
  readonly totals: readonly number[];
}

/**
 * Makes figures that agree with one another as those of a real bureau do, always the same: a total is the sum of the
 * months printed, the city of its places, an indicator of its parts, and growths and ranks follow from what is printed.
 */
export function makeFigures({ places }: Subjects): FiguresOf {
  const yearOf = makeYearOf(places);
  return remembered(
    ({ name }, month) => `${name}|${month}`,
    (indicator, month) => {
      const [year, at] = [Math.floor(month / 12), month % 12];
      const amounts = places.map((place) => {
        const [now, before] = [yearOf(place, indicator, year), yearOf(place, indicator, year - 1)];
        const [a, b] = [now.months[at] ?? 0, before.months[at] ?? 0];
        const [total, totalBefore] = [now.totals[at] ?? 0, before.totals[at] ?? 0];
        return { month: a, monthBefore: b, total, totalBefore, totalGrowth: growth(total, totalBefore) };
      });
      const counted = amounts.filter((_, index) => !places[index]?.isCity);
      const rank = (value: number, of: (one: (typeof counted)[number]) => number) =>
        1 + counted.filter((one) => of(one) > value).length;
      const printed = (amount: number) => amount / 10 ** indicator.digits;
      return amounts.map(({ month: now, monthBefore, total, totalBefore, totalGrowth }) => ({
        ...{ month: printed(now), monthGrowth: growth(now, monthBefore), monthBefore: printed(monthBefore) },
        ...{ total: printed(total), totalGrowth, totalBefore: printed(totalBefore) },
        growthRank: rank(totalGrowth, (one) => one.totalGrowth),
        sizeRank: rank(total, (one) => one.total),
      }));
    },
  );
}

function makeYearOf(places: readonly BenchPlace[]): (place: BenchPlace, of: BenchIndicator, year: number) => Year {
  const parts = places.filter(({ isCity }) => !isCity);
  const yearOf = remembered(
    (place: BenchPlace, { name }: BenchIndicator, year: number) => `${place.name}|${name}|${year}`,
    (place, indicator, year): Year => {
      const summed = place.isCity
        ? parts.map((part) => yearOf(part, indicator, year))
        : indicator.parts.map((part) => yearOf(place, part, year));
      const months = Array.from({ length: 12 }, (_, at) =>
        summed.length === 0
          ? amount(place, indicator, year * 12 + at, parts.length)
          : summed.reduce((sum, one) => sum + (one.months[at] ?? 0), 0),
      );
      let total = 0;
      return { months, totals: months.map((one) => (total += one)) };
    },
  );
  return yearOf;
}

/** A place's share of the city's year, with the seasons, a wave of some years and a little chance; never nothing. */
function amount(place: BenchPlace, { name, yearly, digits }: BenchIndicator, month: number, places: number): number {
  const series = chance(`${place.name}${name}`);
  const share = (0.5 + chance(place.name)) / places;
  const season = 1 + 0.3 * Math.sin((2 * Math.PI * (month - 3)) / 12);
  const wave = 1 + 0.2 * Math.sin(month / 20 + 6 * series);
  const noise = 0.97 + 0.06 * chance(`${place.name}${name}${month}`);
  return Math.max(1, Math.round((yearly / 12) * 10 ** digits * share * season * wave * noise));
}

/** Between 0 and 1, always the same for the same text. */
function chance(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return (Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0) / 2 ** 32;
}

/** To one decimal, half away from zero. */
function growth(now: number, before: number): number {
  const thousandths = Math.round((1000 * Math.abs(now - before)) / before);
  return (Math.sign(now - before) * thousandths) / 10;
}

function remembered<Of extends readonly unknown[], T>(keyOf: (...of: Of) => string, make: (...of: Of) => T) {
  const known = new Map<string, T>();
  return (...of: Of): T => {
    const key = keyOf(...of);
    const found = known.get(key) ?? make(...of);
    known.set(key, found);
    return found;
  };
}
