import { randomUUID } from "node:crypto";
import { closeStore, openStore } from "../../store/sqlite.ts";
import type { TimedEffects } from "../effects.ts";
import { explainHomeError, makeHome } from "../home.ts";
import { underHomeLock } from "../home-lock.ts";
import type { JobSetting } from "./jobs/job.ts";
import { SCHEDULED } from "./jobs/registry.ts";
import { loadSchedule } from "./rules.ts";
import type { JobRoom } from "./run-due.ts";

/**
 * Opens what running jobs takes, does the work, and closes it again.
 *
 * @throws PipelineError CONFIG_INVALID, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function withJobRoom<T>(
  setting: JobSetting,
  effects: TimedEffects,
  work: (room: JobRoom) => Promise<T>,
  isStopping: () => boolean = () => false,
): Promise<T> {
  const rules = loadSchedule(setting.root);
  const { database } = makeHome(setting.home);
  const store = await openStore(database);
  const alone = <R>(jobs: () => Promise<R>) => underJobsLock(database, jobs);
  const room = { store, setting, rules, registry: SCHEDULED, effects, owner: randomUUID(), alone, isStopping };
  try {
    return await work(room);
  } catch (error) {
    throw explainHomeError(error, setting.home);
  } finally {
    await closeStore(store);
  }
}

/**
 * Runs jobs while no other process does, on this store. The lock is the operating system's: it goes with its process,
 * whatever the clock says, and is never taken from one that is at work still.
 *
 * @throws PipelineError STORE_BUSY, without waiting, where another process is at it
 */
export function underJobsLock<T>(database: string, work: () => Promise<T>): Promise<T> {
  return underHomeLock(database, "jobs", "另一个程序正在做定时工作", work);
}
