import { type Kysely, sql } from "kysely";

/** Keeps with an edition what its files were made of, so that they are not made again to be thrown away. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw("ALTER TABLE edition ADD COLUMN makings TEXT CHECK (length(makings) = 64 AND makings NOT GLOB '*[^0-9a-f]*')")
    .execute(db);
}
