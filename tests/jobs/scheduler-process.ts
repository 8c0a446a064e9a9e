// Looks at a schedule of two jobs every twelve hours of a clock that runs on by itself, and prints what it has done.
import { PipelineError } from "../../pipeline/errors.ts";
import { attend } from "../../pipeline/jobs/attend.ts";
import { underJobsLock } from "../../pipeline/jobs/job-room.ts";
import type { JobRoom } from "../../pipeline/jobs/run-due.ts";
import type { JobStep } from "../../pipeline/jobs/scheduled/job.ts";
import { JOB_NAMES } from "../../pipeline/model/scheduled-job.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";

const [, , database = "", start = "", hours = ""] = process.argv;
const HOUR = 60 * 60 * 1000;

let time = Date.parse(start);
const quiet = () => {};
const store = await openStore(database);
const registry = Object.fromEntries(
  JOB_NAMES.map((job): [string, readonly JobStep[]] => [
    job,
    [
      async ({ period, day }) => {
        process.stdout.write(`${job} ${period ?? day}\n`);
        return { counts: {}, note: null, hasErrors: false };
      },
    ],
  ]),
) as unknown as JobRoom["registry"];
const jobs = [
  { job: "check", cron: "30 8 * * *", days: "every", catchUp: 100 },
  { job: "publish-monthly", cron: "0 10 20 * *", days: "next-working", catchUp: 5 },
] as const;
const room: JobRoom = {
  ...{ store, registry, owner: String(process.pid), isStopping: () => false },
  alone: (work) => underJobsLock(database, work),
  rules: { inbox: { settleMs: 1, patienceMs: 1 }, jobs, days: { off: [], on: [] } },
  setting: { home: "", root: "", limits: DEFAULT_READ_LIMITS, approval: false, shared: "", mail: null },
  effects: {
    now: () => new Date(time).toISOString(),
    logger: { info: quiet, warn: quiet, error: quiet },
    wait: async () => {},
  },
};
for (const end = time + Number(hours) * HOUR; time <= end; time += 12 * HOUR) {
  try {
    await attend(room, false);
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "STORE_BUSY")) throw error; // the other one is at it
  }
}
await closeStore(store);
