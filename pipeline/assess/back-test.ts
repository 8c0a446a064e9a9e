import { absolute, compare, type Decimal, dividedBy, minus, plus, signOf, times } from "../model/decimal.ts";
import type { Point } from "../model/trend.ts";
import { compareSettled } from "./goal.ts";
import { pointAt, yearsBefore } from "./history.ts";
import type { Method, Projection, Start } from "./outlook-method.ts";

/** Earlier years without which no outlook is given. */
const FEWEST_YEARS = 3;

/** How well a method did in earlier years, from the same month. */
export interface BackTest {
  readonly method: Method;
  readonly years: readonly number[]; // at least three, earliest first
  readonly mean: Decimal; // absolute error, % of what was projected for amounts, else in the series' unit
  readonly worst: Decimal; // the same, the largest
  readonly points: readonly Point[]; // that the trials rest on
}

interface Trial {
  readonly year: number;
  readonly error: Decimal; // absolute
  readonly points: readonly Point[];
}

/**
 * Tries each method on every earlier year as if it were this one: from its figures up to the same month and those of
 * the years before it, as now known, against what its end came to. All are held against each other on the same years; one that could be tried on too few of them
 * is left out.
 *
 * @param relative errors in % of what was projected, for amounts
 * @returns the method with the least mean absolute error, the first of equals; null with fewer than three years
 */
export function bestMethod(methods: readonly Method[], start: Start, relative: boolean): BackTest | null {
  const tried = methods
    .map((method) => ({ method, trials: trialsOf(method, start, relative) }))
    .filter(({ trials }) => trials.length >= FEWEST_YEARS);
  for (let compared = tried; compared.length > 0; compared = withoutShortest(compared)) {
    const years = commonYears(compared.map(({ trials }) => trials));
    if (years.length < FEWEST_YEARS) continue;
    const results = compared.map(({ method, trials }) => resultOf(method, trials, years));
    return results.reduce((best, other) => (compareSettled(other.mean, best.mean) < 0 ? other : best));
  }
  return null;
}

function trialsOf(method: Method, start: Start, relative: boolean): readonly Trial[] {
  const { history, stretch } = start;
  return yearsBefore(history, start.year).flatMap((year) => {
    const came = pointAt(history, year, stretch.due);
    const projected = came && method.project({ ...start, year });
    const error = came && projected && errorOf(projected, came, relative);
    return error ? [{ year, error, points: [...projected.points, came] }] : [];
  });
}

function errorOf({ value }: Projection, came: Point, relative: boolean): Decimal | undefined {
  const error = absolute(minus(came.value, value));
  if (!relative) return error;
  return signOf(value) <= 0 ? undefined : dividedBy(times(error, "100"), value);
}

function resultOf(method: Method, trials: readonly Trial[], years: readonly number[]): BackTest {
  const counted = trials.filter(({ year }) => years.includes(year));
  const errors = counted.map(({ error }) => error);
  const sum = errors.reduce(plus, "0");
  const worst = errors.reduce((largest, error) => (compare(error, largest) > 0 ? error : largest), "0");
  const points = counted.flatMap((trial) => trial.points);
  return { method, years, mean: dividedBy(sum, String(errors.length)), worst, points };
}

interface Tried {
  readonly method: Method;
  readonly trials: readonly Trial[];
}

function withoutShortest(tried: readonly Tried[]): Tried[] {
  const fewest = Math.min(...tried.map(({ trials }) => trials.length));
  const dropped = tried.findLastIndex(({ trials }) => trials.length === fewest);
  return tried.filter((_, index) => index !== dropped);
}

function commonYears([first, ...others]: readonly (readonly Trial[])[]): readonly number[] {
  const years = (first ?? []).map(({ year }) => year);
  return years.filter((year) => others.every((trials) => trials.some((trial) => trial.year === year)));
}
