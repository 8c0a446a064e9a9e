import { compareText } from "../model/text-order.ts";
import { ask, type Store } from "./database.ts";

export type ScheduledOutcome = "done" | "done-with-errors" | "failed" | "skipped" | "overlapped";

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
  const keyOf = ({ scheduledFor, job, due }: ScheduledRun) => `${scheduledFor} ${job} ${due}`;
  return rows.map(toRun).sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** The runs that are reserved and not finished, in the same order. */
export async function listPendingRuns(store: Store): Promise<readonly ScheduledRun[]> {
  return (await listScheduledRuns(store)).filter(({ outcome }) => outcome === null);
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

/** Forgets finished runs of a job before a time in which nothing was found to do. */
export async function forgetQuietRuns(store: Store, job: string, before: string): Promise<void> {
  await ask(store, (database) =>
    database
      .deleteFrom("scheduled_run")
      .where("job", "=", job)
      .where("scheduled_for", "<", before)
      .where("outcome", "in", ["done", "skipped", "overlapped"])
      .where("counts", "=", "{}")
      .execute(),
  );
}

async function update(store: Store, { job, due }: DueKey, columns: Partial<ScheduledRunTable>): Promise<void> {
  await ask(store, (database) =>
    database.updateTable("scheduled_run").set(columns).where("job", "=", job).where("due", "=", due).execute(),
  );
}

function toRun(row: ScheduledRunTable): ScheduledRun {
  const { job, due, attempts, step, outcome, note, error } = row;
  const { scheduled_for: scheduledFor, reserved_at: reservedAt, started_at: startedAt } = row;
  const counts: Readonly<Record<string, number>> = JSON.parse(row.counts);
  const times = { scheduledFor, reservedAt, startedAt, finishedAt: row.finished_at };
  return { job, due, ...times, attempts, step, outcome, counts, note, error };
}
