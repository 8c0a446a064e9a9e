import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadSchedule } from "../../../pipeline/jobs/schedule/rules.ts";
import { SCHEDULED_JOBS } from "../../../pipeline/model/scheduled-job.ts";
import { listScheduledRuns } from "../../../pipeline/store/scheduled-runs.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { naiveSchedule } from "../../support/naive-schedule.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";

const HOUR = 60 * 60 * 1000;
const HOURS_A_LOOK = 12; // of the processes' clocks

const SCHEDULER = new URL("scheduler-process.ts", import.meta.url).pathname;

interface Setting {
  readonly start: string;
  readonly hours: number;
  readonly locking?: "unlocked";
}

/**
 * Keeps a schedule over the hours from a start in so many processes, who look at each time together: one is told to, and the
 * next as soon as that one is at work, turn about, so that each gets some of it however the lock falls.
 *
 * @returns what each did, a line each
 */
async function schedulers(database: string, count: number, setting: Setting): Promise<readonly (readonly string[])[]> {
  const started = Array.from({ length: count }, () => startScheduler(database, setting));
  await Promise.all(started.map(({ looked }) => looked()));
  for (let turn = 0; turn <= setting.hours / HOURS_A_LOOK; turn += 1) {
    for (const index of started.keys()) {
      const next = started[(turn + index) % count];
      next?.look();
      await next?.told();
    }
    await Promise.all(started.map(({ looked }) => looked()));
  }
  for (const { end } of started) end();
  return Promise.all(started.map(({ done }) => done));
}

function startScheduler(database: string, { start, locking }: Omit<Setting, "hours">) {
  const words = ["--import", "tsx", SCHEDULER, database, start, locking ?? "locked"];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const heard = new EventEmitter();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    heard.emit("line");
  });
  const done = new Promise<readonly string[]>((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve(lines.filter((line) => line !== "looked")) : reject(new Error(`ended with ${code}`)),
    );
  });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await Promise.race([once(heard, "line"), done]);
  };
  let asked = 0;
  let before = 0;
  const looks = () => lines.filter((line) => line === "looked").length;
  return {
    done,
    look: () => {
      asked += 1;
      before = lines.length;
      child.stdin.write("look\n");
    },
    end: () => void child.stdin.end(),
    told: () => until(() => lines.length > before), // at work, or through
    looked: () => until(() => looks() > asked),
  };
}

async function freshDatabase(): Promise<string> {
  const database = join(scratchFolder(), "jindu.sqlite");
  await closeStore(await openStore(database));
  await schedulers(database, 1, { start: new Date(START).toISOString(), hours: 0 });
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
