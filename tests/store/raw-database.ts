import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";

const TIMES = new Set(["received_at", "started_at", "finished_at", "created_at"]);

/** A path for a database in a new folder of its own, which goes when the test is over. */
export function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "jindu-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "jindu.sqlite");
}

/** Opens a database behind the store's back, as any tool might. */
export function withRaw<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** The same for as long as `work` takes. */
export async function whileRaw(file: string, work: (database: Database.Database) => Promise<void>): Promise<void> {
  const database = new Database(file);
  try {
    await work(database);
  } finally {
    database.close();
  }
}

/** Every row of every table but Kysely's own, in key order, without times. */
export function dump(file: string): Readonly<Record<string, readonly unknown[]>> {
  return withRaw(file, (database) => {
    const query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'kysely_*' ORDER BY name";
    const tables = database.prepare<[], { readonly name: string }>(query).all();
    return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(database, name)]));
  });
}

/** A fingerprint of the database's files: main, write-ahead log. */
export function fingerprint(file: string): readonly string[] {
  return [file, `${file}-wal`].map((path) =>
    existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "absent",
  );
}

function rowsOf(database: Database.Database, table: string): readonly unknown[] {
  const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
  return rows
    .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !TIMES.has(column)))))
    .sort();
}
