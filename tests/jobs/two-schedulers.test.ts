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

interface Setting {
  readonly start: string;
  readonly hours: number;
  readonly locking?: "unlocked";
}

/** Keeps a schedule over the hours from a start in so many processes, which begin at once; tells what each did, a line each. */
async function schedulers(database: string, count: number, setting: Setting): Promise<readonly (readonly string[])[]> {
  const started = Array.from({ length: count }, () => startScheduler(database, setting));
  await Promise.all(started.map(({ ready }) => ready));
  for (const { begin } of started) begin();
  return Promise.all(started.map(({ done }) => done));
}

function startScheduler(database: string, { start, hours, locking }: Setting) {
  const words = ["--import", "tsx", SCHEDULER, database, start, String(hours), locking ?? "locked"];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  let told = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (piece) => {
      told += piece;
      if (told.startsWith("ready\n")) resolve();
    });
  });
  const done = new Promise<readonly string[]>((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0 ? resolve(told.split("\n").filter(Boolean).slice(1)) : reject(new Error(`ended with ${code}`)),
    );
  });
  return { ready: Promise.race([ready, done]), done, begin: () => child.stdin.end("go\n") };
}

async function freshDatabase(): Promise<string> {
  const database = join(scratchFolder(), "jindu.sqlite");
  await closeStore(await openStore(database));
  await schedulers(database, 1, { start: new Date(START).toISOString(), hours: 1 });
  return database;
}

/** What was done, without when. */
function keysOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.slice(line.indexOf(" ") + 1));
}

const START = Date.parse("2023-01-01T00:00:00.000Z");
const HOURS = 24 * 80; // over three months' ends, a quarter's and the year's paper and a package
const LATER = new Date(START + HOUR).toISOString();
const MANY_TIMES_A_DAY = ["inbox", "deliver"];

describe("two schedulers on one store, each a process", () => {
  it("do each due time of the shipped schedule once between them, and each job in order", async () => {
    const database = await freshDatabase();
    const both = await schedulers(database, 2, { start: LATER, hours: HOURS });
    expect(both.map((own) => own.length > 0)).toEqual([true, true]);
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

  it("would do some twice, were it not for the lock: this test can fail", async () => {
    const both = await schedulers(await freshDatabase(), 2, { start: LATER, hours: 24 * 20, locking: "unlocked" });
    const done = keysOf(both.flat());
    expect(new Set(done).size).toBeLessThan(done.length);
  });
});
