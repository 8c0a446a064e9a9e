import Database from "better-sqlite3";
import type { Delivery } from "../model/delivery.ts";
import { RESTORED, type Restoration, restoredWords } from "../model/restoration.ts";
import { ask, type Store } from "./database.ts";
import { CREATE_RESTORATION } from "./migrations/2026-11-28-remember-restores.ts";
import { explainOpenError } from "./store-errors.ts";

export interface RestorationTable {
  readonly restored_at: string;
  readonly backed_up_at: string;
}

/**
 * Records in a database that comes out of a backup that it does, all or nothing: of every mail that waits in it to be sent,
 * nobody knows any more whether it was. The database may be an older program's.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export function recordRestoration(file: string, restoration: Restoration): void {
  const waiting: Delivery["state"] = "reserved";
  try {
    const database = new Database(file, { fileMustExist: true, timeout: 5000 });
    const hasTable = (name: string) =>
      database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(name) !== undefined;
    const record = () => {
      database.exec(CREATE_RESTORATION);
      const { restoredAt, backedUpAt } = restoration;
      database.prepare("INSERT OR REPLACE INTO restoration VALUES (?, ?)").run(restoredAt, backedUpAt);
      if (!hasTable("delivery")) return;
      const unknown = "UPDATE delivery SET state = 'handed', code = ?, reply = ? WHERE state = ? AND channel = 'mail'";
      database.prepare(unknown).run(RESTORED, restoredWords(restoration), waiting);
    };
    try {
      database.transaction(record).immediate();
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainOpenError(error, file);
  }
}

/** When the home was last made out of a backup; null where it never was. */
export async function findRestoration(store: Store): Promise<Restoration | null> {
  const row = await ask(store, (database) =>
    database.selectFrom("restoration").selectAll().orderBy("restored_at", "desc").executeTakeFirst(),
  );
  return row === undefined ? null : { restoredAt: row.restored_at, backedUpAt: row.backed_up_at };
}
