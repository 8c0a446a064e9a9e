import type { Kysely } from "kysely";
import type { IndicatorCode } from "../model/indicator.ts";
import type { KnownObservation, Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { sortKnown } from "./observation-order.ts";
import { KNOWN_COLUMNS, OWN_COLUMNS, toKnown, toObservation } from "./observation-rows.ts";
import type { ReadingKey } from "./submissions.ts";

/** Which observations; each part left out lets all through. */
export interface ObservationFilter {
  readonly year?: number;
  readonly period?: Period;
  readonly asOf?: string | null; // "2023-07-15": published or received up to that day; null for everything known
  readonly indicators?: readonly IndicatorCode[];
  readonly regions?: readonly string[];
}

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
