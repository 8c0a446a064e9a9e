import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { up as createEditionAndRun } from "./migrations/2026-11-23-create-edition-and-run.ts";
import { up as createReference } from "./migrations/2026-11-23-create-reference.ts";
import { up as createSubmission } from "./migrations/2026-11-23-create-submission.ts";
import { up as createMilestoneReport } from "./migrations/2026-11-27-create-milestone-report.ts";
import { up as createOffer } from "./migrations/2026-11-27-create-offer.ts";
import { up as createReview } from "./migrations/2026-11-27-create-review.ts";
import { up as relateGoals } from "./migrations/2026-11-27-relate-goals.ts";
import { up as createApproval } from "./migrations/2026-11-28-create-approval.ts";
import { up as createDelivery } from "./migrations/2026-11-28-create-delivery.ts";
import { up as createHeldPaper } from "./migrations/2026-11-28-create-held-paper.ts";
import { up as createInbox } from "./migrations/2026-11-28-create-inbox.ts";
import { up as createPackage } from "./migrations/2026-11-28-create-package.ts";
import { up as createReminder } from "./migrations/2026-11-28-create-reminder.ts";
import { up as createSchedule } from "./migrations/2026-11-28-create-schedule.ts";
import { up as indexSchedule } from "./migrations/2026-11-28-index-schedule.ts";
import { up as keepKnowledge } from "./migrations/2026-11-28-keep-knowledge.ts";
import { up as keepMailReports } from "./migrations/2026-11-28-keep-mail-reports.ts";
import { up as keepMakings } from "./migrations/2026-11-28-keep-makings.ts";
import { up as keepMessageKey } from "./migrations/2026-11-28-keep-message-key.ts";
import { up as keepNumbers } from "./migrations/2026-11-28-keep-numbers.ts";
import { up as placePackages } from "./migrations/2026-11-28-place-packages.ts";
import { up as rememberRestores } from "./migrations/2026-11-28-remember-restores.ts";
import { up as tellDeliveriesByVersion } from "./migrations/2026-11-28-tell-deliveries-by-version.ts";
import { up as unnameFonds } from "./migrations/2026-11-28-unname-fonds.ts";

/** Every change of the schema, by name; listed here rather than found on disk, so that nothing else can slip in. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "2026-11-23-create-edition-and-run": { up: createEditionAndRun },
  "2026-11-23-create-reference": { up: createReference },
  "2026-11-23-create-submission": { up: createSubmission },
  "2026-11-27-create-milestone-report": { up: createMilestoneReport },
  "2026-11-27-create-offer": { up: createOffer },
  "2026-11-27-create-review": { up: createReview },
  "2026-11-27-relate-goals": { up: relateGoals },
  "2026-11-28-create-approval": { up: createApproval },
  "2026-11-28-create-delivery": { up: createDelivery },
  "2026-11-28-create-held-paper": { up: createHeldPaper },
  "2026-11-28-create-inbox": { up: createInbox },
  "2026-11-28-create-package": { up: createPackage },
  "2026-11-28-create-reminder": { up: createReminder },
  "2026-11-28-create-schedule": { up: createSchedule },
  "2026-11-28-index-schedule": { up: indexSchedule },
  "2026-11-28-keep-knowledge": { up: keepKnowledge },
  "2026-11-28-keep-mail-reports": { up: keepMailReports },
  "2026-11-28-keep-makings": { up: keepMakings },
  "2026-11-28-keep-message-key": { up: keepMessageKey },
  "2026-11-28-keep-numbers": { up: keepNumbers },
  "2026-11-28-place-packages": { up: placePackages },
  "2026-11-28-remember-restores": { up: rememberRestores },
  "2026-11-28-tell-deliveries-by-version": { up: tellDeliveriesByVersion },
  "2026-11-28-unname-fonds": { up: unnameFonds },
};

/**
 * Brings the schema up to date, all of it or nothing.
 *
 * Kysely leaves SQLite's schema changes outside a transaction, so a killed process would leave half a schema; and two
 * processes that open a new database at once would both create it. Hence one transaction that takes the write lock first.
 */
export async function migrate<T>(database: Kysely<T>): Promise<void> {
  await database.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await runPending(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function runPending<T>(connection: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db: connection,
    provider: { getMigrations: async () => MIGRATIONS },
    allowUnorderedMigrations: true, // else a clock set back between two updates makes it refuse
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
