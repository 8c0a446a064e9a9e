import type Database from "better-sqlite3";
import { RESTORED, type Restoration } from "../model/restoration.ts";

/** When a home was last made out of a backup, and how many mails nobody knows of since. */
export interface RestorationStatus extends Restoration {
  readonly unknown: number;
}

/** Reads that; null where the home is none that was restored, or the database an older program's. */
export function readRestorationStatus(database: Database.Database): RestorationStatus | null {
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'restoration'").get() === undefined) return null;
  const query = `SELECT restored_at AS restoredAt, backed_up_at AS backedUpAt FROM restoration
    ORDER BY restored_at DESC LIMIT 1`;
  const last = database.prepare<[], Restoration>(query).get();
  if (last === undefined) return null;
  const counted = database
    .prepare<[string], { readonly unknown: number }>(
      "SELECT count(*) AS unknown FROM delivery WHERE state = 'handed' AND code = ?",
    )
    .get(RESTORED);
  return { ...last, unknown: counted?.unknown ?? 0 };
}
