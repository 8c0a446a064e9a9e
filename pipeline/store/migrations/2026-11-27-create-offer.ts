import { type Kysely, sql } from "kysely";

/** Creates the table of the candidates that a person was last shown for a question, in the order of their numbers. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE offer (
  question TEXT NOT NULL PRIMARY KEY CHECK (length(question) = 64 AND question NOT GLOB '*[^0-9a-f]*'),
  candidates TEXT NOT NULL CHECK (json_type(candidates) = 'array')
) STRICT, WITHOUT ROWID`)
    .execute(db);
}
