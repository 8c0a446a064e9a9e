import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadMessageKey } from "../../../pipeline/jobs/deliver/message-ids.ts";
import { remind } from "../../../pipeline/jobs/deliver/remind.ts";
import { readReply } from "../../../pipeline/jobs/deliver/replies.ts";
import { findMessageKey } from "../../../pipeline/store/message-key.ts";
import { listReminders } from "../../../pipeline/store/reminders.ts";
import { archivedHome, archiveJune, inHome, PACKAGE } from "../../support/archived-home.ts";
import { withContacts } from "../../support/contacts-root.ts";
import { deliveryHome, deliveryRoot, mailSetting, mailTo } from "../../support/delivery-home.ts";
import { statusReport } from "../../support/mail-reports.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";

const NOW = "2023-08-14T02:00:00.000Z";
const NOBODY = 9; // a port at which no server answers

const homeOfOne = () => deliveryHome(withContacts(["{ bureau: finance, name: 张三, address: finance@example.cn }"]));

/** Reserves the day's reminders; the one by mail is not taken by anybody. */
const remindInVain = ({ open, shared }: Awaited<ReturnType<typeof homeOfOne>>, isDryRun = false) =>
  remind(open, { shared, mail: mailSetting(NOBODY), isDryRun }, memoryEffects(NOW));

async function idOfReminder({ open }: Awaited<ReturnType<typeof homeOfOne>>): Promise<string> {
  const [mailed] = (await listReminders(open.store)).filter(({ channel }) => channel === "mail");
  return mailed?.messageId ?? "";
}

describe("a Message-ID", () => {
  it("of a reminder is other than what its day and its bureau come to, and other in every home", async () => {
    const ids: string[] = [];
    for (const _ of [1, 2]) {
      const home = await homeOfOne();
      await remindInVain(home);
      ids.push(await idOfReminder(home));
      await remindInVain(home);
      expect(await idOfReminder(home)).toBe(ids.at(-1)); // in every attempt the same
    }
    const guess = createHash("sha256").update(["reminder", "2023-08-14", "finance"].join("\0")).digest("hex");
    expect(new Set([...ids, `<${guess.slice(0, 32)}@example.cn>`]).size).toBe(3);
  });

  it("of a paper is other in every home", async () => {
    const ids: unknown[] = [];
    for (const _ of [1, 2]) {
      const home = await deliveryHome(deliveryRoot([mailTo("a@example.cn")]), { mail: mailSetting(NOBODY) });
      const { deliveries } = await home.deliver();
      ids.push(deliveries[0]?.messageId);
    }
    expect(ids).toEqual([expect.stringMatching(/^<[0-9a-f]{32}@/), expect.stringMatching(/^<[0-9a-f]{32}@/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each(["delivered", "failed"])(
    "of a reminder that has not gone out is none that could be reported %s",
    async (action) => {
      const home = await homeOfOne();
      await remindInVain(home);
      const about = await idOfReminder(home); // as though somebody had guessed it
      const file = join(scratchFolder(), "forged.eml");
      writeFileSync(file, statusReport({ about, recipient: "finance@example.cn", action, envelope: about }));
      const reply = await readReply(home.open, file, memoryEffects(NOW));
      expect(reply).toMatchObject({ outcome: "unmatched", action: null });
      const [mailed] = (await listReminders(home.open.store)).filter(({ channel }) => channel === "mail");
      expect(mailed?.state).toBe("reserved");
    },
  );
});

describe("loadMessageKey(store, isDryRun, effects)", () => {
  it("makes it once, and in a dry run keeps nothing", async () => {
    const home = await homeOfOne();
    await remindInVain(home, true);
    expect(await findMessageKey(home.open.store)).toBeUndefined();
    const first = await loadMessageKey(home.open.store, false, memoryEffects());
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    for (const isDryRun of [true, false]) {
      expect(await loadMessageKey(home.open.store, isDryRun, memoryEffects())).toBe(first);
    }
  });

  it("is in no package, paper or log", async () => {
    const home = await archivedHome();
    const effects = memoryEffects("2023-07-25T00:00:00.000Z");
    const key = await inHome(home, async (open) => {
      const made = await loadMessageKey(open.store, false, effects);
      await remind(open, { shared: join(home, "shared"), mail: null, isDryRun: false }, effects);
      return made;
    });
    await archiveJune(home, "2023-07-26T00:00:00.000Z", { isRenewal: true });
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const holding = files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(key));
    expect(holding.map(({ name }) => name.replace(/-wal$/, ""))).toEqual(["jindu.sqlite"]);
    expect(files.some(({ parentPath }) => parentPath.includes(PACKAGE))).toBe(true);
    expect(effects.lines.join("\n")).not.toContain(key);
  });
});
