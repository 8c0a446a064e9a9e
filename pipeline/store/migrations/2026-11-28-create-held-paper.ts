import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** Creates the list of papers that were due and could not be written, each with the reason. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE held_paper (
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('monthly', 'quarterly', 'annual')),
  problem TEXT NOT NULL CHECK (problem <> ''),
  since TEXT NOT NULL CHECK (since ${TIMESTAMP}),
  PRIMARY KEY (period, kind)
) STRICT, WITHOUT ROWID`)
    .execute(db);
}
