import { dueTimes } from "../../calendar/due-times.ts";
import { PipelineError } from "../../errors.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import { shiftDay } from "../../model/day.ts";
import type { Period } from "../../model/period.ts";
import { endsSpan, JOB_NAMES, type JobName, periodEndedBy, SCHEDULED_JOBS } from "../../model/scheduled-job.ts";
import { reserveAgain } from "../../store/reservations.ts";
import { MANUAL, type ScheduledRun, withdrawRun } from "../../store/scheduled-runs.ts";
import { requireSoundClock } from "./require-sound-clock.ts";
import { dueKey, toDo } from "./reserve-due.ts";
import { type JobRoom, runPending } from "./run-due.ts";

const MOST_BACKFILLED = 1000;

/**
 * Runs a job now because a person asks for it, and before it whatever was left undone.
 *
 * @param period of the paper; the last that is over where not given
 * @throws PipelineError USAGE where the job is not done by periods, or the period is not one of its own; STORE_BUSY where
 *   another process runs jobs or holds what this or an earlier run takes: the order is forgotten then, unless it got on;
 *   CLOCK_DOUBTFUL
 */
export async function runJobNow(
  room: JobRoom,
  job: JobName,
  period: Period | undefined,
): Promise<readonly ScheduledRun[]> {
  const now = room.effects.now();
  const { span } = SCHEDULED_JOBS[job];
  if (span === "time" && period !== undefined)
    throw new PipelineError("USAGE", `${job} 不是按期做的，不能写 --period`, { hint: "去掉 --period 再运行" });
  if (span !== "time" && period !== undefined && !endsSpan(period, span))
    throw new PipelineError("USAGE", `${period} 不是季度或年的最后一个月，${job} 做不了`, {
      hint: span === "year" ? "年份写作 2023" : "季度写作 2023-Q2",
    });
  const subject = span === "time" ? [] : [period ?? periodEndedBy(beijingDay(now), span)];
  const due = [MANUAL, now, ...subject].join(" ");
  return room.alone(async () => {
    await requireSoundClock(room.store, now);
    await reserveAgain(room.store, { job, due, scheduledFor: now, outcome: null, note: null }, now);
    const { ended, heldUp } = await runPending(room);
    if (heldUp === null || ended.some((run) => run.due === due && run.job === job)) return ended;
    await withdrawRun(room.store, { job, due });
    throw heldUp;
  });
}

/**
 * Does what a job has missed between two days in Beijing, both included: every time that was left out, failed or was
 * never looked at, in order. What is done stays done. Only what is made for a month, a quarter or a year can be made up for: the
 * others do what there is to do now, and would be noted as done on a day on which they were not.
 *
 * @throws PipelineError USAGE for a job that is not done by periods or not in the schedule, days the wrong way round or more than 1,000 times;
 *   STORE_BUSY where another process runs jobs, or holds what they take: they are done when the schedule is next looked at;
 *   CLOCK_DOUBTFUL
 */
export async function backfillJob(
  room: JobRoom,
  job: JobName,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly ScheduledRun[]> {
  if (SCHEDULED_JOBS[job].span === "time")
    throw new PipelineError("USAGE", `${job} 做的总是当时该做的事，不能补做过去的`, {
      hint: `现在就做用 jobs run ${job}；可以补做的：${JOB_NAMES.filter((name) => SCHEDULED_JOBS[name].span !== "time").join("、")}`,
    });
  const timing = room.rules.jobs.find((one) => one.job === job);
  if (timing === undefined)
    throw new PipelineError("USAGE", `seeds/schedule.yaml 里没有 ${job} 的时间`, { hint: "请先写上再补做" });
  if (from > to) throw new PipelineError("USAGE", `--from ${from} 在 --to ${to} 之后`, { hint: "请对调" });
  const now = room.effects.now();
  const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).getTime();
  const after = new Date(startOf(from) - 1).toISOString();
  const end = new Date(startOf(shiftDay(to, 1)) - 1).toISOString();
  const upTo = end < now ? end : now;
  const { times, left } = dueTimes(timing, { after, upTo, limit: MOST_BACKFILLED }, room.rules.days);
  if (left > 0)
    throw new PipelineError(
      "USAGE",
      `这段时间里 ${job} 有 ${times.length + left} 次，一次最多补做 ${MOST_BACKFILLED} 次`,
      {
        hint: "请分几段补做",
      },
    );
  return room.alone(async () => {
    const asked = new Set(times.map((time) => dueKey(job, time).due));
    await requireSoundClock(room.store, now);
    for (const time of times) await reserveAgain(room.store, toDo(job, time), now);
    const { ended, heldUp } = await runPending(room);
    if (heldUp !== null) throw heldUp;
    return ended.filter((run) => run.job === job && asked.has(run.due));
  });
}
