import type { Kysely } from "kysely";
import type { Decimal } from "../model/decimal.ts";
import type { IndicatorCode } from "../model/indicator.ts";
import type { KnownObservation, Observation, ObservationStatus } from "../model/observation.ts";
import type { Period, Span } from "../model/period.ts";
import type { Quantity } from "../model/quantity.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { sortKnown } from "./observation-order.ts";
import type { ReadingKey, SubmissionTable } from "./submissions.ts";

export interface ObservationTable {
  readonly sha256: string;
  readonly reading: number;
  readonly sheet: string;
  readonly cell: string;
  readonly ordinal: number; // place in the reading's list, from 0
  readonly label: string;
  readonly path: string; // JSON list
  readonly indicator: IndicatorCode | null;
  readonly region: string | null;
  readonly period: Period;
  readonly span: Span;
  readonly quantity: Quantity;
  readonly scope: string | null;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly decimals: number;
  readonly status: ObservationStatus;
  readonly status_reason: string | null;
}

/** Which observations; each part left out lets all through. */
export interface ObservationFilter {
  readonly year?: number;
  readonly period?: Period;
  readonly asOf?: string | null; // "2023-07-15": published or received up to that day; null for everything known
  readonly indicators?: readonly IndicatorCode[];
  readonly regions?: readonly string[];
}

type OwnColumns = Omit<ObservationTable, "sha256" | "reading" | "ordinal">;
type SubmissionColumns = Pick<SubmissionTable, "file" | "source" | "bureau" | "illustrative" | "vintage" | "url">;

/** A row of observation `o` with submission `s`, as KNOWN_COLUMNS select it. */
export type KnownRow = Omit<ObservationTable, "reading" | "ordinal"> & SubmissionColumns;

const OWN_COLUMNS = [
  ...(["o.sheet", "o.cell", "o.label", "o.path", "o.indicator", "o.region", "o.period", "o.span"] as const),
  ...(["o.quantity", "o.scope", "o.value", "o.unit", "o.decimals", "o.status", "o.status_reason"] as const),
] as const;

export const KNOWN_COLUMNS = [
  ...OWN_COLUMNS,
  ...(["o.sha256", "s.file", "s.source", "s.bureau", "s.illustrative", "s.vintage", "s.url"] as const),
] as const;

/** The observations of each file's last reading that pass the filter, by key (model/observation.ts), vintage, hash, sheet and cell. */
export async function listObservations(
  store: Store,
  filter: ObservationFilter = {},
): Promise<readonly KnownObservation[]> {
  const { year, period, asOf = null, indicators, regions } = filter;
  if (indicators?.length === 0 || regions?.length === 0) return [];
  const rows = await ask(store, (database) =>
    database
      .selectFrom("observation as o")
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "o.sha256").onRef("s.reading", "=", "o.reading"),
      )
      .select(KNOWN_COLUMNS)
      .$if(year !== undefined, (query) =>
        query.where("o.period", ">=", `${year}-01` as Period).where("o.period", "<=", `${year}-12` as Period),
      )
      .$if(period !== undefined, (query) => query.where("o.period", "=", period as Period))
      .$if(asOf !== null, (query) => query.where("s.vintage", "<=", asOf))
      .$if(indicators !== undefined, (query) => query.where("o.indicator", "in", indicators ?? []))
      .$if(regions !== undefined, (query) => query.where("o.region", "in", regions ?? []))
      .execute(),
  );
  return sortKnown(rows.map(toKnown));
}

/** The codes of all indicators that anybody has reported up to a day, for any place and time; sorted. */
export async function listReportedIndicators(store: Store, asOf: string | null): Promise<readonly IndicatorCode[]> {
  const rows = await ask(store, (database) => reportedIndicators(database, asOf).execute());
  return rows.flatMap(({ indicator }) => indicator ?? []);
}

/** Those of them of which nothing but 演示数据 has come; sorted. */
export async function listIllustrativeIndicators(store: Store, asOf: string | null): Promise<readonly IndicatorCode[]> {
  const rows = await ask(store, (database) =>
    reportedIndicators(database, asOf)
      .having((eb) => eb(eb.fn.min("s.illustrative"), "=", 1))
      .execute(),
  );
  return rows.flatMap(({ indicator }) => indicator ?? []);
}

function reportedIndicators(database: Kysely<Tables>, asOf: string | null) {
  return database
    .selectFrom("observation as o")
    .innerJoin("current_submission as s", (join) =>
      join.onRef("s.sha256", "=", "o.sha256").onRef("s.reading", "=", "o.reading"),
    )
    .select("o.indicator")
    .where("o.indicator", "is not", null)
    .$if(asOf !== null, (query) => query.where("s.vintage", "<=", asOf))
    .groupBy("o.indicator")
    .orderBy("o.indicator");
}

/** The observations of one reading in the order in which they were read. */
export async function listSubmitted(
  database: Kysely<Tables>,
  { sha256, reading }: ReadingKey,
): Promise<readonly Observation[]> {
  const rows = await database
    .selectFrom("observation as o")
    .select(OWN_COLUMNS)
    .where("o.sha256", "=", sha256)
    .where("o.reading", "=", reading)
    .orderBy("o.ordinal")
    .execute();
  return rows.map(toObservation);
}

/** The observation at a place of a reading's list as its row. */
export function toObservationRow(
  { sha256, reading }: ReadingKey,
  ordinal: number,
  observation: Observation,
): ObservationTable {
  const { sheet, cell, label, indicator, region, period, span, quantity, scope } = observation;
  const { value, unit, decimals, status, statusReason: status_reason } = observation;
  const path = JSON.stringify(observation.path);
  return {
    ...{ sha256, reading, sheet, cell, ordinal, label, path, indicator, region, period, span, quantity, scope },
    ...{ value, unit, decimals, status, status_reason },
  };
}

/** A joined row as the observation it is. */
export function toKnown(row: KnownRow): KnownObservation {
  const { sha256, file, source, bureau, vintage, url } = row;
  return { ...toObservation(row), sha256, file, source, bureau, illustrative: row.illustrative === 1, vintage, url };
}

function toObservation(row: OwnColumns): Observation {
  const { sheet, cell, label, indicator, region, period, span, quantity, scope } = row;
  const { value, unit, decimals, status, status_reason: statusReason } = row;
  const path: readonly string[] = JSON.parse(row.path);
  return {
    ...{ sheet, cell, label, path, indicator, region, period, span, quantity, scope },
    ...{ value, unit, decimals, status, statusReason },
  };
}
