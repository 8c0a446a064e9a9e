import { describe, expect, it } from "vitest";
import { makePeriod } from "../../../pipeline/model/period.ts";
import type { JobName } from "../../../pipeline/model/scheduled-job.ts";
import { runScheduled } from "../../support/run-scheduled.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

const run = (job: JobName, year: number, month: number) => {
  return runScheduled(scratchFolder(), job, "2024-03-01T02:00:00.000Z", { period: makePeriod(year, month) });
};

describe("the jobs that publish", () => {
  it.each<[JobName, number]>([
    ["publish-monthly", 11],
    ["publish-quarterly", 12],
    ["publish-annual", 12],
  ])("%s: what was before the first plan is noted, no failure", async (job, month) => {
    expect(await run(job, 2022, month)).toMatchObject({
      outcome: "done",
      counts: {},
      note: expect.stringContaining("2022"),
    });
  });

  it("a year whose plan has not been put in yet is a failure that says where it goes", async () => {
    const { outcome, error } = await run("publish-monthly", 2024, 1);
    expect([outcome, error?.includes("seeds/plans/2024/")]).toEqual(["failed", true]);
  });

  it.each<[JobName, number]>([
    ["publish-quarterly", 5],
    ["publish-annual", 6],
    ["archive", 5],
  ])("%s refuses a month that does not end its period", async (job, month) => {
    await expect(run(job, 2023, month)).rejects.toMatchObject({ code: "USAGE" });
  });
});
