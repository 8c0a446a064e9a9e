import { type Kysely, sql } from "kysely";
import type { AnswerTable } from "./answers.ts";
import type { ApprovalTable } from "./approvals.ts";
import type { BureauTable } from "./bureaus.ts";
import type { DeliveryTable } from "./deliveries.ts";
import type { EditionBasisTable } from "./edition-bases.ts";
import type { EditionTable } from "./editions.ts";
import type { HeartbeatTable } from "./heartbeats.ts";
import type { HeldPaperTable } from "./held-papers.ts";
import type { IndicatorAliasTable, IndicatorTable } from "./indicators.ts";
import type { DataIssueTable } from "./issues.ts";
import type { MailReportTable } from "./mail-reports.ts";
import type { MessageKeyTable } from "./message-key.ts";
import type { MilestoneReportTable } from "./milestone-reports.ts";
import type { ObservationTable } from "./observation-rows.ts";
import type { OfferTable } from "./offers.ts";
import type { PackageItemTable } from "./package-items.ts";
import type { PackageTable } from "./packages.ts";
import type { MilestoneTable, PlanTable, TargetTable } from "./plans.ts";
import type { QuestionTable } from "./questions.ts";
import type { ReceiptTable } from "./receipts.ts";
import type { SeedTable } from "./reference.ts";
import type { RegionTable } from "./regions.ts";
import type { ReminderTable } from "./reminders.ts";
import type { ScheduleMarkTable } from "./reservations.ts";
import type { RestorationTable } from "./restorations.ts";
import type { RunTable } from "./runs.ts";
import type { ScheduledRunTable } from "./scheduled-runs.ts";
import type { SightingTable } from "./sightings.ts";
import { explainStoreError } from "./store-errors.ts";
import type { ReadingCheckTable, SubmissionTable } from "./submissions.ts";

/** Every table of the database, as queries see it. */
export interface Tables {
  readonly seed: SeedTable;
  readonly bureau: BureauTable;
  readonly region: RegionTable;
  readonly indicator: IndicatorTable;
  readonly indicator_alias: IndicatorAliasTable;
  readonly plan: PlanTable;
  readonly target: TargetTable;
  readonly milestone: MilestoneTable;
  readonly submission: SubmissionTable;
  readonly current_submission: SubmissionTable; // a view: the last reading of each file
  readonly observation: ObservationTable;
  readonly milestone_report: MilestoneReportTable;
  readonly data_issue: DataIssueTable;
  readonly question: QuestionTable;
  readonly reading_check: ReadingCheckTable;
  readonly answer: AnswerTable;
  readonly offer: OfferTable;
  readonly sighting: SightingTable;
  readonly receipt: ReceiptTable;
  readonly held_paper: HeldPaperTable;
  readonly scheduled_run: ScheduledRunTable;
  readonly schedule_mark: ScheduleMarkTable;
  readonly heartbeat: HeartbeatTable;
  readonly run: RunTable;
  readonly edition: EditionTable;
  readonly approval: ApprovalTable;
  readonly delivery: DeliveryTable;
  readonly edition_basis: EditionBasisTable;
  readonly restoration: RestorationTable;
  readonly package: PackageTable;
  readonly package_item: PackageItemTable;
  readonly reminder: ReminderTable;
  readonly mail_report: MailReportTable;
  readonly message_key: MessageKeyTable;
}

const handle: unique symbol = Symbol("handle");

/** An open database, to be handed to the functions of this folder; what is inside stays inside. */
export interface Store {
  readonly file: string;
  readonly [handle]: unknown;
}

/** Wraps a connection; for the file that opens databases. */
export function makeStore(file: string, database: Kysely<Tables>): Store {
  return { file, [handle]: database };
}

/**
 * Puts a question to the database, or changes it.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED; anything else thrown is a mistake of this program
 */
export async function ask<T>(store: Store, work: (database: Kysely<Tables>) => Promise<T>): Promise<T> {
  try {
    return await work(store[handle] as Kysely<Tables>);
  } catch (error) {
    throw explainStoreError(error, store.file);
  }
}

/**
 * The same for a change that stands for something out of the program's reach, such as a mail that has left or a file that is
 * moved away: when it returns, the change and all before it outlast a power cut. It takes the time of one flush of the disk.
 *
 * @throws PipelineError as `ask` does
 */
export async function askDurably<T>(store: Store, work: (database: Kysely<Tables>) => Promise<T>): Promise<T> {
  return ask(store, (database) =>
    database.connection().execute(async (connection) => {
      await sql`PRAGMA synchronous = FULL`.execute(connection);
      try {
        return await work(connection);
      } finally {
        await sql`PRAGMA synchronous = NORMAL`.execute(connection);
      }
    }),
  );
}
