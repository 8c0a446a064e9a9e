import { describe, expect, it } from "vitest";
import { attend } from "../../../pipeline/jobs/schedule/attend.ts";
import { confirmClock } from "../../../pipeline/jobs/schedule/confirm-clock.ts";
import type { StepResult } from "../../../pipeline/jobs/schedule/jobs/job.ts";
import { backfillJob, runJobNow } from "../../../pipeline/jobs/schedule/run-job.ts";
import { FOUND_MISSING, FOUND_NOTHING } from "../../../pipeline/model/run-outcome.ts";
import { fakeSchedule, timing } from "./fake-schedule.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MONTHLY = timing("publish-monthly", "0 10 20 * *");
const DAILY = timing("check", "30 8 * * *");
const WATCH = timing("inbox", "0 */2 * * *", { catchUp: 1 });

type Schedule = Awaited<ReturnType<typeof fakeSchedule>>;

/** Looks every so many hours, for some hours, from a moment on. */
async function liveFrom(schedule: Schedule, moment: string, hours: number, every = 1): Promise<void> {
  schedule.at(moment);
  for (let hour = 0; hour <= hours; hour += every) {
    await schedule.attend();
    schedule.pass(every * HOUR);
  }
}

describe("a clock of 1970 or 2000, its battery empty", () => {
  it.each(["1970-01-01T00:00:00.000Z", "2000-01-01T00:00:00.000Z"])(
    "that begins in %s is not believed",
    async (wrong) => {
      const schedule = await fakeSchedule([MONTHLY, DAILY, WATCH], wrong);
      await liveFrom(schedule, wrong, 24 * 40, 24);
      expect([schedule.done, await schedule.ledger()]).toEqual([[], []]);
      await liveFrom(schedule, "2023-07-20T00:00:00.000Z", 3);
      expect(schedule.done.filter((line) => !line.startsWith("inbox"))).toEqual([
        "check 2023-07-20",
        "publish-monthly 2023-06",
      ]);
      expect((await schedule.ledger()).filter((line) => line.startsWith("inbox")).length).toBeLessThan(40);
    },
  );

  it.each(["1970-01-01T00:00:00.000Z", "2000-01-01T00:00:00.000Z", "2023-06-30T00:00:00.000Z"])(
    "that goes back to %s loses nothing of the time until it is right again",
    async (wrong) => {
      const schedule = await fakeSchedule([MONTHLY, DAILY, WATCH], "2023-07-18T00:00:00.000Z");
      await schedule.attend(true);
      await liveFrom(schedule, wrong, 24);
      expect(schedule.done).toEqual([]);
      await liveFrom(schedule, "2023-07-20T03:00:00.000Z", 3);
      expect(schedule.done.filter((line) => !line.startsWith("inbox"))).toEqual([
        "check 2023-07-18",
        "check 2023-07-19",
        "check 2023-07-20",
        "publish-monthly 2023-06",
      ]);
    },
  );
});

describe("a clock far ahead", () => {
  it("is not believed, and does no harm to the months until then", async () => {
    const schedule = await fakeSchedule([MONTHLY, WATCH], "2023-07-01T00:00:00.000Z");
    await schedule.attend(true);
    await liveFrom(schedule, "2025-07-01T00:00:00.000Z", 48);
    expect([schedule.done, await schedule.ledger()]).toEqual([[], []]);
    expect(schedule.lines.some((line) => line.includes("confirm-clock"))).toBe(true);
    await liveFrom(schedule, "2023-07-02T00:00:00.000Z", 24 * 85, 24);
    expect(schedule.done.filter((line) => line.startsWith("publish"))).toEqual(
      ["06", "07", "08"].map((month) => `publish-monthly 2023-${month}`),
    );
  });

  it("is believed after 40 days, and after 200 when a person says that it is right", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2023-02-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(40 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["publish-monthly 2023-01"]);
    schedule.pass(200 * DAY);
    expect(await schedule.attend(true)).toEqual([]);
    expect(await confirmClock(schedule.room)).toContain("60 天");
    await schedule.attend(true);
    expect(schedule.done.slice(1)).toEqual(
      ["04", "05", "06", "07", "08"].map((month) => `publish-monthly 2023-${month}`),
    );
    expect(await schedule.ledger()).toContain("publish-monthly 2023-02 skipped 0");
    expect(await confirmClock(schedule.room)).toBeNull();
  });

  it.each([
    ["two years at the first start", "2023-07-02T00:00:00.000Z", "2025-07-01T00:00:00.000Z", ["06", "07", "08"]],
    ["a month, which may be an outage", "2023-07-02T00:00:00.000Z", "2023-08-01T00:00:00.000Z", ["06", "07", "08"]],
  ])("by %s is put right by a person, and each month is done once", async (_, right, wrong, months) => {
    const schedule = await fakeSchedule(
      [MONTHLY, DAILY, WATCH],
      _.includes("first") ? wrong : "2023-07-01T00:00:00.000Z",
    );
    await schedule.attend(true);
    await liveFrom(schedule, wrong, 48);
    await liveFrom(schedule, right, 2);
    await confirmClock(schedule.room);
    await liveFrom(schedule, right, 24 * 85, 24);
    const papers = schedule.done.filter((line) => line.startsWith("publish"));
    expect(papers).toEqual(months.map((month) => `publish-monthly 2023-${month}`));
    const checks = schedule.done.filter((line) => line.startsWith("check"));
    expect(new Set(checks).size).toBe(checks.length);
    for (const day of ["03", "10", "20"]) expect(checks).toContain(`check 2023-07-${day}`);
    expect(
      (await schedule.ledger()).filter((line) => line.startsWith("inbox") && line.includes("2023-07-20T")),
    ).not.toEqual([]);
  });
});

describe("a paper that a clock a month ahead has asked for too early", () => {
  const JUNE = "publish-monthly 2023-06";
  it.each<[what: string, counts: StepResult["counts"], made: readonly string[]]>([
    ["without anything to publish", { [FOUND_NOTHING]: 1 }, [JUNE, JUNE]],
    ["without all its sheets", { papers: 1, [FOUND_MISSING]: 3 }, [JUNE, JUNE]],
    ["with all that there is", { papers: 1 }, [JUNE]],
  ])("%s is made on its own closing day where that is still to do", async (_, early, made) => {
    let counts = early;
    const step = async (): Promise<StepResult> => ({ counts, note: null, hasErrors: false });
    const schedule = await fakeSchedule([MONTHLY], "2023-07-01T00:00:00.000Z", [step]);
    await schedule.attend(true);
    await liveFrom(schedule, "2023-08-01T00:00:00.000Z", 2);
    expect(schedule.done).toEqual([JUNE]);
    schedule.at("2023-07-02T00:00:00.000Z");
    await confirmClock(schedule.room);
    counts = { papers: 1 };
    await liveFrom(schedule, "2023-07-02T00:00:00.000Z", 24 * 20, 24);
    expect(schedule.done).toEqual(made);
    expect(await schedule.ledger()).toEqual([`${JUNE} done 2`]);
  });
});

describe("a person's order by a doubtful clock", () => {
  it.each([
    ["2000", "2000-01-01T00:00:00.000Z"],
    ["a day back", "2023-06-30T00:00:00.000Z"],
    ["far ahead", "2025-07-01T00:00:00.000Z"],
  ])("is refused: %s", async (_, wrong) => {
    const schedule = await fakeSchedule([MONTHLY], "2023-07-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.at(wrong);
    const refused = { code: "CLOCK_DOUBTFUL" };
    await expect(runJobNow(schedule.room, "publish-monthly", undefined)).rejects.toMatchObject(refused);
    const days = { from: "2023-05-01", to: "2023-05-31" };
    await expect(backfillJob(schedule.room, "publish-monthly", days)).rejects.toMatchObject(refused);
    expect([schedule.done, await schedule.ledger()]).toEqual([[], []]);
  });

  it("is refused for 2000 though a person says that it is right", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2000-01-01T00:00:00.000Z");
    await expect(confirmClock(schedule.room)).rejects.toMatchObject({ code: "CLOCK_DOUBTFUL" });
    await attend(schedule.room, true);
    expect(schedule.done).toEqual([]);
  });
});
