import Database from "better-sqlite3";
import { PipelineError } from "../errors.ts";
import { explainOpenError } from "./store-errors.ts";

/**
 * Does some work while no other process does any under the same lock.
 *
 * The lock is one of the operating system's, on a file of its own, so it goes with the process that holds it, however that
 * ends; nothing has to be cleared away and no clock is asked.
 *
 * @param file made where missing; its folder must exist
 * @param busy says to a second process what the first is doing
 * @param waitMs how long to wait for another process; everything else in this one stands still meanwhile
 * @throws PipelineError STORE_BUSY where another process holds it for longer; STORE_FAILED
 */
export async function underLock<T>(file: string, busy: string, work: () => Promise<T>, waitMs = 0): Promise<T> {
  const lock = takeLock(file, busy, waitMs);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function takeLock(file: string, busy: string, timeout: number): Database.Database {
  try {
    const lock = new Database(file, { timeout });
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return lock;
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    const explained = explainOpenError(error, file);
    if (explained.code !== "STORE_BUSY") throw explained;
    throw new PipelineError("STORE_BUSY", busy, { hint: "请等它结束后再运行", cause: error, mayPass: true });
  }
}
