import { type Kysely, sql } from "kysely";

/** Keeps with what an edition was made by which readings, senders and answers were known then. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`ALTER TABLE edition_basis ADD COLUMN known TEXT CHECK (json_type(known) = 'object')`).execute(db);
}
