import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import { attend } from "../../../pipeline/jobs/schedule/attend.ts";
import type { JobStep } from "../../../pipeline/jobs/schedule/jobs/job.ts";
import { backfillJob, runJobNow } from "../../../pipeline/jobs/schedule/run-job.ts";
import { FOUND_NOTHING } from "../../../pipeline/model/run-outcome.ts";
import { listPendingRuns, listScheduledRuns } from "../../../pipeline/store/scheduled-runs.ts";
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
    const schedule = await fakeSchedule([MONTHLY], "2023-07-20T01:00:00.000Z", [
      async ({ effects }) => {
        tries.push(effects.now());
        return NOTHING;
      },
    ]);
    await schedule.attend(true);
    schedule.pass(2 * HOUR);
    expect([await schedule.killedAt(2), await schedule.killedAt(1), await schedule.killedAt(1)]).toEqual([
      true,
      true,
      true,
    ]);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["publish-monthly 2023-06"]); // the first step, once
    expect(tries).toEqual([]);
    expect(await schedule.ledger()).toEqual(["publish-monthly 2023-06 failed 1"]);
  });

  it.each([
    ["a neighbour", "STORE_BUSY"],
    ["room on the disk", "STORE_FAILED"],
  ] as const)("waits for %s however often, says so, and keeps what comes after waiting too", async (_, code) => {
    let isTaken = true;
    const schedule = await fakeSchedule([DAILY, MONTHLY], "2023-07-20T00:00:00.000Z", [
      async () => {
        if (isTaken) throw new PipelineError(code, "正在发送", { mayPass: true });
        return NOTHING;
      },
    ]);
    await schedule.attend(true);
    schedule.pass(3 * HOUR);
    for (let minute = 0; minute < 9; minute += 1) expect(await schedule.attend()).toEqual([]);
    expect(schedule.done).toEqual(["check 2023-07-20"]);
    expect(schedule.lines.filter((line) => line.includes("正在发送"))).toHaveLength(9);
    isTaken = false;
    await schedule.attend();
    expect(schedule.done).toEqual(["check 2023-07-20", "publish-monthly 2023-06"]);
    expect(await schedule.ledger()).toEqual([
      "check 2023-07-20T00:30:00.000Z done 2",
      "publish-monthly 2023-06 done 2",
    ]);
  });

  it("makes a month's paper where two of its times were missed, and cuts by months", async () => {
    const twice = timing("publish-monthly", "0 10 20,25 * *", { catchUp: 2 });
    const schedule = await fakeSchedule([twice], "2023-04-22T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(50 * DAY);
    await schedule.attend(true);
    schedule.pass(45 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["03", "04", "05", "06"].map((month) => `publish-monthly 2023-${month}`));
    expect(await schedule.ledger()).toHaveLength(4);
  });

  it("tells for good how often a watch was missed", async () => {
    const schedule = await fakeSchedule([timing("inbox", "*/5 * * * *", { catchUp: 1 })], "2023-06-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(2 * DAY);
    await schedule.attend(true);
    schedule.pass(3 * DAY);
    await schedule.attend(true);
    const notes = (await listScheduledRuns(schedule.room.store)).map(({ note }) => note ?? "");
    expect(notes.flatMap((note) => /此前还有 (\d+) 次/.exec(note)?.[1] ?? [])).toEqual(["515", "803"]);
  });

  it.each([
    ["a failure that is told", new PipelineError("PROOF_FAILED", "数对不上"), "数对不上"],
    ["a mistake of the program, with its stack", new TypeError("x is not a function"), "attend.test.ts:"],
  ])("notes %s and goes on with the next", async (_, error, logged) => {
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
    expect(schedule.lines.some((line) => line.includes(logged))).toBe(true);
  });
});

describe("backfillJob(room, job, days)", () => {
  it("does in order what was skipped or failed, and nothing that is done", async () => {
    const schedule = await fakeSchedule([{ ...MONTHLY, catchUp: 1 }], "2023-04-01T00:00:00.000Z");
    await schedule.attend(true);
    schedule.pass(59 * DAY);
    await schedule.attend(true);
    schedule.pass(59 * DAY);
    await schedule.attend(true);
    expect(schedule.done).toEqual(["publish-monthly 2023-04", "publish-monthly 2023-06"]);
    const days = { from: "2023-04-02", to: "2023-07-31" };
    await backfillJob(schedule.room, "publish-monthly", days);
    expect(schedule.done.slice(2)).toEqual(["publish-monthly 2023-03", "publish-monthly 2023-05"]);
    expect(await backfillJob(schedule.room, "publish-monthly", days)).toEqual([]);
  });

  it("does a period again in which there was nothing to do", async () => {
    const found: Record<string, number>[] = [{ [FOUND_NOTHING]: 1 }, { papers: 1 }];
    const step: JobStep = async () => ({ ...NOTHING, counts: found.shift() ?? {} });
    const schedule = await fakeSchedule([MONTHLY], "2023-07-20T01:00:00.000Z", [step]);
    await schedule.attend(true);
    schedule.pass(2 * HOUR);
    await schedule.attend();
    const days = { from: "2023-07-20", to: "2023-07-20" };
    const again = await backfillJob(schedule.room, "publish-monthly", days);
    expect(again).toMatchObject([{ due: "2023-06", outcome: "done", counts: { papers: 1 } }]);
    expect(await backfillJob(schedule.room, "publish-monthly", days)).toEqual([]);
    expect(schedule.done).toEqual(["publish-monthly 2023-06", "publish-monthly 2023-06"]);
  });

  it("refuses days the wrong way round, and a job that is not in the schedule", async () => {
    const schedule = await fakeSchedule([MONTHLY], "2023-07-01T00:00:00.000Z");
    const days = { from: "2023-07-02", to: "2023-07-01" };
    for (const job of ["publish-monthly", "archive"] as const)
      await expect(backfillJob(schedule.room, job, days)).rejects.toMatchObject({ code: "USAGE" });
  });

  it.each(["inbox", "check", "remind", "deliver", "backup"] as const)(
    "refuses %s, which does what there is to do now, and notes nothing of it",
    async (job) => {
      const schedule = await fakeSchedule([timing(job, "30 8 * * *")], "2023-07-20T00:00:00.000Z");
      const days = { from: "2023-07-02", to: "2023-07-10" };
      const refused = { code: "USAGE", hint: expect.stringContaining(`jobs run ${job}`) };
      await expect(backfillJob(schedule.room, job, days)).rejects.toMatchObject(refused);
      expect([schedule.done, await schedule.ledger()]).toEqual([[], []]);
    },
  );
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

  it.each([
    ["it", "deliver"],
    ["an older run", "check"],
  ] as const)("is refused where %s has to wait, and leaves no order behind", async (_, held) => {
    let isTaken = true;
    const jobs = [timing("check", "30 8 * * *"), timing("deliver", "0 20 * * *")];
    const schedule = await fakeSchedule(jobs, "2023-07-20T00:00:00.000Z");
    const step: JobStep = async () => {
      if (isTaken) throw new PipelineError("STORE_BUSY", "正在发送", { mayPass: true });
      return NOTHING;
    };
    const room = { ...schedule.room, registry: { ...schedule.room.registry, [held]: [step] } };
    await attend(room, true);
    schedule.pass(HOUR);
    await attend(room, false);
    await expect(runJobNow(room, "deliver", undefined)).rejects.toMatchObject({ code: "STORE_BUSY" });
    isTaken = false;
    expect((await runJobNow(room, "deliver", undefined)).map(({ job }) => job).at(-1)).toBe("deliver");
    expect((await schedule.ledger()).filter((line) => line.startsWith("deliver"))).toHaveLength(1);
  });
});
