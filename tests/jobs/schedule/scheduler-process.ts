// Looks at the shipped schedule, each time twelve hours later by its own clock, and prints what it does, each line with the true
// time, by which the lines of two processes can be put in order. Looks once for each line that it is sent, and prints "looked"
// when it is ready and after each look; with the word "unlocked", without the lock that keeps two of them apart.
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { normaliseConfig } from "../../../pipeline/config.ts";
import { PipelineError } from "../../../pipeline/errors.ts";
import { attend } from "../../../pipeline/jobs/schedule/attend.ts";
import { underJobsLock } from "../../../pipeline/jobs/schedule/job-room.ts";
import type { JobStep } from "../../../pipeline/jobs/schedule/jobs/job.ts";
import { loadSchedule } from "../../../pipeline/jobs/schedule/rules.ts";
import type { JobRoom } from "../../../pipeline/jobs/schedule/run-due.ts";
import { JOB_NAMES, type JobName } from "../../../pipeline/model/scheduled-job.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";

const [, , database = "", start = "", locking = ""] = process.argv;
const HOUR = 60 * 60 * 1000;
const STEP_MS = 3; // long enough for the other to come in between

let time = Date.parse(start);
const quiet = () => {};
const store = await openStore(database);
const noting = (job: JobName): JobStep => {
  return async ({ period, day }) => {
    await setTimeout(STEP_MS);
    process.stdout.write(`${(performance.timeOrigin + performance.now()).toFixed(3)} ${job} ${period ?? day}\n`);
    return { counts: { seen: 1 }, note: null, hasErrors: false };
  };
};
const room: JobRoom = {
  ...{ store, owner: String(process.pid), isStopping: () => false },
  registry: Object.fromEntries(JOB_NAMES.map((job) => [job, [noting(job)]])) as unknown as JobRoom["registry"],
  alone: (work) => (locking === "unlocked" ? work() : underJobsLock(database, work)),
  rules: loadSchedule(fileURLToPath(new URL("../../..", import.meta.url))),
  setting: normaliseConfig({}),
  effects: {
    now: () => new Date(time).toISOString(),
    random: randomBytes,
    logger: { info: quiet, warn: quiet, error: quiet },
    wait: async () => {},
  },
};
process.stdout.write("looked\n");
for await (const _ of createInterface({ input: process.stdin })) {
  await look();
  time += 12 * HOUR;
  process.stdout.write("looked\n");
}
await closeStore(store);

async function look(): Promise<void> {
  for (;;) {
    try {
      await attend(room, false);
      return;
    } catch (error) {
      if (!(error instanceof PipelineError && error.code === "STORE_BUSY")) throw error;
      await setTimeout(1); // the other one is at it
    }
  }
}
