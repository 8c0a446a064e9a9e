import type { Kysely } from "kysely";
import type { ScheduledOutcome } from "../model/run-outcome.ts";
import { compareText } from "../model/text-order.ts";
import { ask, type Store, type Tables } from "./database.ts";

export interface ScheduledRunTable {
  readonly job: string;
  readonly due: string;
  readonly scheduled_for: string;
  readonly reserved_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly attempts: number;
  readonly step: number;
  readonly outcome: ScheduledOutcome | null;
  readonly counts: string; // JSON object
  readonly note: string | null;
  readonly error: string | null;
}

/** With which the key of a run begins that a person asked for. */
export const MANUAL = "manual";

/** Names one run of a job: there is only one for each. */
export interface DueKey {
  readonly job: string;
  readonly due: string; // a period, "2023-06", or an instant; "manual ..." where a person asked for it
}

/** A run of a job, from when it was reserved. Times are ISO 8601 in UTC. */
export interface ScheduledRun extends DueKey {
  readonly scheduledFor: string;
  readonly reservedAt: string;
  readonly startedAt: string | null; // the first time
  readonly finishedAt: string | null; // null while it is to be done, or in hand
  readonly attempts: number; // more than one where a process was killed on the way
  readonly step: number; // how many of its steps are done
  readonly outcome: ScheduledOutcome | null; // null exactly where `finishedAt` is
  readonly counts: Readonly<Record<string, number>>;
  readonly note: string | null;
  readonly error: string | null; // exactly where the outcome is "failed"
}

/** Every run, by the time for which it was scheduled, then job and due. */
export async function listScheduledRuns(store: Store): Promise<readonly ScheduledRun[]> {
  const rows = await ask(store, (database) => database.selectFrom("scheduled_run").selectAll().execute());
  return inOrder(rows);
}

/** The runs that are reserved and not finished, in the same order; takes no longer for a long ledger. */
export async function listPendingRuns(store: Store): Promise<readonly ScheduledRun[]> {
  return inOrder(await ask(store, (database) => pendingRuns(database).execute()));
}

/** The query for runs that are not finished, for which there is an index. */
export function pendingRuns(database: Kysely<Tables>) {
  return database.selectFrom("scheduled_run").selectAll().where("outcome", "is", null);
}

/** A job's run with the latest time of those that were begun; null where none was. */
export async function findLastBegun(store: Store, job: string): Promise<ScheduledRun | null> {
  const row = await ask(store, (database) =>
    database
      .selectFrom("scheduled_run")
      .selectAll()
      .where("job", "=", job)
      .where("started_at", "is not", null)
      .orderBy("scheduled_for", "desc")
      .orderBy("due", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  return row === undefined ? null : toRun(row);
}

/** Notes that a run begins, once more where it was begun before. */
export async function beginRun(store: Store, key: DueKey, now: string): Promise<void> {
  await ask(store, (database) =>
    database
      .updateTable("scheduled_run")
      .set((eb) => ({ started_at: eb.fn.coalesce("started_at", eb.val(now)), attempts: eb("attempts", "+", 1) }))
      .where("job", "=", key.job)
      .where("due", "=", key.due)
      .execute(),
  );
}

/** Takes back that a run was begun, because it had to wait for somebody else: as it was before. */
export async function waitWithRun(store: Store, key: DueKey, { attempts, startedAt }: ScheduledRun): Promise<void> {
  await update(store, key, { attempts, started_at: startedAt });
}

/** Forgets a run that a person asked for, unless it was begun. */
export async function withdrawRun(store: Store, { job, due }: DueKey): Promise<void> {
  await ask(store, (database) =>
    database
      .deleteFrom("scheduled_run")
      .where("job", "=", job)
      .where("due", "=", due)
      .where("outcome", "is", null)
      .where("attempts", "=", 0)
      .where("step", "=", 0)
      .execute(),
  );
}

/** Notes that a step is done, with all that has been counted so far; after a crash the run goes on behind it. */
export async function finishStep(
  store: Store,
  key: DueKey,
  { step, counts, note }: Pick<ScheduledRun, "step" | "counts" | "note">,
): Promise<void> {
  await update(store, key, { step, counts: JSON.stringify(counts), note });
}

/** Notes how a run ended. */
export async function finishRun(
  store: Store,
  key: DueKey,
  { outcome, finishedAt, error }: Pick<ScheduledRun, "outcome" | "finishedAt" | "error">,
): Promise<void> {
  await update(store, key, { outcome, finished_at: finishedAt, error });
}

/** Forgets runs of a job before a time that found nothing to do. What was left out stays told, and how often. */
export async function forgetQuietRuns(store: Store, job: string, before: string): Promise<void> {
  await ask(store, (database) =>
    database
      .deleteFrom("scheduled_run")
      .where("job", "=", job)
      .where("scheduled_for", "<", before)
      .where("outcome", "=", "done")
      .where("counts", "=", "{}")
      .execute(),
  );
}

async function update(store: Store, { job, due }: DueKey, columns: Partial<ScheduledRunTable>): Promise<void> {
  await ask(store, (database) =>
    database.updateTable("scheduled_run").set(columns).where("job", "=", job).where("due", "=", due).execute(),
  );
}

function inOrder(rows: readonly ScheduledRunTable[]): readonly ScheduledRun[] {
  const keyOf = ({ scheduledFor, job, due }: ScheduledRun) => `${scheduledFor} ${job} ${due}`;
  return rows.map(toRun).sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

function toRun(row: ScheduledRunTable): ScheduledRun {
  const { job, due, attempts, step, outcome, note, error } = row;
  const { scheduled_for: scheduledFor, reserved_at: reservedAt, started_at: startedAt } = row;
  const counts: Readonly<Record<string, number>> = JSON.parse(row.counts);
  const times = { scheduledFor, reservedAt, startedAt, finishedAt: row.finished_at };
  return { job, due, ...times, attempts, step, outcome, counts, note, error };
}
