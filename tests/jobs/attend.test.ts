import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { backfillJob, runJobNow } from "../../pipeline/jobs/run-job.ts";
import { listPendingRuns } from "../../pipeline/store/scheduled-runs.ts";
import { fakeSchedule, NOTHING, timing } from "./fake-schedule.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MONTHLY = timing("publish-monthly", "0 10 20 * *");
const DAILY = timing("check", "30 8 * * *");

describe("attend(room, isFirst)", () => {
  it("does nothing of the time before it was first started", async () => {
    const schedule = await fakeSchedule([MONTHLY, DAILY], "2023-07-20T12:00:00.000Z");
    expect(await schedule.attend(true)).toEqual([]);
    expect(schedule.done).toEqual([]);
  });

  it("does what falls due once, however often it looks", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2023-07-20T01:59:00.000Z");
    await schedule.attend(true);
    for (let minute = 0; minute < 5; minute += 1) {
      await schedule.attend();
      schedule.pass(30_000);
    }
    expect(schedule.done).toEqual(["publish-monthly 2023-06"]);
  });

  it("makes up in order for an outage of 72 hours", async () => {
    const schedule = await fakeSchedule([MONTHLY, DAILY], "2023-07-18T01:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(72 * HOUR);
    await schedule.attend(true);
    expect(schedule.done).toEqual([
      "check 2023-07-19",
      "check 2023-07-20",
      "publish-monthly 2023-06",
      "check 2023-07-21",
    ]);
  });

  it("makes up for the latest five after 40 days, and lists the others as skipped", async () => {
    const schedule = await fakeSchedule([MONTHLY, DAILY], "2023-05-31T16:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(40 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual([
      "publish-monthly 2023-05",
      ...["06", "07", "08", "09", "10"].map((day) => `check 2023-07-${day}`),
    ]);
    const ledger = await schedule.ledger();
    expect(ledger.filter((line) => line.endsWith("skipped 0"))).toHaveLength(35);
    expect(ledger).toHaveLength(41);
    await schedule.attend(true);
    expect(await schedule.ledger()).toEqual(ledger);
  });

  it("names no more than sixty of a watch that was missed ten thousand times", async () => {
    const schedule = await fakeSchedule([timing("inbox", "*/5 * * * *", { catchUp: 1 })], "2023-06-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(40 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toHaveLength(1);
    expect((await schedule.ledger()).length).toBeLessThanOrEqual(61);
  });

  it("does nothing twice when the clock is set back a day, and goes on when it has come up again", async () => {
    const schedule = await fakeSchedule([MONTHLY, DAILY], "2023-07-18T16:00:00.000Z");
    await schedule.attend(true);
    schedule.at("2023-07-20T03:00:00.000Z");
    await schedule.attend();
    schedule.at("2023-07-19T03:00:00.000Z");
    const before = [...schedule.done];
    for (let hour = 0; hour < 48; hour += 1) {
      await schedule.attend();
      schedule.pass(HOUR);
    }
    expect(before).toEqual(["check 2023-07-19", "check 2023-07-20", "publish-monthly 2023-06"]);
    expect(schedule.done).toEqual([...before, "check 2023-07-21"]);
    expect(schedule.lines.some((line) => line.includes("时钟倒退"))).toBe(true);
  });

  it("does a month's paper once though its day in the schedule is changed", async () => {
    const jobs = [MONTHLY];
    const schedule = await fakeSchedule(jobs, "2023-07-20T01:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(2 * HOUR);
    await schedule.attend();
    jobs[0] = timing("publish-monthly", "0 10 25 * *");
    schedule.pass(6 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["publish-monthly 2023-06"]);
  });

  it("says of what falls due during another job that it has overlapped", async () => {
    const schedule = await fakeSchedule(
      [timing("inbox", "*/5 * * * *", { catchUp: 1 }), MONTHLY],
      "2023-07-20T01:59:00.000Z",
      [
        async ({ period }) => {
          if (period !== null) schedule.pass(21 * 60 * 1000);
          return NOTHING;
        },
      ],
    );
    await schedule.attend(true);
    schedule.pass(60_000);
    await schedule.attend();
    expect(schedule.done).toEqual(["inbox 2023-07-20", "publish-monthly 2023-06", "inbox 2023-07-20"]);
    const overlapped = (await schedule.ledger()).filter((line) => line.includes("overlapped"));
    expect(overlapped).toEqual(["05", "10", "15"].map((m) => `inbox 2023-07-20T02:${m}:00.000Z overlapped 0`));
  });

  it("leaves the work to another process that is at it, and does it when that is gone", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2023-07-20T01:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(2 * HOUR);
    schedule.busy(true);
    await expect(schedule.attend()).rejects.toMatchObject({ code: "STORE_BUSY" });
    expect(schedule.done).toEqual([]);
    schedule.busy(false);
    await schedule.attend();
    expect(schedule.done).toEqual(["publish-monthly 2023-06"]);
  });

  it("begins no further run once it is to stop, and leaves the others for the next start", async () => {
    const schedule = await fakeSchedule([DAILY], "2023-07-01T00:00:00.000Z", [
      async () => {
        schedule.stop();
        return NOTHING;
      },
    ]);
    await schedule.attend(true);
    schedule.pass(3 * DAY);
    const ended = await schedule.attend();
    expect(ended.map(({ outcome }) => outcome)).toEqual(["done"]);
    expect(await listPendingRuns(schedule.room.store)).toHaveLength(2);
  });

  it("goes on behind the last finished step, and gives up what three times was begun and never ended", async () => {
    const tries: string[] = [];
    const broken = new Error("killed");
    const schedule = await fakeSchedule([MONTHLY], "2023-07-20T01:00:00.000Z", [
      async ({ effects }) => {
        tries.push(effects.now());
        throw new PipelineError("STORE_BUSY", "busy", { cause: broken });
      },
    ]);
    await schedule.attend(true);
    schedule.pass(2 * HOUR);
    for (let minute = 0; minute < 6; minute += 1) await schedule.attend();
    expect(schedule.done).toEqual(["publish-monthly 2023-06"]); // the first step, once
    expect(tries).toHaveLength(3);
    expect(await schedule.ledger()).toEqual(["publish-monthly 2023-06 failed 1"]);
  });

  it.each([
    ["a failure that is told", new PipelineError("PROOF_FAILED", "数对不上")],
    ["a mistake of the program", new TypeError("x is not a function")],
  ])("notes %s and goes on with the next", async (_, error) => {
    const schedule = await fakeSchedule([MONTHLY, DAILY], "2023-07-20T00:00:00.000Z", [
      async ({ period }) => {
        if (period === null) throw error;
        return NOTHING;
      },
    ]);
    await schedule.attend(true);
    schedule.pass(3 * HOUR);
    await schedule.attend();
    expect(await schedule.ledger()).toEqual([
      "check 2023-07-20T00:30:00.000Z failed 1",
      "publish-monthly 2023-06 done 2",
    ]);
  });

  it("does each month of any year once and in order, whatever outages and set-backs come between", async () => {
    const step = fc.record({ hours: fc.integer({ min: -30, max: 900 }), restarts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (walk) => {
        const schedule = await fakeSchedule([MONTHLY], "2023-01-01T00:00:00.000Z");
        await schedule.attend(true);
        let latest = Date.parse(schedule.room.effects.now());
        for (const { hours, restarts } of walk) {
          schedule.pass(hours * HOUR);
          latest = Math.max(latest, Date.parse(schedule.room.effects.now()));
          await schedule.attend(restarts);
        }
        const expected: string[] = [];
        for (let month = 0; month < 24; month += 1) {
          const due = Date.UTC(2023, month, 20, 2);
          if (due > latest) break;
          expected.push(`publish-monthly ${new Date(Date.UTC(2023, month - 1, 1)).toISOString().slice(0, 7)}`);
        }
        expect(schedule.done).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});

describe("backfillJob(room, job, days)", () => {
  it("does in order what was skipped or failed, and nothing that is done", async () => {
    const schedule = await fakeSchedule([timing("check", "30 8 * * *", { catchUp: 1 })], "2023-07-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(4 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["check 2023-07-04"]);
    await backfillJob(schedule.room, "check", { from: "2023-07-02", to: "2023-07-31" });
    expect(schedule.done.slice(1)).toEqual(["check 2023-07-02", "check 2023-07-03"]);
    expect(await backfillJob(schedule.room, "check", { from: "2023-07-02", to: "2023-07-31" })).toEqual([]);
  });

  it("refuses days the wrong way round, and a job that is not in the schedule", async () => {
    const schedule = await fakeSchedule([DAILY], "2023-07-01T00:00:00.000Z");
    const days = { from: "2023-07-02", to: "2023-07-01" };
    await expect(backfillJob(schedule.room, "check", days)).rejects.toMatchObject({ code: "USAGE" });
    await expect(backfillJob(schedule.room, "inbox", days)).rejects.toMatchObject({ code: "USAGE" });
  });
});

describe("runJobNow(room, job, period)", () => {
  it("runs a job at once and leaves the scheduled run of its period to its time", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2023-07-19T00:00:00.000Z");
    await schedule.attend(true);
    const [run] = await runJobNow(schedule.room, "publish-monthly", undefined);
    expect([run?.outcome, run?.due]).toEqual(["done", "manual 2023-07-19T00:00:00.000Z 2023-06"]);
    schedule.pass(2 * DAY);
    await schedule.attend();
    expect(schedule.done).toEqual(["publish-monthly 2023-06", "publish-monthly 2023-06"]);
  });
});
