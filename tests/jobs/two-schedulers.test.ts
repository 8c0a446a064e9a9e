import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSchedule } from "../../pipeline/jobs/schedule-rules.ts";
import { SCHEDULED_JOBS } from "../../pipeline/model/scheduled-job.ts";
import { listScheduledRuns } from "../../pipeline/store/scheduled-runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { naiveSchedule } from "../support/naive-schedule.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const HOUR = 60 * 60 * 1000;

const SCHEDULER = new URL("scheduler-process.ts", import.meta.url).pathname;

/** Keeps a schedule over the hours from a start in a process of its own, and tells what it did, a line each. */
function scheduler(database: string, start: string, hours: number): Promise<readonly string[]> {
  const words = ["--import", "tsx", SCHEDULER, database, start, String(hours)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (piece) => {
    told += piece;
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0 ? resolve(told.split("\n").filter(Boolean)) : reject(new Error(`ended with ${code}`)),
    );
  });
}

const START = Date.parse("2023-01-01T00:00:00.000Z");
const HOURS = 24 * 80; // over three months' ends, a quarter's and the year's paper and a package
const MANY_TIMES_A_DAY = ["inbox", "deliver"];

describe("two schedulers on one store, each a process", () => {
  it("do each due time of the shipped schedule once between them, and each job in order", async () => {
    const database = join(scratchFolder(), "jindu.sqlite");
    await closeStore(await openStore(database));
    await scheduler(database, new Date(START).toISOString(), 1);
    const later = new Date(START + HOUR).toISOString();
    const both = await Promise.all([1, 2].map(() => scheduler(database, later, HOURS)));
    const done = both.flat().sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
    const store = await openStore(database);
    const runs = await listScheduledRuns(store);
    await closeStore(store);
    expect(runs.filter(({ outcome }) => outcome === null || outcome === "failed")).toEqual([]);
    expect(runs.filter(({ outcome }) => outcome === "done")).toHaveLength(done.length);
    const { jobs } = loadSchedule(ROOT);
    const due = naiveSchedule(jobs)(START, START + (HOURS + 1) * HOUR);
    for (const { job } of jobs) {
      const own = done.flatMap((line) => (line.split(" ")[1] === job ? [line.split(" ")[2] ?? ""] : []));
      expect(own, job).toEqual([...own].sort());
      if (MANY_TIMES_A_DAY.includes(job)) continue;
      expect(new Set(own).size, job).toBe(own.length);
      const told = runs.filter((run) => run.job === job).map((run) => run.due);
      expect(told.sort(), job).toEqual(due.flatMap((one) => (one.job === job ? [one.due] : [])).sort());
      if (SCHEDULED_JOBS[job].span !== "time") expect(own, job).toEqual(told);
    }
  });
});
