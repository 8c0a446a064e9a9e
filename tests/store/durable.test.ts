import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask, askDurably, type Store } from "../../pipeline/store/database.ts";
import { reserveDeliveries, stepDelivery } from "../../pipeline/store/deliveries.ts";
import { insertMailReport } from "../../pipeline/store/mail-reports.ts";
import { insertReceipt } from "../../pipeline/store/receipts.ts";
import { reserveReminders, stepReminder } from "../../pipeline/store/reminders.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { scratchFile } from "./raw-database.ts";
import { delivery, hash, mailReport, reminder } from "./sample-rows.ts";

const [NORMAL, FULL] = [1, 2];
const NOW = "2023-07-11T01:02:03Z";
const STEP = { state: "handed", at: null, code: null, reply: null } as const;

/** A store that notes how every change of a table was made. */
async function watchedStore(table: string, change: "INSERT" | "UPDATE") {
  const store = await openStore(scratchFile());
  onTestFinished(() => closeStore(store));
  await run(store, "PRAGMA foreign_keys = OFF"); // no edition stands behind the delivery
  await reserveDeliveries(store, [delivery()]);
  await reserveReminders(store, "2023-08-14", [reminder()]);
  const note = "INSERT INTO watched SELECT synchronous FROM pragma_synchronous";
  await run(store, "CREATE TABLE watched (mode INTEGER)");
  await run(store, `CREATE TRIGGER watching AFTER ${change} ON ${table} BEGIN ${note}; END`);
  return { store, modes: () => run(store, "SELECT mode FROM watched") };
}

async function run(store: Store, statement: string): Promise<readonly unknown[]> {
  const { rows } = await ask(store, (database) => sql.raw<object>(statement).execute(database));
  return rows.flatMap((row) => Object.values(row));
}

describe("a change that stands for what has left the program's reach", () => {
  it.each<[string, "INSERT" | "UPDATE", (store: Store) => Promise<unknown>]>([
    ["delivery", "UPDATE", (store) => stepDelivery(store, delivery(), STEP)],
    ["reminder", "UPDATE", (store) => stepReminder(store, reminder(), { state: "sent", code: null, reply: null })],
    ["mail_report", "INSERT", (store) => insertMailReport(store, mailReport(), {})],
    [
      "receipt",
      "INSERT",
      (store) => insertReceipt(store, { sha256: hash("a"), bureau: "finance", stamp: "1", file: "a", receivedAt: NOW }),
    ],
  ])("is on the disk when it returns: %s", async (table, change, work) => {
    const { store, modes } = await watchedStore(table, change);
    await work(store);
    expect(await modes()).toEqual([FULL]);
    expect(await run(store, "PRAGMA synchronous")).toEqual([NORMAL]);
  });

  it("leaves the store as it was where it fails", async () => {
    const { store } = await watchedStore("receipt", "INSERT");
    await expect(askDurably(store, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await run(store, "PRAGMA synchronous")).toEqual([NORMAL]);
  });
});
