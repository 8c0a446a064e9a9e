import type Database from "better-sqlite3";

/** Who runs jobs, and how far they are. Times are ISO 8601 in UTC. */
export interface ScheduleStatus {
  readonly schedule: Heartbeat | null; // of `jindu schedule`; null where it never ran
  readonly atWork: RunInHand | null; // that was begun and has not ended
  readonly waiting: readonly WaitingRun[]; // that are due and not begun, by the time for which they are scheduled
  readonly lastLook: string | null; // what the clock showed when the schedule was last looked at
  readonly backup: LastBackup | null; // that the schedule made; null where it never did
}

/** When the process that runs jobs was last known to be there. */
export interface Heartbeat {
  readonly startedAt: string;
  readonly beatAt: string; // every minute
  readonly stoppedAt: string | null; // of its own accord
}

export interface RunInHand {
  readonly job: string;
  readonly due: string; // as in the ledger of scheduled runs
  readonly since: string; // not before the process started that runs jobs now
}

/** Waits for its turn, for what another process holds, or for room on the disk. */
export interface WaitingRun {
  readonly job: string;
  readonly due: string;
  readonly scheduledFor: string;
}

export interface LastBackup {
  readonly finishedAt: string;
  readonly outcome: "done" | "done-with-errors"; // with errors: something was missing in the home
  readonly note: string | null; // Chinese: its file, what was missing
}

/** Reads what a database says of its schedule; one that an older program made has none of the tables yet. */
export function readScheduleStatus(database: Database.Database): ScheduleStatus {
  const tables = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'heartbeat'").all();
  if (tables.length === 0) return { schedule: null, atWork: null, waiting: [], lastLook: null, backup: null };
  const schedule = findHeartbeat(database);
  return {
    schedule,
    atWork: findRunInHand(database, schedule?.startedAt ?? ""),
    waiting: listWaitingRuns(database),
    lastLook: findLastLook(database),
    backup: findLastBackup(database),
  };
}

function findHeartbeat(database: Database.Database): Heartbeat | null {
  const query = `SELECT started_at AS startedAt, beat_at AS beatAt, stopped_at AS stoppedAt FROM heartbeat
    WHERE name = 'schedule'`;
  return database.prepare<[], Heartbeat>(query).get() ?? null;
}

function findRunInHand(database: Database.Database, startedAt: string): RunInHand | null {
  const query = `SELECT job, due, max(started_at, ?) AS since FROM scheduled_run
    WHERE outcome IS NULL AND started_at IS NOT NULL ORDER BY scheduled_for LIMIT 1`;
  return database.prepare<[string], RunInHand>(query).get(startedAt) ?? null;
}

function listWaitingRuns(database: Database.Database): readonly WaitingRun[] {
  const query = `SELECT job, due, scheduled_for AS scheduledFor FROM scheduled_run
    WHERE outcome IS NULL AND started_at IS NULL ORDER BY scheduled_for, job, due`;
  return database.prepare<[], WaitingRun>(query).all();
}

function findLastLook(database: Database.Database): string | null {
  const query = "SELECT max(looked_at) AS at FROM schedule_mark";
  return database.prepare<[], { readonly at: string | null }>(query).get()?.at ?? null;
}

function findLastBackup(database: Database.Database): LastBackup | null {
  const query = `SELECT finished_at AS finishedAt, outcome, note FROM scheduled_run
    WHERE job = 'backup' AND outcome IN ('done', 'done-with-errors') ORDER BY finished_at DESC LIMIT 1`;
  return database.prepare<[], LastBackup>(query).get() ?? null;
}
