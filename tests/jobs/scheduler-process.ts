// Looks at the shipped schedule every twelve hours of a clock that runs on by itself, and prints what it does, each line with
// the true time, by which the lines of two processes can be put in order. Begins when told to, so that two do so at once; with
// the word "unlocked", without the lock that keeps them apart.
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { normaliseConfig } from "../../pipeline/config.ts";
import { PipelineError } from "../../pipeline/errors.ts";
import { attend } from "../../pipeline/jobs/attend.ts";
import { underJobsLock } from "../../pipeline/jobs/job-room.ts";
import type { JobRoom } from "../../pipeline/jobs/run-due.ts";
import { loadSchedule } from "../../pipeline/jobs/schedule-rules.ts";
import type { JobStep } from "../../pipeline/jobs/scheduled/job.ts";
import { JOB_NAMES, type JobName } from "../../pipeline/model/scheduled-job.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";

const [, , database = "", start = "", hours = "", locking = ""] = process.argv;
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
  rules: loadSchedule(fileURLToPath(new URL("../..", import.meta.url))),
  setting: normaliseConfig({}),
  effects: {
    now: () => new Date(time).toISOString(),
    logger: { info: quiet, warn: quiet, error: quiet },
    wait: async () => {},
  },
};
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
for (const end = time + Number(hours) * HOUR; time <= end; ) {
  try {
    await attend(room, false);
    time += 12 * HOUR;
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "STORE_BUSY")) throw error;
    await setTimeout(1); // the other one is at it
  }
}
await closeStore(store);
