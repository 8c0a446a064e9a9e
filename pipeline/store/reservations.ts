import type { Kysely } from "kysely";
import { ask, type Store, type Tables } from "./database.ts";
import type { DueKey, ScheduledOutcome } from "./scheduled-runs.ts";

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

/** What a look at the schedule found. */
export interface Look {
  readonly reserved: number;
  readonly isSetBack: boolean; // the clock shows less than when it was last looked at
}

/**
 * Reserves what has fallen due since the last look at a job, all of it or nothing, however many processes look at once.
 *
 * The first look at a job reserves nothing. After the clock was set back, times that were reserved before are found
 * again and left as they are.
 *
 * @param dueSince what has fallen due after an instant
 */
export async function reserveDue(
  store: Store,
  job: string,
  now: string,
  dueSince: (after: string) => readonly Reservation[],
): Promise<Look> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const mark = transaction.insertInto("schedule_mark").values({ job, looked_at: now });
      const { numInsertedOrUpdatedRows } = await mark
        .onConflict((conflict) => conflict.doNothing()) // takes the write lock in any case
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return { reserved: 0, isSetBack: false };
      const query = transaction.selectFrom("schedule_mark").select("looked_at").where("job", "=", job);
      const { looked_at: after } = await query.executeTakeFirstOrThrow();
      if (after !== now)
        await transaction.updateTable("schedule_mark").set({ looked_at: now }).where("job", "=", job).execute();
      if (after >= now) return { reserved: 0, isSetBack: after > now };
      let reserved = 0;
      for (const reservation of dueSince(after)) reserved += Number(await reserve(transaction, reservation, now));
      return { reserved, isSetBack: false };
    }),
  );
}

/**
 * Reserves a run because a person asks for it; one that was skipped or failed is to be done anew, from its first step.
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
        .where("outcome", "in", ["skipped", "overlapped", "failed"])
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    }),
  );
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
