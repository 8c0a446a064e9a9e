import { type Kysely, sql } from "kysely";

/** Keeps the secret by which Message-IDs are made, one a home. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE message_key (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  secret TEXT NOT NULL CHECK (length(secret) = 64 AND secret NOT GLOB '*[^0-9a-f]*')
) STRICT`)
    .execute(db);
}
