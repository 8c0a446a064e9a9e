import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSchedule } from "../../../pipeline/jobs/schedule/rules.ts";
import type { JobTiming } from "../../../pipeline/model/schedule.ts";
import { JOB_NAMES, SCHEDULED_JOBS } from "../../../pipeline/model/scheduled-job.ts";
import { naiveSchedule } from "../../support/naive-schedule.ts";
import { ROOT } from "../../support/scratch-home.ts";
import { fakeSchedule } from "./fake-schedule.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const { jobs: ALL } = loadSchedule(ROOT);
const DAILY = ALL.filter(({ job }) => job !== "inbox" && job !== "deliver"); // at most once a day: each time is told of
const MONTHS = Array.from({ length: 14 }, (_, index) => Date.UTC(2023, index, 1));

/**
 * Looks at a schedule at each of these moments, the first of which is its first start, and expects what a person would work
 * out: of what has fallen due since the latest moment so far, the last `catchUp` of each job are done, in order; the others
 * are skipped; and nothing else happens.
 */
async function live(jobs: readonly JobTiming[], looks: readonly number[]): Promise<readonly string[]> {
  const [start = 0] = looks;
  const dueTimes = naiveSchedule(jobs);
  const schedule = await fakeSchedule(jobs, new Date(start).toISOString());
  await schedule.attend(true);
  const done: string[] = [];
  const expected: string[] = [];
  const skipped: string[] = [];
  let latest = start;
  for (const look of looks) {
    schedule.at(new Date(look).toISOString());
    done.push(...(await schedule.attend()).map(({ job, due, outcome }) => `${job} ${due} ${outcome}`));
    const due = dueTimes(latest, Math.max(latest, look));
    const kept = new Set(jobs.flatMap(({ job, catchUp }) => due.filter((one) => one.job === job).slice(-catchUp)));
    for (const one of due) (kept.has(one) ? expected : skipped).push(`${one.job} ${one.due}`);
    latest = Math.max(latest, look);
  }
  expect(done).toEqual(expected.map((line) => `${line} done`));
  expect(schedule.done).toHaveLength(done.length);
  if (jobs === DAILY) {
    const lines = [...expected.map((line) => `${line} done 1`), ...skipped.map((line) => `${line} skipped 0`)];
    expect([...(await schedule.ledger())].sort()).toEqual(lines.sort());
  }
  return done;
}

/** Moments that many hours apart. */
function every(hours: number, from: number, to: number): readonly number[] {
  return Array.from(
    { length: Math.floor((to - from) / (hours * HOUR)) + 1 },
    (_, index) => from + index * hours * HOUR,
  );
}

describe("the shipped schedule", () => {
  it("has every job there is", () => {
    expect(ALL.map(({ job }) => job)).toEqual(JOB_NAMES);
  });

  it.each([0, 29])(
    "does each due run once and in order through outages of 72 hours, one after another for a year, from hour %i on",
    async (hour) => {
      const start = Date.UTC(2022, 11, 30) + hour * HOUR;
      const done = await live(DAILY, every(72, start, start + 430 * DAY));
      const papers = DAILY.filter(({ job }) => SCHEDULED_JOBS[job].span !== "time").map(({ job }) => {
        return done.filter((line) => line.startsWith(`${job} 20`)).length;
      });
      expect(papers).toEqual([14, 5, 2, 4]); // months, quarters, years; four quarters' packages by the 4th of March 2024
    },
  );

  it.each(MONTHS.map((month) => [new Date(month).toISOString().slice(0, 7), month]))(
    "makes up for 40 days from %s on: each paper and package, and of what is daily the last",
    async (_, month) => {
      await live(DAILY, [Number(month), Number(month) + 40 * DAY, Number(month) + 41 * DAY]);
    },
  );

  it.each([72, 40 * 24])("makes up for %i hours with the jobs that look many times a day among them", async (hours) => {
    const start = Date.UTC(2023, 1, 26, 3);
    const done = await live(ALL, [start, start + hours * HOUR, start + hours * HOUR + DAY]);
    expect(done.filter((line) => line.startsWith("inbox"))).toHaveLength(2);
  });

  it.each(MONTHS.map((month) => [new Date(month).toISOString().slice(0, 7), month]))(
    "does nothing twice where the clock is set back a day, on any day of %s",
    async (_, month) => {
      const looks = Array.from({ length: 31 }, (_, day) => Number(month) + day * DAY + 15 * HOUR);
      await live(DAILY, [Number(month) - 2 * DAY, ...looks.flatMap((look) => [look, look - DAY, look - HOUR])]);
    },
  );

  it("does nothing twice where the clock is set back a day while it looks every hour, all jobs", async () => {
    const moment = Date.UTC(2023, 2, 15, 6, 30);
    const hourly = every(1, moment - 30 * HOUR, moment);
    const schedule = await fakeSchedule(ALL, new Date(moment - 60 * HOUR).toISOString());
    await schedule.attend(true);
    const done: string[] = [];
    for (const look of [...hourly, ...hourly.map((one) => one - 4 * HOUR), ...hourly.map((one) => one + DAY)]) {
      schedule.at(new Date(look).toISOString());
      done.push(...(await schedule.attend()).map(({ job, due }) => `${job} ${due}`));
    }
    expect(new Set(done).size).toBe(done.length);
    expect(schedule.done.filter((line) => line.startsWith("archive"))).toEqual(["archive 2022-12"]);
  });

  it("does each period of any years once and in order, whatever outages and set-backs come between", async () => {
    const steps = fc.array(fc.integer({ min: -50, max: 1400 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), steps, async (day, hours) => {
        const looks = [Date.UTC(2023, 0, 1) + day * DAY];
        for (const step of hours) looks.push(Math.max(looks[0] ?? 0, (looks.at(-1) ?? 0) + step * HOUR));
        await live(DAILY, looks);
      }),
      { numRuns: 10 },
    );
  });
});
