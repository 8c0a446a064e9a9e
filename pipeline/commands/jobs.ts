import type { Config } from "../config.ts";
import { PipelineError } from "../errors.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import { requireDay, requirePeriod } from "../jobs/period.ts";
import { calendarWarnings } from "../jobs/schedule/calendar-warnings.ts";
import { confirmClock } from "../jobs/schedule/confirm-clock.ts";
import { historyLines } from "../jobs/schedule/job-history.ts";
import { withJobRoom } from "../jobs/schedule/job-room.ts";
import { listJobHistory, listJobs } from "../jobs/schedule/jobs-list.ts";
import type { JobRoom } from "../jobs/schedule/run-due.ts";
import { backfillJob, runJobNow } from "../jobs/schedule/run-job.ts";
import { runLine } from "../jobs/schedule/run-words.ts";
import { printableJson } from "../model/printable-text.ts";
import { isJobName, JOB_NAMES, type JobName } from "../model/scheduled-job.ts";
import { jobLines } from "./jobs-words.ts";

const NEXT_RUNS = 3;
const LAST_RUNS = 30;

/** What is asked about jobs. */
export type JobsTask =
  | { readonly task: "list" }
  | { readonly task: "history" }
  | { readonly task: "confirm-clock" }
  | { readonly task: "run"; readonly name: string }
  | { readonly task: "backfill"; readonly name: string };

interface JobsOptions {
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly job?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

/** Tells of the scheduled jobs, or runs one; exit code 1 where a run failed or ended with errors in the data. */
export async function jobs(
  task: JobsTask,
  options: JobsOptions,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  const name = "name" in task ? requireJob(task.name) : undefined;
  const asked = { job: options.job === undefined ? null : requireJob(options.job), limit: requireLimit(options.limit) };
  return withJobRoom(config, effects, async (room) => {
    if (task.task === "list") {
      for (const warning of calendarWarnings(effects.now(), room.rules.days)) effects.logger.warn(warning);
      const listed = await listJobs(room.store, room.rules, effects.now(), NEXT_RUNS);
      write(options.json ? printableJson({ jobs: listed }) : listed.flatMap(jobLines).join("\n"));
      return 0;
    }
    if (task.task === "confirm-clock") {
      const doubt = await confirmClock(room);
      write(
        options.json
          ? printableJson({ doubt })
          : doubt === null
            ? "时钟没有可疑的地方。"
            : `已按现在的时钟继续。${doubt}。`,
      );
      return 0;
    }
    if (name === undefined) {
      const runs = await listJobHistory(room.store);
      const own = runs.filter((run) => asked.job === null || run.job === asked.job);
      const last = options.limit === undefined ? own : own.slice(-asked.limit);
      write(options.json ? printableJson({ runs: last }) : historyLines(runs, asked).join("\n"));
      return 0;
    }
    const runs = await runAsked(room, task.task, name, options);
    write(options.json ? printableJson({ runs }) : runs.map(runLine).join("\n") || "没有要补做的。");
    return runs.some(({ outcome }) => outcome !== "done") ? 1 : 0;
  });
}

function runAsked(room: JobRoom, task: JobsTask["task"], name: JobName, { period, from, to }: JobsOptions) {
  if (task === "run") return runJobNow(room, name, period === undefined ? undefined : requirePeriod(period));
  const [first, last] = [requireDay(from), requireDay(to)];
  if (first !== null && last !== null) return backfillJob(room, name, { from: first, to: last });
  throw new PipelineError("USAGE", "jobs backfill 要写 --from 和 --to", {
    hint: "例如 jobs backfill publish-monthly --from 2023-05-01 --to 2023-07-31",
  });
}

function requireLimit(limit = String(LAST_RUNS)): number {
  if (/^[1-9]\d{0,5}$/.test(limit)) return Number(limit);
  throw new PipelineError("USAGE", `--limit 写成了 ${JSON.stringify(limit)}，应是列几次的整数`, {
    hint: "例如 jobs history --limit 100",
  });
}

function requireJob(name: string): JobName {
  if (isJobName(name)) return name;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(name)} 这项工作`, {
    hint: `可以写：${JOB_NAMES.join("、")}`,
  });
}
