import { makePeriod, type Period } from "../model/period.ts";
import type { Caption } from "./captions.ts";
import { farTime, timeText } from "./far-time.ts";
import type { TimeWords } from "./period-words.ts";
import type { ProjectColumn } from "./project-heads.ts";

/** The month that a list of projects is as of, or why nobody can tell. */
export type ProjectPeriod =
  | { readonly kind: "known"; readonly period: Period }
  | { readonly kind: "missing" }
  | { readonly kind: "conflict"; readonly cell: string | null; readonly found: string; readonly expected: string };

/** What states the time of a list of projects, from near to far. */
export interface PeriodPlaces {
  readonly columns: readonly ProjectColumn[];
  readonly titles: readonly Caption[]; // nearest first
  readonly sheetName: Caption;
  readonly fileName: Caption;
  readonly cover: TimeWords | null; // the month on the book's cover
  readonly hint: Period | null; // counts only where nothing else says it
}

/** Settles the month: titles, sheet and file, then the heads (1—6月累计完成); none may name another month. */
export function projectPeriod({ columns, titles, sheetName, fileName, cover, hint }: PeriodPlaces): ProjectPeriod {
  const far = farTime({ titles, sheetTitles: titles, sheetName, fileName, cover });
  if (far.conflict) return { kind: "conflict", cell: null, ...far.conflict };
  const heads = columns.flatMap(({ role, time, cells }) =>
    (role === "completed-investment" || role === "state") && time?.month && !time.lastYear
      ? [{ time, cell: cells.at(-1)?.address ?? null }]
      : [],
  );
  const month = far.month ?? heads[0]?.time.month ?? null;
  const year = far.year ?? heads.find(({ time }) => time.year !== null)?.time.year ?? null;
  const other = heads.find(({ time }) => time.month !== month || (time.year !== null && time.year !== year));
  if (other) {
    const { time, cell } = other;
    return { kind: "conflict", cell, found: timeText(time.year, time.month), expected: timeText(year, month) };
  }
  if (year !== null && month !== null) return { kind: "known", period: makePeriod(year, month) };
  return hint === null ? { kind: "missing" } : { kind: "known", period: hint };
}
