import { type Kysely, sql } from "kysely";

/** Tells a package that has got its name on disk from one that a killed process had only recorded. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw("ALTER TABLE package ADD COLUMN placed INTEGER NOT NULL DEFAULT 1 CHECK (placed IN (0, 1))")
    .execute(db);
}
