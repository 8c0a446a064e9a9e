import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";
const JOB = "job <> '' AND job NOT GLOB '*[^a-z0-9-]*'";

/** Creates the tables of the schedule: what fell due and what became of it, up to when that was looked at, who is there. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE scheduled_run (
  job TEXT NOT NULL CHECK (${JOB}),
  due TEXT NOT NULL CHECK (due <> ''),
  scheduled_for TEXT NOT NULL CHECK (scheduled_for ${TIMESTAMP}),
  reserved_at TEXT NOT NULL CHECK (reserved_at ${TIMESTAMP}),
  started_at TEXT CHECK (started_at ${TIMESTAMP}),
  finished_at TEXT CHECK (finished_at ${TIMESTAMP}),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  step INTEGER NOT NULL CHECK (step >= 0),
  outcome TEXT CHECK (outcome IN ('done', 'done-with-errors', 'failed', 'skipped', 'overlapped')),
  counts TEXT NOT NULL CHECK (json_type(counts) = 'object'),
  note TEXT CHECK (note <> ''),
  error TEXT CHECK (error <> ''),
  PRIMARY KEY (job, due),
  CHECK ((outcome IS NULL) = (finished_at IS NULL)),
  CHECK ((error IS NOT NULL) = (outcome IS 'failed'))
) STRICT, WITHOUT ROWID`)
    .execute(db);

  await sql
    .raw(`CREATE TABLE schedule_mark (
  job TEXT NOT NULL PRIMARY KEY CHECK (${JOB}),
  looked_at TEXT NOT NULL CHECK (looked_at ${TIMESTAMP})
) STRICT, WITHOUT ROWID`)
    .execute(db);

  await sql
    .raw(`CREATE TABLE heartbeat (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  owner TEXT NOT NULL CHECK (owner <> ''),
  started_at TEXT NOT NULL CHECK (started_at ${TIMESTAMP}),
  beat_at TEXT NOT NULL CHECK (beat_at ${TIMESTAMP}),
  stopped_at TEXT CHECK (stopped_at ${TIMESTAMP})
) STRICT, WITHOUT ROWID`)
    .execute(db);
}
