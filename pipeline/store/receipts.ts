import { type Kysely, sql } from "kysely";
import { ask, askDurably, type Store, type Tables } from "./database.ts";

export interface ReceiptTable {
  readonly sha256: string;
  readonly bureau: string;
  readonly stamp: string;
  readonly file: string;
  readonly received_at: string;
  readonly is_settled: number; // 0 or 1
}

/** The bureau in whose folder a submission `s` first lay; null where it did not come through the inbox. */
export const firstSender = sql<string | null>`(SELECT r.bureau FROM receipt AS r WHERE r.sha256 = s.sha256
  ORDER BY r.received_at, r.bureau LIMIT 1)`;

/** One arrival of a file from a bureau; the same bytes may arrive more than once and stay one submission. */
export interface Receipt {
  readonly sha256: string; // hex, of its bytes
  readonly bureau: string; // code of the bureau in whose folder it lay
  readonly stamp: string; // tells arrivals of the same bytes apart
  readonly file: string; // base name
  readonly receivedAt: string; // ISO 8601, UTC
}

/**
 * Notes an arrival, once; a power cut takes neither it back nor what was read from the file before, so that the file may be
 * moved away. Papers that rest on it are still to be looked at.
 *
 * @returns the first arrival of the same bytes, where that was another one
 */
export async function insertReceipt(store: Store, receipt: Receipt): Promise<Receipt | undefined> {
  const { sha256, bureau, stamp, file, receivedAt: received_at } = receipt;
  return askDurably(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const row = { sha256, bureau, stamp, file, received_at, is_settled: 0 };
      const insert = transaction.insertInto("receipt").values(row);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
      const query = transaction.selectFrom("receipt").selectAll().where("sha256", "=", sha256);
      const first = await query.orderBy("received_at").orderBy("bureau").orderBy("stamp").executeTakeFirstOrThrow();
      return first.bureau === bureau && first.stamp === stamp ? undefined : toReceipt(first);
    }),
  );
}

/** The arrivals after which nobody has looked yet whether papers have become complete; by hash, bureau, stamp. */
export async function listUnsettledReceipts(store: Store): Promise<readonly Receipt[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("receipt")
      .selectAll()
      .where("is_settled", "=", 0)
      .orderBy("sha256")
      .orderBy("bureau")
      .orderBy("stamp")
      .execute(),
  );
  return rows.map(toReceipt);
}

/** Every arrival, by hash, bureau, stamp. */
export async function listReceipts(store: Store): Promise<readonly Receipt[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("receipt").selectAll().orderBy("sha256").orderBy("bureau").orderBy("stamp").execute(),
  );
  return rows.map(toReceipt);
}

/** Says of arrivals that the papers have been looked at since; within a transaction. */
export async function settleReceipts(transaction: Kysely<Tables>, receipts: readonly Receipt[]): Promise<void> {
  for (const { sha256, bureau, stamp } of receipts) {
    const update = transaction.updateTable("receipt").set({ is_settled: 1 });
    await update.where("sha256", "=", sha256).where("bureau", "=", bureau).where("stamp", "=", stamp).execute();
  }
}

/** Has the papers looked at once more after a file's arrivals: it reads otherwise now; within a transaction. */
export async function unsettleReceipts(transaction: Kysely<Tables>, sha256: string): Promise<void> {
  await transaction.updateTable("receipt").set({ is_settled: 0 }).where("sha256", "=", sha256).execute();
}

function toReceipt({ sha256, bureau, stamp, file, received_at: receivedAt }: ReceiptTable): Receipt {
  return { sha256, bureau, stamp, file, receivedAt };
}
