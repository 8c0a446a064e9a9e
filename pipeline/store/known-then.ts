import { type Kysely, sql } from "kysely";
import { ask, type Store, type Tables } from "./database.ts";
import { KNOWN_COLUMNS, type KnownRow } from "./observation-rows.ts";
import type { ReadingKey } from "./submissions.ts";

/** A file as it was known at a time. */
export interface KnownThen extends ReadingKey {
  readonly file: string; // base name as first received
  readonly source: string | null;
  readonly bureau: string | null;
  readonly illustrative: boolean;
  readonly vintage: string; // "2023-07-10"
  readonly receivedAt: string; // ISO 8601, UTC
  readonly hints: Readonly<Record<string, string>>;
}

/** An observation with its file, as the database says it. */
export type SnapshotRow = KnownRow & { readonly reading: number; readonly received_at: string };

/**
 * The files received up to a time, each in the reading that counted then; in the order in which they came.
 *
 * The n-th reading of a file is that of the n-th run on it; a reading whose run is not recorded counts from the start.
 *
 * @param until ISO 8601, UTC; inclusive
 */
export async function listKnownThen(store: Store, until: string): Promise<readonly KnownThen[]> {
  const rows = await ask(store, (database) =>
    readingsThen(database, until)
      .select(["s.file", "s.source", "s.bureau", "s.illustrative", "s.vintage", "s.hints"])
      .select("s.received_at as receivedAt")
      .orderBy("s.received_at")
      .orderBy("s.sha256")
      .execute(),
  );
  return rows.map(({ illustrative, hints, ...row }) => {
    return { ...row, illustrative: illustrative === 1, hints: JSON.parse(hints) };
  });
}

/** Every observation of those readings, with its vintage and place; in the order of the files, then of each file. */
export async function listSnapshot(store: Store, until: string): Promise<readonly SnapshotRow[]> {
  return ask(store, (database) =>
    readingsThen(database, until)
      .innerJoin("observation as o", (join) =>
        join.onRef("o.sha256", "=", "s.sha256").onRef("o.reading", "=", "s.reading"),
      )
      .select(KNOWN_COLUMNS)
      .select("s.received_at")
      .orderBy("s.received_at")
      .orderBy("s.sha256")
      .orderBy("o.ordinal")
      .execute(),
  );
}

function readingsThen(database: Kysely<Tables>, until: string) {
  const wasMade = sql<boolean>`NOT EXISTS (SELECT 1 FROM run WHERE run.id = 'ingest:' || s.sha256 || ':' || s.reading
    AND run.finished_at > ${until})`;
  const isLast = sql<boolean>`NOT EXISTS (SELECT 1 FROM submission AS later WHERE later.sha256 = s.sha256
    AND later.reading > s.reading AND NOT EXISTS (SELECT 1 FROM run
      WHERE run.id = 'ingest:' || later.sha256 || ':' || later.reading AND run.finished_at > ${until}))`;
  return database
    .selectFrom("submission as s")
    .select(["s.sha256", "s.reading"])
    .where("s.received_at", "<=", until)
    .where(wasMade)
    .where(isLast);
}
