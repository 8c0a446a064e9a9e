import { randomBytes } from "node:crypto";
import { normaliseConfig } from "../../../pipeline/config.ts";
import { PipelineError } from "../../../pipeline/errors.ts";
import { attend } from "../../../pipeline/jobs/schedule/attend.ts";
import type { JobContext, JobStep, StepResult } from "../../../pipeline/jobs/schedule/jobs/job.ts";
import { loadSchedule } from "../../../pipeline/jobs/schedule/rules.ts";
import type { JobRoom } from "../../../pipeline/jobs/schedule/run-due.ts";
import type { JobTiming, ScheduleRules } from "../../../pipeline/model/schedule.ts";
import { JOB_NAMES, type JobName } from "../../../pipeline/model/scheduled-job.ts";
import type { Store } from "../../../pipeline/store/database.ts";
import { listScheduledRuns } from "../../../pipeline/store/scheduled-runs.ts";
import { freshStore } from "../../support/fresh-store.ts";
import { ROOT } from "../../support/scratch-home.ts";

export const NOTHING: StepResult = { counts: {}, note: null, hasErrors: false };

/** A line with its days, for a job. */
export function timing(job: JobName, cron: string, more: Partial<JobTiming> = {}): JobTiming {
  return { job, cron, days: "every", catchUp: 5, ...more };
}

/** A schedule with a clock of its own and jobs that only note that they were done, in how many steps the test likes. */
export async function fakeSchedule(jobs: readonly JobTiming[], start: string, steps: readonly JobStep[] = []) {
  let time = Date.parse(start);
  const done: string[] = [];
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const store: Store = await freshStore();
  const rules: ScheduleRules = { ...loadSchedule(ROOT), jobs };
  const noting =
    (job: JobName): JobStep =>
    async ({ period, day }: JobContext) => {
      done.push(`${job} ${period ?? day}`);
      return NOTHING;
    };
  let beforeStep = async () => {};
  const guarded = (step: JobStep): JobStep => {
    return async (context) => {
      await beforeStep();
      return step(context);
    };
  };
  const registry = Object.fromEntries(
    JOB_NAMES.map((job) => [job, [noting(job), ...steps].map(guarded)]),
  ) as unknown as JobRoom["registry"];
  let isStopping = false;
  let isBusy = false;
  const room: JobRoom = {
    ...{ store, rules, registry, owner: "self" },
    setting: normaliseConfig({}),
    effects: {
      now: () => new Date(time).toISOString(),
      random: randomBytes,
      logger: { info: write, warn: write, error: write },
      wait: async (ms) => {
        time += ms;
      },
    },
    alone: (work) => (isBusy ? Promise.reject(new PipelineError("STORE_BUSY", "another is at it")) : work()),
    isStopping: () => isStopping,
  };
  return {
    room,
    done,
    lines,
    busy: (now: boolean) => {
      isBusy = now;
    },
    stop: () => {
      isStopping = true;
    },
    pass: (ms: number) => {
      time += ms;
    },
    at: (instant: string) => {
      time = Date.parse(instant);
    },
    attend: (isFirst = false) => attend(room, isFirst),
    /** Attends as a process that is killed when its n-th step is about to begin: nothing of it happens after that. */
    killedAt: async (nth: number) => {
      let left = nth;
      const killed = new Promise<true>((resolve) => {
        beforeStep = () => {
          left -= 1;
          if (left > 0) return Promise.resolve();
          resolve(true);
          return new Promise<never>(() => {});
        };
      });
      const wasKilled = await Promise.race([killed, attend(room, true).then(() => false)]);
      beforeStep = async () => {};
      return wasKilled;
    },
    ledger: async () =>
      (await listScheduledRuns(store)).map(({ job, due, outcome, step }) => `${job} ${due} ${outcome} ${step}`),
  };
}
