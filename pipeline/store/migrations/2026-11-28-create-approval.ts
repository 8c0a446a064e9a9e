import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** Creates the table of who approved an edition, and when. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE approval (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  approved_at TEXT NOT NULL CHECK (approved_at ${TIMESTAMP}),
  approved_by TEXT CHECK (approved_by <> ''),
  PRIMARY KEY (period, kind, region, version),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version)
) STRICT, WITHOUT ROWID`,
    )
    .execute(db);
}
