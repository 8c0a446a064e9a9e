import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** The table of when the home was made out of a backup; a restore creates it in a database that has not got it yet. */
export const CREATE_RESTORATION = `CREATE TABLE IF NOT EXISTS restoration (
  restored_at TEXT PRIMARY KEY CHECK (restored_at ${TIMESTAMP}),
  backed_up_at TEXT NOT NULL CHECK (backed_up_at ${TIMESTAMP}),
  CHECK (backed_up_at <= restored_at)
) STRICT, WITHOUT ROWID`;

// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(CREATE_RESTORATION).execute(db);
}
