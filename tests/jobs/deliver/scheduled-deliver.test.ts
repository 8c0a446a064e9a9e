import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deliverJob } from "../../../pipeline/jobs/schedule/jobs/deliver.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { recordRestoration } from "../../../pipeline/store/restorations.ts";
import {
  deliveryHome,
  deliveryRoot,
  folderFor,
  JUNE,
  mailSetting,
  mailTo,
  nextVersion,
} from "../../support/delivery-home.ts";
import { startMailServer } from "../../support/mail-server.ts";
import { memoryEffects } from "../../support/scratch-home.ts";
import { shippedHome } from "../../support/shipped-home.ts";

type Options = { readonly port?: number; readonly isStopping?: () => boolean };

/** The steps of the scheduled job in a home, of which the second delivers. */
function stepsOf(home: string, root: string, { port, isStopping = () => false }: Options = {}) {
  const mail = port === undefined ? null : mailSetting(port, { timeoutMs: 3000 });
  const setting = { home, root, limits: DEFAULT_READ_LIMITS, approval: false, shared: join(home, "shared"), mail };
  const context = {
    setting: { ...setting, office: null, backups: join(home, "backups") },
    rules: { inbox: { settleMs: 0, patienceMs: 0 } } as never,
    effects: memoryEffects(),
    ...{ isStopping, period: null, day: "2026-11-23", startedAt: "2026-11-23T08:00:00.000Z" },
  };
  return deliverJob.map((step) => () => step(context));
}

const jobOf = (...setting: Parameters<typeof stepsOf>) => stepsOf(...setting)[1] ?? expect.fail("of one step");

const papersOf = (home: string, name: string) =>
  existsSync(join(home, "shared", name)) ? readdirSync(join(home, "shared", name)).sort() : [];

describe("deliverJob", () => {
  it("names a message that is not read for its name", async () => {
    const home = await shippedHome();
    mkdirSync(join(home, "replies"));
    writeFileSync(Buffer.concat([Buffer.from(join(home, "replies/")), Buffer.of(0xff)]), "x");
    const [read] = stepsOf(home, deliveryRoot([folderFor("X")]));
    expect(await read?.()).toMatchObject({
      ...{ counts: { unusable: 1 }, hasErrors: true },
      note: expect.stringContaining("\ufffd"),
    });
  });

  it("delivers the others where one paper is damaged, names it, and goes on when it is put right", async () => {
    const home = await shippedHome();
    const run = jobOf(home, deliveryRoot([folderFor("X")]));
    appendFileSync(join(home, "editions", JUNE, "v1/briefing.docx"), " ");
    for (let time = 0; time < 2; time += 1) {
      const result = await run();
      expect(result).toMatchObject({ counts: { withheld: 1 }, hasErrors: true });
      expect(result?.note).toContain(JUNE);
    }
    expect(papersOf(home, "X")).toEqual(["2023-12-annual-v1"]);
  });

  it("delivers to a recipient who was added later, once", async () => {
    const home = await deliveryHome(deliveryRoot([folderFor("X")]));
    const run = jobOf(home.home, home.root);
    await run();
    writeFileSync(
      join(home.root, "seeds/recipients.yaml"),
      `recipients:\n  - ${folderFor("X")}\n  - ${folderFor("Y")}\n`,
    );
    expect(await run()).toMatchObject({ counts: { withheld: 1 } }); // the year's, of which this home has no files
    expect([papersOf(home.home, "X"), papersOf(home.home, "Y")]).toEqual([[`${JUNE}-v1`], [`${JUNE}-v1`]]);
  });

  it("mails nothing that may have gone out before a restore, and names for whom", async () => {
    const server = await startMailServer();
    const home = await shippedHome();
    const restoredAt = memoryEffects().now();
    recordRestoration(join(home, "jindu.sqlite"), { restoredAt, backedUpAt: restoredAt });
    const run = jobOf(home, deliveryRoot([mailTo("a@example.cn")]), { port: server.port });
    for (let time = 0; time < 2; time += 1) {
      const result = await run();
      expect(result).toMatchObject({ counts: { undelivered: 2 }, hasErrors: true });
      expect(result?.note).toMatch(new RegExp(`${JUNE} .*a@example\\.cn.*--arrived`));
    }
    expect(server.taken).toEqual([]);
  });

  it("leaves looks into the past to people", async () => {
    const home = await deliveryHome(deliveryRoot([folderFor("X")]));
    const run = jobOf(home.home, home.root);
    await run();
    await nextVersion(home, { "data.csv": "x\r\n" }, "2023-07-12");
    await run();
    expect(papersOf(home.home, "X")).toEqual([`${JUNE}-v1`]);
  });

  it("asks a dead server once, whatever there is to send, and folders get theirs", async () => {
    const server = await startMailServer({ acts: { "*": ["silent-greeting", "silent-greeting"] } });
    const home = await shippedHome();
    const people = ["a@example.cn", "b@example.cn", "c@example.cn"].map((one) => mailTo(one));
    const run = jobOf(home, deliveryRoot([...people, folderFor("X")]), { port: server.port });
    expect(await run()).toMatchObject({ counts: { undelivered: 2 } });
    expect([server.connections.count, papersOf(home, "X")]).toEqual([1, [`${JUNE}-v1`, "2023-12-annual-v1"]]);
  });

  it("stops between recipients where it is asked to, and goes on in the next run", async () => {
    const home = await deliveryHome(deliveryRoot([folderFor("X"), folderFor("Y")]));
    await jobOf(home.home, home.root, { isStopping: () => papersOf(home.home, "X").length > 0 })();
    expect([papersOf(home.home, "X"), papersOf(home.home, "Y")]).toEqual([[`${JUNE}-v1`], []]);
    await jobOf(home.home, home.root)();
    expect(papersOf(home.home, "Y")).toEqual([`${JUNE}-v1`]);
  });
});
