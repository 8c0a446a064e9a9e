import type { ExpressionBuilder, Kysely } from "kysely";
import type { ScheduledOutcome } from "../model/run-outcome.ts";
import { FOUND_MISSING, FOUND_NOTHING } from "../model/run-outcome.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { type DueKey, MANUAL } from "./scheduled-runs.ts";

export interface ScheduleMarkTable {
  readonly job: string;
  readonly looked_at: string;
}

/** A run to be reserved; with an outcome where it is only to be told that it was left out. */
export interface Reservation extends DueKey {
  readonly scheduledFor: string; // ISO 8601, UTC
  readonly outcome: Extract<ScheduledOutcome, "skipped" | "overlapped"> | null;
  readonly note: string | null;
}

/** Up to when a job has been looked at; null before the first look. */
export async function findMark(store: Store, job: string): Promise<string | null> {
  const query = (database: Kysely<Tables>) =>
    database.selectFrom("schedule_mark").select("looked_at").where("job", "=", job).executeTakeFirst();
  return (await ask(store, query))?.looked_at ?? null;
}

/** The latest time that the clock showed when any job was looked at; null before the first look. */
export async function latestLook(store: Store): Promise<string | null> {
  const query = (database: Kysely<Tables>) =>
    database.selectFrom("schedule_mark").select("looked_at").orderBy("looked_at", "desc").limit(1).executeTakeFirst();
  return (await ask(store, query))?.looked_at ?? null;
}

/**
 * Reserves what has fallen due in a job between two looks, all of it or nothing; nothing where another process has looked
 * meanwhile. What was reserved before under the same key is left as it is.
 *
 * @param span the look before, null at the first; and this one, which is later
 */
export async function reserveDue(
  store: Store,
  job: string,
  { before, now }: { readonly before: string | null; readonly now: string },
  due: readonly Reservation[],
): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      if (!(await moveMark(transaction, job, before, now))) return;
      for (const reservation of due) await reserve(transaction, reservation, now);
    }),
  );
}

/** Whether the mark was where it was expected to be. A change in any case, so that nobody else writes before the rest. */
async function moveMark(
  transaction: Kysely<Tables>,
  job: string,
  before: string | null,
  now: string,
): Promise<boolean> {
  if (before === null) {
    const insert = transaction.insertInto("schedule_mark").values({ job, looked_at: now });
    const { numInsertedOrUpdatedRows } = await insert
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const update = transaction.updateTable("schedule_mark").set({ looked_at: now }).where("job", "=", job);
  const { numUpdatedRows } = await update.where("looked_at", "=", before).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/**
 * Takes back what a clock that was ahead has brought about, so that it falls due again at its time: every scheduled run
 * after `now` that was left out, failed or not begun, that came before there was anything, or all of it, to work on, and quiet
 * ones in which nothing was found. What else is done stays done.
 *
 * @param quietJobs those of which runs without counts are forgotten
 */
export async function setMarksBack(store: Store, now: string, quietJobs: readonly string[]): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("schedule_mark")
        .set({ looked_at: now })
        .where("looked_at", ">", now)
        .executeTakeFirstOrThrow();
      await transaction
        .deleteFrom("scheduled_run")
        .where("scheduled_for", ">", now)
        .where("due", "not like", `${MANUAL} %`)
        .where((eb) =>
          eb.or([
            wasNotDone(eb),
            hasCounted(eb, FOUND_MISSING),
            eb.and([eb("outcome", "is", null), eb("attempts", "=", 0), eb("step", "=", 0)]),
            eb.and([eb("outcome", "=", "done"), eb("counts", "=", "{}"), eb("job", "in", quietJobs)]),
          ]),
        )
        .execute();
    }),
  );
}

/**
 * Reserves a run because a person asks for it; one that was skipped, failed or found nothing is to be done anew, from its first step.
 *
 * @returns false where it is done, or in hand
 */
export async function reserveAgain(store: Store, reservation: Reservation, now: string): Promise<boolean> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      if (await reserve(transaction, reservation, now)) return true;
      const fresh = { outcome: null, finished_at: null, error: null, note: null, step: 0, attempts: 0, counts: "{}" };
      const { numUpdatedRows } = await transaction
        .updateTable("scheduled_run")
        .set(fresh)
        .where("job", "=", reservation.job)
        .where("due", "=", reservation.due)
        .where(wasNotDone)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    }),
  );
}

type RunExpression = ExpressionBuilder<Tables, "scheduled_run">;

/** Left out, failed, or ended without anything to work on. */
function wasNotDone(eb: RunExpression) {
  return eb.or([eb("outcome", "in", ["skipped", "overlapped", "failed"]), hasCounted(eb, FOUND_NOTHING)]);
}

/** Has ended, having counted something under this name. */
function hasCounted(eb: RunExpression, name: string) {
  return eb.and([eb("outcome", "is not", null), eb("counts", "like", `%"${name}":%`)]);
}

async function reserve(database: Kysely<Tables>, reservation: Reservation, now: string): Promise<boolean> {
  const { job, due, scheduledFor: scheduled_for, outcome, note } = reservation;
  const finished_at = outcome === null ? null : now;
  const times = { scheduled_for, reserved_at: now, started_at: null, finished_at };
  const insert = database
    .insertInto("scheduled_run")
    .values({ job, due, ...times, attempts: 0, step: 0, outcome, counts: "{}", note, error: null });
  const { numInsertedOrUpdatedRows } = await insert
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
