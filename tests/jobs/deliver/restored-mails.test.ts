import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "../../../pipeline/jobs/backup/backup.ts";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { type DeliverRequest, deliver, NOTHING_SAID } from "../../../pipeline/jobs/deliver/deliver.ts";
import { remind } from "../../../pipeline/jobs/deliver/remind.ts";
import { homePaths } from "../../../pipeline/jobs/home.ts";
import type { OpenHome } from "../../../pipeline/jobs/open-home.ts";
import { readHomeStatus } from "../../../pipeline/jobs/status.ts";
import { listReminders } from "../../../pipeline/store/reminders.ts";
import { findRestoration, recordRestoration } from "../../../pipeline/store/restorations.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { withRaw } from "../../store/raw-database.ts";
import { withContacts } from "../../support/contacts-root.ts";
import {
  deliveryHome,
  deliveryRoot,
  folderFor,
  JUNE,
  mailSetting,
  mailTo,
  nextVersion,
  told,
} from "../../support/delivery-home.ts";
import { startMailServer } from "../../support/mail-server.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";

const RESTORED_AT = "2033-08-15T01:00:00.000Z";
const LATER = "2033-08-15T02:00:00.000Z";

type Home = Pick<Awaited<ReturnType<typeof deliveryHome>>, "home" | "open">;

function backedUp({ home }: Pick<Home, "home">): string {
  const file = join(scratchFolder(), "b.tar");
  backUp(home, file);
  return file;
}

/** The home that a backup gives, opened. */
async function restored(backup: string, { open }: Home): Promise<Home> {
  const home = join(scratchFolder(), "home");
  restoreBackup(backup, home, RESTORED_AT);
  const paths = homePaths(home);
  const store = await openStore(paths.database);
  onTestFinished(() => closeStore(store));
  return { home, open: { ...open, home: paths, store } };
}

function deliverThere(open: OpenHome, home: string, port: number, request: Partial<DeliverRequest> = {}) {
  const whole = { edition: JUNE, to: null, isDryRun: false, ...NOTHING_SAID, ...request };
  const setting = { approval: false, shared: join(home, "shared"), mail: mailSetting(port) };
  return deliver(open, whole, setting, { ...memoryEffects(LATER), wait: async () => {} });
}

describe("deliver(open, request, setting, effects) after a restore", () => {
  it("sends nobody a mail that may have gone out since the backup, until a person says", async () => {
    const server = await startMailServer();
    const root = deliveryRoot([mailTo("a@example.cn", "data"), mailTo("b@example.cn", "data"), folderFor("办公室")]);
    const before = await deliveryHome(root, { mail: mailSetting(server.port) });
    const backup = backedUp(before);
    await before.deliver();
    expect(server.taken).toHaveLength(2);
    const { home, open } = await restored(backup, before);
    const first = await deliverThere(open, home, server.port);
    expect([first.ok, first.state]).toEqual([false, "draft"]);
    expect(told(first)).toEqual([
      "a@example.cn handed 0 restored",
      "b@example.cn handed 0 restored",
      "办公室 sent 1 placed",
    ]);
    expect(readHomeStatus({ home, root }, LATER).store?.restoration).toMatchObject({
      restoredAt: RESTORED_AT,
      unknown: 2,
    });
    await deliverThere(open, home, server.port, { arrived: "a@example.cn" });
    expect(server.taken).toHaveLength(2);
    const second = await deliverThere(open, home, server.port, { again: "b@example.cn" });
    expect([second.ok, second.state, server.taken.length]).toEqual([true, "delivered", 3]);
    expect(readHomeStatus({ home, root }, LATER).store?.restoration?.unknown).toBe(0);
    await nextVersion({ home, open }, { "data.csv": "x\r\n" });
    expect((await deliverThere(open, home, server.port)).ok).toBe(true);
    expect(server.taken).toHaveLength(5);
  });

  it("holds a mail too that waited to be sent, whatever came of it since", async () => {
    const server = await startMailServer({
      acts: { "a@example.cn": ["busy-recipient", "busy-recipient", "busy-recipient", "busy-recipient"] },
    });
    const before = await deliveryHome(deliveryRoot([mailTo("a@example.cn")]), { mail: mailSetting(server.port) });
    expect((await before.deliver()).deliveries[0]?.state).toBe("reserved");
    const backup = backedUp(before);
    await before.deliver();
    expect(server.taken).toHaveLength(1);
    const { home, open } = await restored(backup, before);
    expect((await deliverThere(open, home, server.port)).deliveries[0]).toMatchObject({
      state: "handed",
      code: "restored",
    });
    expect(server.taken).toHaveLength(1);
  });

  it("does not send again what was sent before the backup, nor asks of it", async () => {
    const server = await startMailServer();
    const before = await deliveryHome(deliveryRoot([mailTo("a@example.cn")]), { mail: mailSetting(server.port) });
    await before.deliver();
    const { home, open } = await restored(backedUp(before), before);
    expect((await deliverThere(open, home, server.port)).ok).toBe(true);
    expect(server.taken).toHaveLength(1);
  });
});

describe("remind(open, setting, effects) after a restore", () => {
  it("reminds nobody by mail on the day of the restore, and again from the next on", async () => {
    const server = await startMailServer();
    const before = await deliveryHome(withContacts(["{ bureau: finance, name: 张三, address: finance@example.cn }"]));
    recordRestoration(before.open.home.database, {
      restoredAt: "2023-08-14T00:30:00.000Z",
      backedUpAt: "2023-08-13T00:00:00.000Z",
    });
    const on = async (day: string) => {
      const setting = { shared: before.shared, mail: mailSetting(server.port), isDryRun: false };
      const { reminders } = await remind(before.open, setting, memoryEffects(`${day}T02:00:00.000Z`));
      return reminders.find(({ recipient }) => recipient === "finance");
    };
    expect(await on("2023-08-14")).toMatchObject({ state: "handed", code: "restored" });
    expect(server.taken).toHaveLength(0);
    const folders = (await listReminders(before.open.store)).filter(({ channel }) => channel === "shared-folder");
    expect(folders.length).toBeGreaterThan(2);
    expect(folders.filter(({ state }) => state !== "sent")).toEqual([]);
    expect(await on("2023-08-15")).toMatchObject({ state: "sent" });
    expect(server.taken).toHaveLength(1);
  });
});

describe("recordRestoration(file, restoration)", () => {
  it("can be told to the database of an older program, which is then brought up to date", async () => {
    const file = join(scratchFolder(), "jindu.sqlite");
    await closeStore(await openStore(file));
    withRaw(file, (database) => {
      database.exec("DROP TABLE restoration; DROP TABLE delivery");
      database.exec("DELETE FROM kysely_migration WHERE name = '2026-11-28-remember-restores'");
    });
    const restoration = { restoredAt: RESTORED_AT, backedUpAt: "2033-08-14T01:00:00.000Z" };
    recordRestoration(file, restoration);
    const store = await openStore(file);
    expect(await findRestoration(store)).toEqual(restoration);
    await closeStore(store);
  });

  it("is refused by what is no database", () => {
    const file = join(scratchFolder(), "jindu.sqlite");
    writeFileSync(file, "no database");
    const restoration = { restoredAt: RESTORED_AT, backedUpAt: RESTORED_AT };
    expect(() => recordRestoration(file, restoration)).toThrow(expect.objectContaining({ code: "STORE_FAILED" }));
  });
});
