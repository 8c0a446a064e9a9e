import { type Period, parsePeriod } from "../../pipeline/model/period.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";

/** What a column of a demo sheet shows of a series. `last-year` is 上年同期, `plan` the year's goal. */
export type Measure = "value" | "yoy" | "rank" | "share" | "last-year" | "plan";

/** One line of series.csv: the figures of one measure of one indicator and place, month by month. */
export interface SeriesRow {
  readonly table: string; // the sheet it goes into, e.g. "fiscal"
  readonly label: string; // as the sheet names it, without ordinals and unit
  readonly region: string; // as the sheet names it; "" where the table is about the city alone
  readonly span: "month" | "ytd" | "instant";
  readonly measure: Measure;
  readonly unit: string;
  readonly values: ReadonlyMap<Period, string>; // as printed; a month without the line has none; "空白" is an empty cell
}

/** Finds a figure of a table in a month; undefined where the month's sheet has no such line. */
export type Lookup = (label: string, measure: Measure, span: SeriesRow["span"], region?: string) => string | undefined;

/** Reads series.csv in its order. @throws PipelineError FILE_NOT_FOUND, SEED_INVALID */
export function readSeries(file: string): readonly SeriesRow[] {
  return readCsvRows(file).map(({ fields }) => ({
    table: fields.table ?? "",
    label: fields.label ?? "",
    region: fields.region ?? "",
    span: fields.span as SeriesRow["span"],
    measure: fields.measure as Measure,
    unit: fields.unit ?? "",
    values: new Map(
      Object.entries(fields).flatMap(([column, text]) => {
        const period = parsePeriod(column);
        return period && text !== "" ? [[period, text] as const] : [];
      }),
    ),
  }));
}

/** The lines of one table that have figures in a month, in the order of the series. */
export function rowsOf(series: readonly SeriesRow[], table: string, period: Period): readonly SeriesRow[] {
  return series.filter((row) => row.table === table && row.values.has(period));
}

/** The different labels of lines, in order of appearance, each with its unit as its first line states it. */
export function labelsOf(rows: readonly SeriesRow[]): readonly { readonly label: string; readonly unit: string }[] {
  const units = new Map<string, string>();
  for (const { label, unit } of rows) if (!units.has(label)) units.set(label, unit);
  return [...units].map(([label, unit]) => ({ label, unit }));
}

/** The different places of lines, in order of appearance. */
export function regionsOf(rows: readonly SeriesRow[]): readonly string[] {
  return [...new Set(rows.map(({ region }) => region))];
}

/** Makes the lookup over lines of one table in one month. */
export function lookupIn(rows: readonly SeriesRow[], period: Period): Lookup {
  const key = (...parts: readonly string[]) => parts.join("|");
  const found = new Map(rows.map((r) => [key(r.label, r.measure, r.span, r.region), r.values.get(period)]));
  return (label, measure, span, region = "") => found.get(key(label, measure, span, region));
}
