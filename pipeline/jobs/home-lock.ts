import { dirname, join } from "node:path";
import { underLock } from "../store/process-lock.ts";

/** What one process at a time does in a home; papers, reminders and what comes back on both share one. */
export type HomeLock = "jobs" | "deliver" | "archive";

/**
 * Does some work while no other process does any under the same lock of the home.
 *
 * @param database of the home
 * @param busy says to a second process what the first is doing
 * @throws PipelineError STORE_BUSY, without waiting, where another process holds it; STORE_FAILED
 */
export function underHomeLock<T>(database: string, lock: HomeLock, busy: string, work: () => Promise<T>): Promise<T> {
  return underLock(join(dirname(database), `${lock}.lock`), busy, work);
}
