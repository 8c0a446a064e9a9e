import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runScheduled } from "../support/run-scheduled.ts";
import { shippedHome } from "../support/shipped-home.ts";

const TUESDAY = "2023-08-15T01:00:00.000Z"; // July's sheets were due on the 14th, 市统计局's are on the 21st

describe("the job remind", () => {
  it("reminds whoever is late, once a day, however often it is run or resumed", async () => {
    const home = await shippedHome();
    const run = await runScheduled(home, "remind", TUESDAY);
    expect(run.outcome).toBe("done");
    expect(run.note).toContain("市财政局（逾期）");
    expect(run.note).not.toContain("市统计局");
    const note = join(home, "shared/催办/市财政局/2023-08-15/催办.txt");
    const before = readFileSync(note);
    expect(await runScheduled(home, "remind", "2023-08-15T09:00:00.000Z")).toEqual(run);
    expect(readFileSync(note)).toEqual(before);
    expect(readdirSync(join(home, "shared/催办/市财政局"))).toEqual(["2023-08-15"]);
    expect(run.counts).toEqual({ reminded: readdirSync(join(home, "shared/催办")).length });
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

  it("reminds nobody on a day off, also where a missed run is made up for then, and of years without a plan", async () => {
    const home = await shippedHome();
    const saturday = await runScheduled(home, "remind", "2023-08-19T01:00:00.000Z");
    expect(saturday).toMatchObject({ outcome: "done", counts: {}, note: expect.stringContaining("不是工作日") });
    expect(await runScheduled(home, "remind", "2026-08-17T01:00:00.000Z")).toMatchObject({ counts: {}, note: null });
  });
});
