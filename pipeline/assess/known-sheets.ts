import type { Indicator, IndicatorCode } from "../model/indicator.ts";
import { type Period, yearOf } from "../model/period.ts";
import type { SubmissionRecord } from "../model/reporting.ts";
import { compareText } from "../model/text-order.ts";
import { monthOfRecord } from "./sent-figures.ts";

/** What is known of a source by the sheets of it that came in a year. */
export interface KnownSheet {
  readonly source: string; // name of the source profile
  readonly bureau: string | null; // that sent the last of them
  readonly months: readonly Period[]; // for which sheets came, each once
  readonly indicators: readonly IndicatorCode[]; // that they had cells of, sorted
  readonly projectMonths: readonly Period[]; // of which they told of projects, each once
}

/** The sources that sent something for a month of the year up to `period`, by name. */
export function knownSheets(
  records: readonly SubmissionRecord[],
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
  period: Period,
): readonly KnownSheet[] {
  const bySource = new Map<string, (readonly [Period, SubmissionRecord])[]>();
  for (const record of records) {
    const month = monthOfRecord(record, indicators);
    if (record.source === null || month === null || month > period || yearOf(month) !== yearOf(period)) continue;
    bySource.set(record.source, [...(bySource.get(record.source) ?? []), [month, record]]);
  }
  const names = [...bySource.keys()].sort();
  return names.map((source) => toKnownSheet(source, bySource.get(source) ?? []));
}

/** One that has come for two earlier months comes again; of one that came once nobody can tell. */
export function isRecurring({ months }: KnownSheet, period: Period): boolean {
  return months.filter((month) => month < period).length >= 2;
}

/** One that told of projects for two earlier months tells of them every month. */
export function tellsOfProjects({ projectMonths }: KnownSheet, period: Period): boolean {
  return projectMonths.filter((month) => month < period).length >= 2;
}

function toKnownSheet(source: string, sheets: readonly (readonly [Period, SubmissionRecord])[]): KnownSheet {
  const latest = [...sheets].sort(([a, left], [b, right]) => compareText(a + left.sha256, b + right.sha256)).at(-1);
  const records = sheets.map(([, record]) => record);
  const codes = records.flatMap(({ brought }) => brought.flatMap(({ indicator }) => indicator ?? []));
  return {
    source,
    bureau: latest?.[1].bureau ?? null,
    months: distinct(sheets.map(([month]) => month)),
    indicators: distinct(codes),
    projectMonths: distinct(records.flatMap(({ projectMonths }) => projectMonths)),
  };
}

function distinct<T extends string>(texts: readonly T[]): readonly T[] {
  return [...new Set(texts)].sort();
}
