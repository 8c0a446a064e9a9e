import { type Kysely, sql } from "kysely";
import { ask, type Store, type Tables } from "./database.ts";
import { KNOWN_COLUMNS, type KnownRow } from "./observation-rows.ts";
import { firstSender } from "./receipts.ts";
import type { ReadingKey } from "./submissions.ts";

/** What papers may rest on: which files had come, from whom, read how, with which answers. */
export interface Knowledge {
  readonly readings: Readonly<Record<string, number>>; // the reading that counted, by SHA-256 of the file
  readonly senders: Readonly<Record<string, string>>; // code of the bureau in whose folder it first lay, by SHA-256
  readonly answers: number; // how many had been given, taken back ones among them
}

/** A file as it was known at a time. */
export interface KnownThen extends ReadingKey {
  readonly file: string; // base name as first received
  readonly source: string | null;
  readonly bureau: string | null;
  readonly sender: string | null; // the bureau in whose folder it first lay; null where it did not come through the inbox
  readonly illustrative: boolean;
  readonly vintage: string; // "2023-07-10"
  readonly receivedAt: string; // ISO 8601, UTC
  readonly hints: Readonly<Record<string, string>>;
}

/** An observation with its file, as the database says it. */
export type SnapshotRow = KnownRow & { readonly reading: number; readonly received_at: string };

type Readings = Knowledge["readings"];

/** All that is known now. */
export async function readKnowledge(store: Store): Promise<Knowledge> {
  return ask(store, async (database) => {
    const readings = await database.selectFrom("current_submission").select(["sha256", "reading"]).execute();
    return complete(database, readings, null);
  });
}

/**
 * What was known at a time, as far as times tell: the n-th reading of a file is that of the n-th run on it; a reading whose
 * run is not recorded counts from the start.
 *
 * @param until ISO 8601, UTC; inclusive
 */
export async function guessKnowledge(store: Store, until: string): Promise<Knowledge> {
  const wasMade = sql<boolean>`NOT EXISTS (SELECT 1 FROM run WHERE run.id = 'ingest:' || s.sha256 || ':' || s.reading
    AND run.finished_at > ${until})`;
  return ask(store, async (database) => {
    const readings = await database
      .selectFrom("submission as s")
      .select(["s.sha256", (eb) => eb.fn.max<number>("s.reading").as("reading")])
      .where("s.received_at", "<=", until)
      .where(wasMade)
      .groupBy("s.sha256")
      .execute();
    return complete(database, readings, until);
  });
}

async function complete(
  database: Kysely<Tables>,
  readings: readonly ReadingKey[],
  until: string | null,
): Promise<Knowledge> {
  const receipts = await database
    .selectFrom("receipt")
    .select(["sha256", "bureau"])
    .$if(until !== null, (query) => query.where("received_at", "<=", until ?? ""))
    .orderBy("received_at", "desc")
    .orderBy("bureau", "desc")
    .execute();
  const { answers } = await database
    .selectFrom("answer")
    .select((eb) => eb.fn.countAll<number>().as("answers"))
    .$if(until !== null, (query) => query.where("answered_at", "<=", until ?? ""))
    .executeTakeFirstOrThrow();
  return {
    readings: Object.fromEntries(readings.map(({ sha256, reading }) => [sha256, reading])),
    senders: Object.fromEntries(receipts.map(({ sha256, bureau }) => [sha256, bureau])), // the first arrival comes last
    answers: Number(answers),
  };
}

/** The files of these readings, in the order in which they came. */
export async function listKnownThen(store: Store, readings: Readings): Promise<readonly KnownThen[]> {
  const rows = await ask(store, (database) =>
    readingsOf(database, readings)
      .select(["s.file", "s.source", "s.bureau", "s.illustrative", "s.vintage", "s.hints"])
      .select(["s.received_at as receivedAt", firstSender.as("sender")])
      .orderBy("s.received_at")
      .orderBy("s.sha256")
      .execute(),
  );
  return rows.map(({ illustrative, hints, ...row }) => {
    return { ...row, illustrative: illustrative === 1, hints: JSON.parse(hints) };
  });
}

/** Every observation of these readings, with its vintage and place; in the order of the files, then of each file. */
export async function listSnapshot(store: Store, readings: Readings): Promise<readonly SnapshotRow[]> {
  return ask(store, (database) =>
    readingsOf(database, readings)
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

function readingsOf(database: Kysely<Tables>, readings: Readings) {
  const isAsked = sql<boolean>`s.reading = (SELECT value FROM json_each(${JSON.stringify(readings)}) WHERE key = s.sha256)`;
  return database.selectFrom("submission as s").select(["s.sha256", "s.reading"]).where(isAsked);
}
