import { type Kysely, sql } from "kysely";

/** Keeps what each edition's files were made of, so that they are not made again to be thrown away. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE rendering (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  makings TEXT NOT NULL CHECK (length(makings) = 64 AND makings NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (period, kind, region, version),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version)
) STRICT, WITHOUT ROWID`)
    .execute(db);
}
