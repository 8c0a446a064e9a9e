import type { Kysely } from "kysely";
import type { RecordedJob, RunOutcome } from "../model/run-outcome.ts";
import { compareText } from "../model/text-order.ts";
import { ask, type Store, type Tables } from "./database.ts";

export interface RunTable {
  readonly id: string;
  readonly job: RecordedJob;
  readonly started_at: string;
  readonly finished_at: string;
  readonly outcome: RunOutcome;
  readonly subject: string | null;
  readonly counts: string; // JSON object
  readonly error: string | null;
}

/** One run of a job, over. Times are ISO 8601 in UTC. */
export interface JobRun {
  readonly job: RecordedJob;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outcome: RunOutcome;
  readonly subject: string | null; // a file's SHA-256, an edition; null where the job has none
  readonly counts: Readonly<Record<string, number>>;
  readonly error: string | null; // exactly where the outcome is "failed"
}

/** A run as the store gives it back. */
export interface RecordedRun extends JobRun {
  readonly id: string; // job:subject:n, the n-th run of that job on that subject
}

/** Records a run and returns its id. */
export async function insertRun(store: Store, run: JobRun): Promise<string> {
  return ask(store, (database) => recordRun(database, run));
}

/** Every run, by start, then id. */
export async function listRuns(store: Store): Promise<readonly RecordedRun[]> {
  return ask(store, async (database) => {
    const rows = await database.selectFrom("run").selectAll().execute();
    const runs = rows.map(toRun);
    return runs.sort((a, b) => compareText(a.startedAt, b.startedAt) || compareText(a.id, b.id));
  });
}

/** When the last run of a job on a subject ended; null where there was none. */
export async function findLastEnd(store: Store, job: RecordedJob, subject: string): Promise<string | null> {
  const { end } = await ask(store, (database) =>
    database
      .selectFrom("run")
      .select((eb) => eb.fn.max<string | null>("finished_at").as("end"))
      .where("job", "=", job)
      .where("subject", "=", subject)
      .executeTakeFirstOrThrow(),
  );
  return end;
}

/**
 * Records a run within a transaction of the caller, or without one, and returns its id.
 *
 * The id counts the runs of a job on a subject, so it does not depend on the order of unrelated runs; where another
 * process has just taken the number, the next one is tried.
 */
export async function recordRun(database: Kysely<Tables>, run: JobRun): Promise<string> {
  const row = toRow(run);
  for (let ordinal = (await countRuns(database, run)) + 1; ; ordinal += 1) {
    const id = `${run.job}:${run.subject ?? ""}:${ordinal}`;
    const insert = database.insertInto("run").values({ id, ...row });
    const { numInsertedOrUpdatedRows } = await insert
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return id;
  }
}

async function countRuns(database: Kysely<Tables>, { job, subject }: JobRun): Promise<number> {
  const { count } = await database
    .selectFrom("run")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("job", "=", job)
    .where("subject", subject === null ? "is" : "=", subject)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function toRow(run: JobRun): Omit<RunTable, "id"> {
  const { job, startedAt: started_at, finishedAt: finished_at, outcome, subject, error } = run;
  const counts = JSON.stringify(Object.fromEntries(Object.entries(run.counts).sort(([a], [b]) => compareText(a, b))));
  return { job, started_at, finished_at, outcome, subject, counts, error };
}

function toRun(row: RunTable): RecordedRun {
  const { id, job, started_at: startedAt, finished_at: finishedAt, outcome, subject, error } = row;
  return { id, job, startedAt, finishedAt, outcome, subject, counts: JSON.parse(row.counts), error };
}
