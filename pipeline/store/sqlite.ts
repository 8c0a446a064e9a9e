import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { PipelineError } from "../errors.ts";
import { ask, makeStore, type Store, type Tables } from "./database.ts";
import { MIGRATIONS, migrate } from "./migrate.ts";
import { explainOpenError } from "./store-errors.ts";

interface OpenOptions {
  readonly busyTimeoutMs?: number; // how long to wait for another process
}

/**
 * Opens the database of a home, makes it where missing and brings its schema up to date.
 *
 * One that is up to date is not written to. Killed at any point, the next start finds the old schema or the new one.
 *
 * @param file its folder must exist; ":memory:" keeps everything in memory
 * @throws PipelineError STORE_BUSY; STORE_FAILED if it is no database, not ours, made by a newer program, or cannot
 * be written
 */
export async function openStore(file: string, { busyTimeoutMs = 5000 }: OpenOptions = {}): Promise<Store> {
  try {
    const connection = new Database(file, { timeout: busyTimeoutMs });
    try {
      return await prepare(connection, file);
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw explainOpenError(error, file);
  }
}

/** Closes the database; the store is of no use afterwards. */
export async function closeStore(store: Store): Promise<void> {
  await ask(store, (database) => database.destroy());
}

async function prepare(connection: Database.Database, file: string): Promise<Store> {
  const done = executedMigrations(connection, file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = NORMAL");
  connection.pragma("wal_autocheckpoint = 4000"); // pages, 16 MB: a folder of files touches the same ones again and again
  connection.pragma("foreign_keys = ON");
  const database = new Kysely<Tables>({ dialect: dialectOf(connection) });
  if (Object.keys(MIGRATIONS).some((name) => !done.has(name))) await migrate(database);
  return makeStore(file, database);
}

/** SQLite itself takes a transaction back where the disk is full: to do so once more would hide why. */
function dialectOf(connection: Database.Database): SqliteDialect {
  const dialect = new SqliteDialect({ database: connection });
  const driver = dialect.createDriver();
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.rollbackTransaction = async (own) => {
    if (connection.inTransaction) await rollback(own);
  };
  dialect.createDriver = () => driver;
  return dialect;
}

/** Names of the migrations that the file has seen; refuses, before anything is written, a file that is not ours. */
function executedMigrations(connection: Database.Database, file: string): ReadonlySet<string> {
  const tables = namesIn(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
  if (tables.length === 0) return new Set();
  if (!tables.includes("kysely_migration")) throw notOurs(file, "这个数据库不是本程序建立的");
  const names = namesIn(connection, "SELECT name FROM kysely_migration");
  const unknown = names.filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length > 0) throw notOurs(file, `数据库的版本比本程序新（${unknown.join("、")}）`);
  return new Set(names);
}

function namesIn(connection: Database.Database, query: string): readonly string[] {
  return connection
    .prepare<[], { readonly name: string }>(query)
    .all()
    .map(({ name }) => name);
}

function notOurs(file: string, message: string): PipelineError {
  return new PipelineError("STORE_FAILED", message, {
    location: { file },
    hint: "请换用新版本的程序，或用 JINDU_HOME 指定另一个文件夹",
  });
}
