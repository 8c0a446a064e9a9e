import type { Kysely } from "kysely";
import type { Issue } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { SubmissionOutcome } from "../model/reporting.ts";
import { insertRows } from "./bulk-insert.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { listIssues, toIssueRow } from "./issues.ts";
import { listReadReports, toReportRow } from "./milestone-reports.ts";
import { toObservationRow } from "./observation-rows.ts";
import { listSubmitted } from "./observations.ts";
import { listQuestions, toQuestionRow } from "./questions.ts";
import { unsettleReceipts } from "./receipts.ts";
import { type JobRun, recordRun } from "./runs.ts";
import { takeWriteLock } from "./write-lock.ts";

/** Names one reading of a file. */
export interface ReadingKey {
  readonly sha256: string;
  readonly reading: number; // from 1
}

export interface SubmissionTable extends ReadingKey {
  readonly file: string;
  readonly format: string | null;
  readonly source: string | null;
  readonly bureau: string | null;
  readonly illustrative: number; // 0 or 1
  readonly vintage: string;
  readonly url: string | null;
  readonly received_at: string;
  readonly hints: string; // JSON object
  readonly read_as: string;
  readonly outcome: SubmissionOutcome;
}

/** What else than under `submission.read_as` a reading was found to come out the same. */
export interface ReadingCheckTable extends ReadingKey {
  readonly read_as: string;
}

/** One file received, as it was last read. */
export interface Submission {
  readonly sha256: string; // hex, of its bytes
  readonly file: string; // base name as first received
  readonly format: string | null; // "xlsx"; null where it could not be opened
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null; // code of the bureau that sent it
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10": when its values were published, else received
  readonly url: string | null; // where the source publishes it
  readonly receivedAt: string; // ISO 8601, UTC; the first time
  readonly hints: Readonly<Record<string, string>>; // what a person added to the file
  readonly readAs: string; // hex hash of all that the reading depends on besides the bytes: hints, seeds, program
  readonly outcome: SubmissionOutcome;
}

/** A submission with what was read from it, each list in the order in which it was given. */
export interface KnownSubmission extends Submission {
  readonly observations: readonly Observation[];
  readonly reports: readonly MilestoneReport[]; // of projects
  readonly issues: readonly Issue[];
}

/** A reading of a file, each list in the order in which it was found, and the run that made it. */
export interface GivenReading {
  readonly submission: Submission;
  readonly observations: readonly Observation[];
  readonly reports: readonly MilestoneReport[]; // of projects
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  readonly run: JobRun;
}

/**
 * Takes in a reading of a file, all of it in one transaction.
 *
 * @returns "known" if the last reading of these bytes came out the same; nothing is written then, not even the run, but
 * for what it was read as, where that is new. A reading that comes out differently is added and counts from now on, and
 * the papers are to be looked at again; name and time of receipt stay the first ones
 */
export async function insertSubmission(
  store: Store,
  { submission, observations, reports, issues, questions, run }: GivenReading,
): Promise<"inserted" | "known"> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const last = await findReading(transaction, submission.sha256);
      const known = last && (await readWhole(transaction, last));
      const asked = last ? await listQuestions(transaction, last) : [];
      if (known && isSameReading([known, asked], [{ ...submission, observations, reports, issues }, questions])) {
        await recordCheck(transaction, last, submission.readAs);
        return "known";
      }
      const key = { sha256: submission.sha256, reading: (last?.reading ?? 0) + 1 };
      const { file, receivedAt } = known ?? submission;
      await transaction
        .insertInto("submission")
        .values(toRow({ ...submission, file, receivedAt }, key.reading))
        .execute();
      await insertRows(transaction, "observation", observations, (one, ordinal) => toObservationRow(key, ordinal, one));
      await insertRows(transaction, "milestone_report", reports, (one, ordinal) => toReportRow(key, ordinal, one));
      await insertRows(transaction, "data_issue", issues, (one, ordinal) => toIssueRow(key, ordinal, one));
      await insertRows(transaction, "question", questions, (one, ordinal) => toQuestionRow(key, ordinal, one));
      if (last) await unsettleReceipts(transaction, submission.sha256);
      await recordRun(transaction, run);
      return "inserted";
    }),
  );
}

/** The file with these bytes as it was last read; undefined where it was never taken in. */
export async function findSubmission(store: Store, sha256: string): Promise<KnownSubmission | undefined> {
  return ask(store, async (database) => {
    const last = await findReading(database, sha256);
    return last && readWhole(database, last);
  });
}

/** Every file received, as it was last read, by hash. */
export async function listSubmissions(store: Store): Promise<readonly Submission[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("current_submission").selectAll().orderBy("sha256").execute(),
  );
  return rows.map(toSubmission);
}

/** Tells whether the last reading of these bytes was made under `readAs`, or would come out the same under it. */
export async function isReadAs(store: Store, sha256: string, keys: readonly string[]): Promise<boolean> {
  return ask(store, async (database) => {
    const last = await findReading(database, sha256);
    if (!last) return false;
    if (keys.includes(last.read_as)) return true;
    for (const key of keys) if (await findCheck(database, last, key)) return true;
    return false;
  });
}

async function recordCheck(database: Kysely<Tables>, last: SubmissionTable, read_as: string): Promise<void> {
  if (last.read_as === read_as || (await findCheck(database, last, read_as))) return;
  const { sha256, reading } = last;
  await database.insertInto("reading_check").values({ sha256, reading, read_as }).execute();
}

async function findCheck(database: Kysely<Tables>, { sha256, reading }: ReadingKey, readAs: string) {
  return database
    .selectFrom("reading_check")
    .select("read_as")
    .where("sha256", "=", sha256)
    .where("reading", "=", reading)
    .where("read_as", "=", readAs)
    .executeTakeFirst();
}

async function findReading(database: Kysely<Tables>, sha256: string): Promise<SubmissionTable | undefined> {
  return database.selectFrom("current_submission").selectAll().where("sha256", "=", sha256).executeTakeFirst();
}

async function readWhole(database: Kysely<Tables>, row: SubmissionTable): Promise<KnownSubmission> {
  const observations = await listSubmitted(database, row);
  const reports = await listReadReports(database, row);
  return { ...toSubmission(row), observations, reports, issues: await listIssues(database, row) };
}

type WholeReading = readonly [KnownSubmission, readonly Question[]];

function isSameReading(known: WholeReading, given: WholeReading): boolean {
  const content = ([submission, questions]: WholeReading) => {
    const { format, source, bureau, illustrative, vintage, url, hints, outcome, ...rest } = submission;
    return JSON.stringify([
      ...[format, source, bureau, illustrative, vintage, url, outcome, Object.entries(hints).sort()],
      rest.observations.map((observation) => toObservationRow({ sha256: "", reading: 0 }, 0, observation)),
      rest.reports.map((report) => toReportRow({ sha256: "", reading: 0 }, 0, report)),
      rest.issues.map((issue) => toIssueRow({ sha256: "", reading: 0 }, 0, issue)),
      questions.map((question) => toQuestionRow({ sha256: "", reading: 0 }, 0, question)),
    ]);
  };
  return content(known) === content(given);
}

function toRow(submission: Submission, reading: number): SubmissionTable {
  const { sha256, file, format, source, bureau, vintage, url, receivedAt: received_at, outcome } = submission;
  const illustrative = Number(submission.illustrative);
  const hints = JSON.stringify(Object.fromEntries(Object.entries(submission.hints).sort()));
  const origin = { file, format, source, bureau, illustrative, vintage, url, received_at };
  return { sha256, reading, ...origin, hints, read_as: submission.readAs, outcome };
}

function toSubmission(row: SubmissionTable): Submission {
  const { sha256, file, format, source, bureau, vintage, url, received_at: receivedAt, outcome } = row;
  const illustrative = row.illustrative === 1;
  const hints: Readonly<Record<string, string>> = JSON.parse(row.hints);
  const origin = { file, format, source, bureau, illustrative, vintage, url, receivedAt };
  return { sha256, ...origin, hints, readAs: row.read_as, outcome };
}
