import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type Database from "better-sqlite3";
import { explainOpenError } from "./store-errors.ts";

/** Loaded as the CommonJS that it is: as a module, Node reads its files twice to find their exports. */
const Connection: typeof Database = createRequire(import.meta.url)("better-sqlite3");

/**
 * Looks into a database file without changing it; null where there is no file, or nothing in it yet.
 *
 * Imports neither Kysely nor the rest of the store: `jindu status` must start about as fast as Node itself. Not opened
 * with SQLite's read-only flag: a connection of that kind leaves -wal and -shm files behind. On a full disk, where nobody has
 * it open, it is held alone for that moment, which takes no room for -shm.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export function peek<T>(file: string, work: (database: Database.Database) => T): T | null {
  if (!existsSync(file)) return null;
  try {
    return look(file, "NORMAL", work);
  } catch (error) {
    const explained = explainOpenError(error, file);
    const isDiskFull = explained.code === "STORE_FAILED" && explained.mayPass;
    if (!isDiskFull) throw explained;
  }
  try {
    return look(file, "EXCLUSIVE", work);
  } catch (error) {
    throw explainOpenError(error, file);
  }
}

function look<T>(file: string, locking: "NORMAL" | "EXCLUSIVE", work: (database: Database.Database) => T): T | null {
  const database = new Connection(file, { fileMustExist: true, timeout: 5000 });
  try {
    database.pragma(`locking_mode = ${locking}`);
    database.pragma("query_only = ON");
    return database.transaction(() => (isEmpty(database) ? null : work(database)))();
  } finally {
    database.close();
  }
}

function isEmpty(database: Database.Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master").get() === undefined;
}
