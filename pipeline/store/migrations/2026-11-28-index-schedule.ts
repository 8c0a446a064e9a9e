import { type Kysely, sql } from "kysely";

/** Finds what is to be done, and a job's runs by time, without reading the whole ledger of scheduled runs. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw("CREATE INDEX scheduled_run_pending ON scheduled_run (scheduled_for) WHERE outcome IS NULL")
    .execute(db);
  await sql.raw("CREATE INDEX scheduled_run_by_time ON scheduled_run (job, scheduled_for)").execute(db);
}
