import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { insertRows } from "./bulk-insert.ts";
import { ask, type Store } from "./database.ts";
import { listIssues, toIssueRow } from "./issues.ts";
import { listSubmitted, toObservationRow } from "./observations.ts";
import { type JobRun, recordRun } from "./runs.ts";

export type SubmissionOutcome = "accepted" | "partial" | "refused";

export interface SubmissionTable {
  readonly sha256: string;
  readonly file: string;
  readonly format: string | null;
  readonly source: string | null;
  readonly bureau: string | null;
  readonly illustrative: number; // 0 or 1
  readonly vintage: string;
  readonly url: string | null;
  readonly received_at: string;
  readonly outcome: SubmissionOutcome;
}

/** One file received. */
export interface Submission {
  readonly sha256: string; // hex, of its bytes
  readonly file: string; // base name as received
  readonly format: string | null; // "xlsx"; null where it could not be opened
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null; // code of the bureau that sent it
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10": when its values were published, else received
  readonly url: string | null; // where the source publishes it
  readonly receivedAt: string; // ISO 8601, UTC
  readonly outcome: SubmissionOutcome;
}

/** A submission with what was read from it, each list in the order in which it was given. */
export interface KnownSubmission extends Submission {
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}

/**
 * Takes in a file: itself, its observations and issues, and the run that read it, all in one transaction.
 *
 * @returns "known" if a file with these bytes is in the store already, whatever its name; nothing is written then,
 * not even the run
 */
export async function insertSubmission(
  store: Store,
  submission: Submission,
  observations: readonly Observation[],
  issues: readonly Issue[],
  run: JobRun,
): Promise<"inserted" | "known"> {
  const { sha256 } = submission;
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const insert = transaction.insertInto("submission").values(toRow(submission));
      const { numInsertedOrUpdatedRows } = await insert
        .onConflict((conflict) => conflict.column("sha256").doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return "known";
      await insertRows(transaction, "observation", observations, (observation, ordinal) =>
        toObservationRow(sha256, ordinal, observation),
      );
      await insertRows(transaction, "data_issue", issues, (issue, ordinal) => toIssueRow(sha256, ordinal, issue));
      await recordRun(transaction, run);
      return "inserted";
    }),
  );
}

/** The file with these bytes and what was read from it; undefined where it was never taken in. */
export async function findSubmission(store: Store, sha256: string): Promise<KnownSubmission | undefined> {
  return ask(store, async (database) => {
    const query = database.selectFrom("submission").selectAll().where("sha256", "=", sha256);
    const row = await query.executeTakeFirst();
    if (!row) return undefined;
    const observations = await listSubmitted(database, sha256);
    return { ...toSubmission(row), observations, issues: await listIssues(database, sha256) };
  });
}

/** Every file received, by hash. */
export async function listSubmissions(store: Store): Promise<readonly Submission[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("submission").selectAll().orderBy("sha256").execute(),
  );
  return rows.map(toSubmission);
}

function toRow(submission: Submission): SubmissionTable {
  const { sha256, file, format, source, bureau, vintage, url, receivedAt: received_at, outcome } = submission;
  const illustrative = Number(submission.illustrative);
  return { sha256, file, format, source, bureau, illustrative, vintage, url, received_at, outcome };
}

function toSubmission(row: SubmissionTable): Submission {
  const { sha256, file, format, source, bureau, vintage, url, received_at: receivedAt, outcome } = row;
  return {
    sha256,
    file,
    format,
    source,
    bureau,
    illustrative: row.illustrative === 1,
    vintage,
    url,
    receivedAt,
    outcome,
  };
}
