import { dirname, join } from "node:path";
import { underLock } from "../store/process-lock.ts";

/**
 * What one process at a time does in a home; sending papers, reminders and reading what comes back on both share one. Putting
 * papers in their place takes a moment, so it is waited for; the others are not.
 */
export type HomeLock = "jobs" | "deliver" | "archive" | "papers";

const WAIT_MS: Readonly<Record<HomeLock, number>> = { jobs: 0, deliver: 0, archive: 0, papers: 10_000 };

/**
 * Does some work while no other process does any under the same lock of the home.
 *
 * @param database of the home
 * @param busy says to a second process what the first is doing
 * @throws PipelineError STORE_BUSY where another process holds it; STORE_FAILED
 */
export function underHomeLock<T>(database: string, lock: HomeLock, busy: string, work: () => Promise<T>): Promise<T> {
  return underLock(join(dirname(database), `${lock}.lock`), busy, work, WAIT_MS[lock]);
}
