import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { remind } from "../../../pipeline/jobs/deliver/remind.ts";
import { ingestFiles } from "../../../pipeline/jobs/ingest.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { runScheduled } from "../../support/run-scheduled.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { shippedHome } from "../../support/shipped-home.ts";

const TUESDAY = "2023-08-15T01:00:00.000Z"; // July's sheets were due on the 14th, 市统计局's are on the 21st
const FRIDAY = "2023-07-14T01:00:00.000Z"; // June's sheets are due

describe("the job remind", () => {
  it("reminds whoever is late, once a day, however often it is run or resumed", async () => {
    const home = await shippedHome();
    const run = await runScheduled(home, "remind", TUESDAY);
    expect(run.outcome).toBe("done");
    expect(run.note).toContain("市财政局（逾期）");
    expect(run.note).not.toContain("市统计局");
    const note = join(home, "shared/催办/市财政局/2023-08-15/催办.txt");
    const before = readFileSync(note);
    const reminded = readdirSync(join(home, "shared/催办")).length;
    const again = await runScheduled(home, "remind", "2023-08-15T09:00:00.000Z");
    expect(again).toEqual({ outcome: "done", counts: {}, note: `今天已催过 ${reminded} 处，不再催`, error: null });
    expect(readFileSync(note)).toEqual(before);
    expect(readdirSync(join(home, "shared/催办/市财政局"))).toEqual(["2023-08-15"]);
    expect(run.counts).toEqual({ reminded });
  });

  it("counts and names those who have not got theirs", async () => {
    const home = await shippedHome();
    const inTheWay = join(home, "shared/催办/市财政局");
    mkdirSync(dirname(inTheWay), { recursive: true });
    writeFileSync(inTheWay, "");
    const run = await runScheduled(home, "remind", TUESDAY);
    expect([run.outcome, run.counts.unreminded]).toEqual(["done-with-errors", 1]);
    expect(run.note).toMatch(/没有催到：市财政局/);
  });

  it("reads the inbox first, and leaves out a bureau in whose folder something lies all the same", async () => {
    const [home, sheets] = [scratchFolder(), join(ROOT, "seeds/sheets/demo/财政局")];
    const [june = "", ...earlier] = readdirSync(sheets).sort().reverse();
    const setting = { root: ROOT, home, limits: DEFAULT_READ_LIMITS };
    const paths = earlier.map((name) => join(sheets, name));
    await ingestFiles(paths, { ...setting, hints: {}, isDryRun: false }, memoryEffects(FRIDAY));
    const dryRun = async () => {
      const rules = { shared: join(home, "shared"), mail: null, isDryRun: true };
      const { unread, reminders } = await withHome(setting, (open) => remind(open, rules, memoryEffects(FRIDAY)));
      return { unread, told: reminders.map(({ name }) => name), text: reminders.map(({ body }) => body).join("") };
    };
    const owed = /2023年6月《通辽市财政局/;
    expect(await dryRun()).toMatchObject({ unread: [], text: expect.stringMatching(owed) });
    const folder = join(home, "inbox/市财政局");
    mkdirSync(folder, { recursive: true });
    cpSync(join(sheets, june), join(folder, june));
    expect(await dryRun()).toMatchObject({ unread: ["市财政局"], told: expect.not.arrayContaining(["市财政局"]) });
    expect(readdirSync(folder)).toEqual([june]);
    const unsettled = await runScheduled(home, "remind", FRIDAY);
    expect(unsettled.note).toMatch(/没有催：市财政局$/);
    expect(unsettled.counts.reminded).toBeGreaterThan(2);
    const settled = await runScheduled(home, "remind", "2023-07-14T02:00:00.000Z");
    expect(settled).toMatchObject({
      counts: { files: 1, failed: 0 },
      note: expect.stringContaining("市财政局（逾期）"),
    });
    const note = readFileSync(join(home, "shared/催办/市财政局/2023-07-14/催办.txt"), "utf8");
    expect(note).not.toMatch(owed); // but of what else is late
  });

  it("reminds nobody on a day off, also where a missed run is made up for then, and of years without a plan", async () => {
    const home = await shippedHome();
    const saturday = await runScheduled(home, "remind", "2023-08-19T01:00:00.000Z");
    expect(saturday).toMatchObject({ outcome: "done", counts: {}, note: expect.stringContaining("不是工作日") });
    expect(await runScheduled(home, "remind", "2026-08-17T01:00:00.000Z")).toMatchObject({ counts: {}, note: null });
  });
});
