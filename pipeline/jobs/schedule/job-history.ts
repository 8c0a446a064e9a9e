import { isJobName, type JobName, SCHEDULED_JOBS } from "../../model/scheduled-job.ts";
import type { ScheduledRun } from "../../store/scheduled-runs.ts";
import { QUIET_JOBS } from "./run-due.ts";
import { runLine } from "./run-words.ts";

/** Which runs of the ledger are asked for. */
export interface HistoryRequest {
  readonly job: JobName | null; // null: of all jobs
  readonly limit: number; // of lines
}

/**
 * The last runs of the ledger, a line each, in their order; then what is not among them. Of all jobs, those that look many times
 * a day are told where something came of it.
 */
export function historyLines(runs: readonly ScheduledRun[], { job, limit }: HistoryRequest): readonly string[] {
  const asked = runs.filter((run) => job === null || run.job === job);
  const telling = job === null ? asked.filter((run) => !isQuiet(run)) : asked;
  const told = telling.slice(-limit);
  const quiet = asked.length - telling.length;
  const earlier = telling.length - told.length;
  return [
    ...told.map(runLine),
    ...(earlier === 0
      ? []
      : [`以上是最近 ${told.length} 次，更早的还有 ${earlier} 次：--limit 写列几次，--job 只列一项工作。`]),
    ...(quiet === 0
      ? []
      : [`${QUIET_TITLES}没有可做的、略过的 ${quiet} 次没有列出：用 --job ${QUIET_JOBS.join(" 或 ")} 查看。`]),
    ...(asked.length === 0 ? [job === null ? "还没有做过定时工作。" : `还没有做过${SCHEDULED_JOBS[job].title}。`] : []),
  ];
}

const QUIET_TITLES = QUIET_JOBS.map((job) => (isJobName(job) ? SCHEDULED_JOBS[job].title : job)).join("、");

/** Found nothing to do, or was left out. */
function isQuiet({ job, outcome, counts, note }: ScheduledRun): boolean {
  if (!QUIET_JOBS.includes(job)) return false;
  if (outcome === "skipped" || outcome === "overlapped") return true;
  return outcome === "done" && Object.keys(counts).length === 0 && note === null;
}
