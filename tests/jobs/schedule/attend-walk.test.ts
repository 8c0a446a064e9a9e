import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JobTiming } from "../../../pipeline/model/schedule.ts";
import { JOB_NAMES } from "../../../pipeline/model/scheduled-job.ts";
import { listScheduledRuns, type ScheduledRun } from "../../../pipeline/store/scheduled-runs.ts";
import { fakeSchedule, NOTHING, timing } from "./fake-schedule.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.UTC(2023, 0, 1);
const LONGEST_OUTAGE_HOURS = 40 * 24;
const WRONG_HOURS = 3; // that the clock stays wrong; set back by less, it would be past the last look before it is right

/** What happens: time goes by while nothing runs, a process is killed at a step, or the clock is wrong for a while. */
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("passes"), hours: fc.integer({ min: 0, max: LONGEST_OUTAGE_HOURS }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("is killed"),
      hours: fc.integer({ min: 0, max: 800 }),
      step: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("goes wrong"), hours: fc.integer({ min: -20_000, max: -WRONG_HOURS }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("goes wrong"), hours: fc.integer({ min: 61 * 24, max: 20_000 }) }),
  },
);

const walk = fc.record({
  dates: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }),
  catchUp: fc.integer({ min: 1, max: 3 }),
  events: fc.array(event, { minLength: 1, maxLength: 8 }),
});

interface Due {
  readonly job: string;
  readonly due: string;
  readonly at: number;
}

/** Every hour of the span, looked at for what a person would say falls due in it; a month's later times are none. */
function naiveDue(dates: readonly number[], after: number, upTo: number): readonly Due[] {
  const found: Due[] = [];
  const known = new Set<string>();
  const add = (job: string, due: string, at: number) => {
    if (!known.has(due)) found.push({ job, due, at });
    known.add(due);
  };
  for (let at = after - (after % HOUR) + HOUR; at <= upTo; at += HOUR) {
    const beijing = new Date(at + 8 * HOUR);
    if (beijing.getUTCHours() % 6 === 0) add("inbox", `inbox ${new Date(at).toISOString()}`, at);
    if (beijing.getUTCHours() === 9) add("check", `check ${new Date(at).toISOString()}`, at);
    const monthBefore = new Date(Date.UTC(beijing.getUTCFullYear(), beijing.getUTCMonth() - 1, 1));
    if (beijing.getUTCHours() === 10 && dates.includes(beijing.getUTCDate()))
      add("publish-monthly", `publish-monthly ${monthBefore.toISOString().slice(0, 7)}`, at);
  }
  return found;
}

describe("attend(room, isFirst), whatever happens to machine and clock", () => {
  it("does each due run once and in order, loses none but those told of, and none by a wrong clock", async () => {
    await fc.assert(fc.asyncProperty(walk, live), { numRuns: 15 });
  });
});

async function live({ dates, catchUp, events }: typeof walk extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const jobs: readonly JobTiming[] = [
    timing("inbox", "0 */6 * * *", { catchUp: 1 }),
    timing("check", "0 9 * * *", { catchUp }),
    timing("publish-monthly", `0 10 ${dates.join(",")} * *`, { catchUp }),
  ];
  const second: string[] = [];
  const schedule = await fakeSchedule(jobs, new Date(START).toISOString(), [
    async ({ period, day }) => {
      second.push(`${period ?? day}`);
      return NOTHING;
    },
  ]);
  await schedule.attend(true);
  let [time, looked] = [START, START];
  const ended: ScheduledRun[] = [];
  const mustBeDone = new Set<string>();
  const told = new Set<string>();
  const known = new Set<string>();
  const look = async (kill: number | null) => {
    for (const { job } of jobs) {
      const due = naiveDue(dates, looked, time).filter((one) => one.job === job);
      for (const one of due.slice(-catchUpOf(jobs, job))) if (!known.has(one.due)) mustBeDone.add(one.due);
      for (const one of due) known.add(one.due);
      if (job !== "inbox") for (const one of due) told.add(one.due);
    }
    looked = time;
    schedule.at(new Date(time).toISOString());
    if (kill !== null) await schedule.killedAt(kill);
    ended.push(...(await schedule.attend(true)));
  };
  for (const happens of [...events, { does: "passes", hours: 24 } as const]) {
    if (happens.does === "goes wrong") {
      schedule.at(new Date(looked + happens.hours * HOUR).toISOString());
      const before = [schedule.done.length, (await schedule.ledger()).length];
      for (let again = 0; again < WRONG_HOURS; again += 1) {
        await schedule.attend(again === 0);
        schedule.pass(HOUR);
      }
      expect([schedule.done.length, (await schedule.ledger()).length]).toEqual(before);
      time += WRONG_HOURS * HOUR;
    } else {
      time += happens.hours * HOUR;
    }
    if (time - looked <= 60 * DAY) await look("step" in happens ? happens.step : null);
  }
  const runs = await listScheduledRuns(schedule.room.store);
  expect(runs.filter(({ outcome }) => outcome !== "done" && outcome !== "skipped")).toEqual([]);
  const done = new Set(runs.flatMap(({ job, due, outcome }) => (outcome === "done" ? [`${job} ${due}`] : [])));
  const keys = runs.map(({ job, due }) => `${job} ${due}`);
  for (const due of told) expect(keys).toContain(due);
  for (const key of keys) expect(known).toContain(key);
  for (const due of mustBeDone) if (!due.startsWith("inbox")) expect(done).toContain(due);
  for (const { job } of jobs) {
    const effects = schedule.done.filter((line) => line.startsWith(`${job} `));
    expect(effects).toEqual([...effects].sort());
    if (job !== "inbox") expect(new Set(effects).size).toBe(effects.length);
    if (job !== "inbox")
      expect(effects).toHaveLength(runs.filter((run) => run.job === job && run.outcome === "done").length);
  }
  expect(second).toHaveLength(schedule.done.length);
  const places = ended.map(({ scheduledFor, job }) => Date.parse(scheduledFor) + JOB_NAMES.indexOf(job as never));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

function catchUpOf(jobs: readonly JobTiming[], job: string): number {
  return jobs.find((one) => one.job === job)?.catchUp ?? 0;
}
