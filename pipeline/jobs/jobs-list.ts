import { type DueTime, nextDueTimes } from "../calendar/due-times.ts";
import { timingWords } from "../calendar/timing-words.ts";
import type { ScheduleRules } from "../model/schedule.ts";
import { type JobName, SCHEDULED_JOBS } from "../model/scheduled-job.ts";
import type { Store } from "../store/database.ts";
import { listScheduledRuns, type ScheduledRun } from "../store/scheduled-runs.ts";
import { dueKey } from "./reserve-due.ts";

/** A scheduled job, as it is told of. */
export interface ListedJob {
  readonly job: JobName;
  readonly title: string; // Chinese
  readonly timing: string; // in words
  readonly next: readonly { readonly at: string; readonly due: string }[]; // ISO 8601, UTC; what the run will be for
  readonly last: ScheduledRun | null; // that has been begun
}

/** The jobs of the schedule with their last run and the next `count`, in the order of the schedule. */
export async function listJobs(
  store: Store,
  { jobs, days }: ScheduleRules,
  now: string,
  count: number,
): Promise<readonly ListedJob[]> {
  const runs = await listScheduledRuns(store);
  return jobs.map(({ job, ...timing }): ListedJob => {
    const next = nextDueTimes(timing, now, count, days).map((time: DueTime) => ({
      at: time.at,
      due: dueKey(job, time).due,
    }));
    const last = runs.findLast((run) => run.job === job && run.startedAt !== null) ?? null;
    return { job, title: SCHEDULED_JOBS[job].title, timing: timingWords(timing), next, last };
  });
}

/** Every run of the ledger, by the time for which it was scheduled. @throws PipelineError STORE_BUSY, STORE_FAILED */
export function listJobHistory(store: Store): Promise<readonly ScheduledRun[]> {
  return listScheduledRuns(store);
}
