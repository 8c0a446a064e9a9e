import { type Decimal, minus } from "../model/decimal.ts";
import type { KnownObservation } from "../model/observation.ts";
import { makePeriod, type Period } from "../model/period.ts";
import type { Point } from "../model/trend.ts";
import { byPlace } from "./current.ts";

/** A series to look months up in. */
export type History = ReadonlyMap<Period, Point>;

/** The same months of any year: after `month`, up to and including `due`. */
export interface Stretch {
  readonly month: number;
  readonly due: number;
}

/** What a year brought in a stretch of months. */
export interface Tail {
  readonly year: number;
  readonly amount: Decimal;
  readonly before: Point; // at the stretch's first end
  readonly whole: Point; // at its last
}

/** Puts a series in order by month; later points of the period that is asked about are the caller's to leave out. */
export function historyOf(points: readonly Point[]): History {
  return new Map(points.map((point) => [point.period, point]));
}

/** The point of a month of a year. */
export function pointAt(history: History, year: number, month: number): Point | undefined {
  return history.get(makePeriod(year, month));
}

/** What a year brought in the stretch; undefined unless both ends are known. */
export function tailOf(history: History, year: number, { month, due }: Stretch): Tail | undefined {
  const [before, whole] = [pointAt(history, year, month), pointAt(history, year, due)];
  if (!before || !whole) return undefined;
  return { year, amount: minus(whole.value, before.value), before, whole };
}

/** The years before `year` that the series knows anything of, earliest first. */
export function yearsBefore(history: History, year: number): readonly number[] {
  const years = new Set([...history.keys()].map((period) => Number(period.slice(0, 4))));
  return [...years].filter((known) => known < year).sort((a, b) => a - b);
}

/** The observations behind points, each once, by place. */
export function observationsOf(points: readonly Point[]): readonly KnownObservation[] {
  return [...new Set(points.flatMap(({ observations }) => observations))].sort(byPlace);
}
