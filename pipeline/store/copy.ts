import Database from "better-sqlite3";
import { explainOpenError, explainStoreError } from "./store-errors.ts";

/** What a copy of a database says must stand beside it. */
export interface CopiedDatabase {
  readonly isWhole: boolean; // SQLite finds nothing wrong with it
  readonly vault: readonly string[]; // SHA-256 of all that it refers to there
  readonly editions: readonly string[]; // their folders, from the home
  readonly packages: readonly string[]; // names of those that are to stand there and that none has superseded: they can be made again
}

/**
 * Copies a database as it stands at one moment, while others go on reading and writing it.
 *
 * @param to where nothing is yet
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export function copyDatabase(file: string, to: string): void {
  withDatabase(file, (database) => {
    try {
      database.prepare("VACUUM INTO ?").run(to);
    } catch (error) {
      throw isOfWriting(error) ? explainStoreError(error, to) : error; // it is the copy that is written
    }
  });
}

function isOfWriting(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR_(WRITE|FSYNC|TRUNCATE))/.test(error.code);
}

/** Looks through a copy. @throws PipelineError STORE_FAILED where it is no database */
export function describeCopy(file: string): CopiedDatabase {
  return withDatabase(file, (database) => {
    const list = (query: string) => database.prepare<[], string>(query).pluck().all();
    return {
      isWhole: list("PRAGMA integrity_check").join() === "ok" && list("PRAGMA foreign_key_check").length === 0,
      vault: list(`SELECT sha256 FROM submission UNION SELECT each.value FROM edition_basis, json_each(files) AS each`),
      editions: list("SELECT path FROM edition ORDER BY path"),
      packages: list(`SELECT name FROM package
        WHERE placed = 1 AND name NOT IN (SELECT supersedes FROM package WHERE supersedes IS NOT NULL) ORDER BY name`),
    };
  });
}

function withDatabase<T>(file: string, work: (database: Database.Database) => T): T {
  try {
    const database = new Database(file, { fileMustExist: true, timeout: 5000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainOpenError(error, file);
  }
}
