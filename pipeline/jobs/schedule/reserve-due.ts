import type { DueTime } from "../../calendar/due-times.ts";
import { dueTimes } from "../../calendar/due-times.ts";
import type { Logger } from "../../log.ts";
import type { DayNotices, JobTiming, ScheduleRules } from "../../model/schedule.ts";
import { periodEndedBy, SCHEDULED_JOBS } from "../../model/scheduled-job.ts";
import type { Store } from "../../store/database.ts";
import { findMark, type Reservation, reserveDue } from "../../store/reservations.ts";
import type { DueKey } from "../../store/scheduled-runs.ts";

const MOST_TOLD = 60; // of the times left out: of those before only the number
const FARTHEST_BACK_MS = 400 * 24 * 60 * 60 * 1000; // a yearly job is among them

/** What to call a run: its period, where the job is done once for each; else its time. */
export function dueKey(job: JobTiming["job"], { at, day }: DueTime): DueKey {
  const { span } = SCHEDULED_JOBS[job];
  return { job, due: span === "time" ? at : periodEndedBy(day, span) };
}

/**
 * Reserves what has fallen due: the latest `catchUp` times of each job are to be done, older ones are noted as left out. Times
 * for one period are one. Times of more than 400 days ago are not looked for.
 *
 * A job's first look reserves nothing, nor does one by a clock that shows no more than at the last.
 *
 * @param busySince since when this process was at another job, so that it could not look: what fell due then has
 *   overlapped; null where it has just started
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function reserveAll(
  store: Store,
  { jobs, days }: ScheduleRules,
  { now, busySince, logger }: { readonly now: string; readonly busySince: string | null; readonly logger: Logger },
): Promise<void> {
  for (const timing of jobs) {
    const before = await findMark(store, timing.job);
    if (before !== null && before >= now) continue;
    const due = before === null ? [] : dueBetween(timing, { before, now, busySince, logger }, days);
    await reserveDue(store, timing.job, { before, now }, due);
  }
}

interface Look {
  readonly before: string;
  readonly now: string;
  readonly busySince: string | null;
  readonly logger: Logger;
}

function dueBetween(
  timing: JobTiming,
  { before, now, busySince, logger }: Look,
  days: DayNotices,
): readonly Reservation[] {
  const farthest = new Date(Date.parse(now) - FARTHEST_BACK_MS).toISOString();
  const after = before > farthest ? before : farthest;
  const keyOf = (time: DueTime) => dueKey(timing.job, time).due;
  const { times, left } = dueTimes(timing, { after, upTo: now, limit: timing.catchUp + MOST_TOLD, keyOf }, days);
  const out = times.slice(0, -timing.catchUp).map((time, index): Reservation => {
    const outcome = busySince !== null && time.at > busySince ? "overlapped" : "skipped";
    const earlier = index === 0 && left > 0 ? `；此前还有 ${left} 次` : "";
    return { ...dueKey(timing.job, time), scheduledFor: time.at, outcome, note: `${OUT_WORDS[outcome]}${earlier}` };
  });
  if (out.length > 0) logger.warn(`定时 ${SCHEDULED_JOBS[timing.job].title} 略过${out.length + left}次`);
  return [...out, ...times.slice(-timing.catchUp).map((time) => toDo(timing.job, time))];
}

/** A run that is to be done. */
export function toDo(job: JobTiming["job"], time: DueTime): Reservation {
  return { ...dueKey(job, time), scheduledFor: time.at, outcome: null, note: null };
}

const OUT_WORDS = {
  skipped: "没有运行时错过，超出补做的次数",
  overlapped: "上一项工作还没有做完",
} as const;
