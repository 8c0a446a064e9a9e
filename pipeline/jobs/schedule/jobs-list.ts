import { type DueTime, nextDueTimes } from "../../calendar/due-times.ts";
import { timingWords } from "../../calendar/timing-words.ts";
import type { ScheduleRules } from "../../model/schedule.ts";
import { type JobName, SCHEDULED_JOBS } from "../../model/scheduled-job.ts";
import type { Store } from "../../store/database.ts";
import { findLastBegun, listPendingRuns, listScheduledRuns, type ScheduledRun } from "../../store/scheduled-runs.ts";
import { dueKey } from "./reserve-due.ts";

/** A scheduled job, as it is told of. */
export interface ListedJob {
  readonly job: JobName;
  readonly title: string; // Chinese
  readonly timing: string; // in words
  readonly next: readonly { readonly at: string; readonly due: string }[]; // ISO 8601, UTC; what the run will be for
  readonly last: ScheduledRun | null; // that has been begun
  readonly waiting: readonly ScheduledRun[]; // due and not begun yet
}

/** The jobs of the schedule with their last run and the next `count`, in the order of the schedule. */
export async function listJobs(
  store: Store,
  { jobs, days }: ScheduleRules,
  now: string,
  count: number,
): Promise<readonly ListedJob[]> {
  const pending = (await listPendingRuns(store)).filter(({ startedAt }) => startedAt === null);
  const listed = jobs.map(async ({ job, ...timing }): Promise<ListedJob> => {
    const keyOf = (time: DueTime) => dueKey(job, time).due;
    const next = nextDueTimes(timing, now, count, days, keyOf).map((time) => ({ at: time.at, due: keyOf(time) }));
    const last = await findLastBegun(store, job);
    const waiting = pending.filter((run) => run.job === job);
    return { job, title: SCHEDULED_JOBS[job].title, timing: timingWords(timing), next, last, waiting };
  });
  return Promise.all(listed);
}

/** Every run of the ledger, by the time for which it was scheduled. @throws PipelineError STORE_BUSY, STORE_FAILED */
export function listJobHistory(store: Store): Promise<readonly ScheduledRun[]> {
  return listScheduledRuns(store);
}
