import { describe, expect, it } from "vitest";
import { jobLines, nextRunLines } from "../../pipeline/commands/jobs-words.ts";
import { listJobs } from "../../pipeline/jobs/schedule/jobs-list.ts";
import { fakeSchedule, timing } from "../jobs/schedule/fake-schedule.ts";

describe("a job that never falls due: on Sundays, of working days only", () => {
  it("is said to be so, and where to change it", async () => {
    const now = "2026-11-28T00:00:00.000Z";
    const { room } = await fakeSchedule(
      [timing("check", "30 8 * * 7", { days: "working" }), timing("backup", "30 22 * * *")],
      now,
    );
    const [never, nightly] = await listJobs(room.store, room.rules, now, 3);
    if (never === undefined || nightly === undefined) throw new Error("not listed");
    for (const lines of [jobLines(never), nextRunLines([never])])
      expect(lines.join("\n")).toMatch(/不会再到期.*seeds\/schedule\.yaml/);
    expect([...jobLines(nightly), ...nextRunLines([nightly])].join("\n")).not.toContain("不会再到期");
  });
});
