import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** Creates the tables of the inbox: how files looked that still lie in it, and what came through it from whom. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE sighting (
  place TEXT NOT NULL PRIMARY KEY CHECK (place <> ''),
  stamp TEXT NOT NULL CHECK (stamp <> ''),
  since TEXT NOT NULL CHECK (since ${TIMESTAMP})
) STRICT, WITHOUT ROWID`)
    .execute(db);

  await sql
    .raw(`CREATE TABLE receipt (
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bureau TEXT NOT NULL CHECK (bureau <> ''),
  stamp TEXT NOT NULL CHECK (stamp <> ''),
  file TEXT NOT NULL CHECK (file <> ''),
  received_at TEXT NOT NULL CHECK (received_at ${TIMESTAMP}),
  is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
  PRIMARY KEY (sha256, bureau, stamp)
) STRICT, WITHOUT ROWID`)
    .execute(db);
}
