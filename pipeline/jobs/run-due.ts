import { PipelineError, placeToTell } from "../errors.ts";
import { beijingDay } from "../model/beijing-time.ts";
import { parsePeriod } from "../model/period.ts";
import type { ScheduleRules } from "../model/schedule.ts";
import { isJobName, JOB_NAMES, SCHEDULED_JOBS } from "../model/scheduled-job.ts";
import type { Store } from "../store/database.ts";
import {
  beginRun,
  finishRun,
  finishStep,
  forgetQuietRuns,
  listPendingRuns,
  type ScheduledRun,
} from "../store/scheduled-runs.ts";
import type { TimedEffects } from "./effects.ts";
import type { JobSetting } from "./scheduled/job.ts";
import type { JobRegistry } from "./scheduled/registry.ts";

const MOST_ATTEMPTS = 3;
const QUIET_JOBS: readonly string[] = ["inbox", "deliver"]; // that look many times a day whether there is anything to do
const QUIET_KEPT_MS = 2 * 24 * 60 * 60 * 1000;

/** What running jobs takes. */
export interface JobRoom {
  readonly store: Store;
  readonly setting: JobSetting;
  readonly rules: ScheduleRules;
  readonly registry: JobRegistry;
  readonly effects: TimedEffects;
  readonly owner: string; // of the heartbeat
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>; // one process at a time; STORE_BUSY where another is at it
  readonly isStopping: () => boolean; // asked before every run
}

/**
 * Does what is reserved, one after another, in the order in which it fell due; to be called within `alone`.
 *
 * A run that a killed process left goes on behind its last finished step. One that has been begun three times and never
 * ended fails. What fails is noted and keeps nothing else back; where the database is held by another, the rest waits.
 *
 * @returns the runs that were done, as they ended
 */
export async function runPending(room: JobRoom): Promise<readonly ScheduledRun[]> {
  const ended: ScheduledRun[] = [];
  for (;;) {
    const [next] = inOrder(await listPendingRuns(room.store));
    if (next === undefined || room.isStopping()) return ended;
    const run = await runOne(room, next);
    if (run === undefined) return ended;
    ended.push(run);
  }
}

function inOrder(runs: readonly ScheduledRun[]): readonly ScheduledRun[] {
  const place = ({ job }: ScheduledRun) => (isJobName(job) ? JOB_NAMES.indexOf(job) : JOB_NAMES.length);
  return [...runs].sort((a, b) => Date.parse(a.scheduledFor) - Date.parse(b.scheduledFor) || place(a) - place(b));
}

/** Undefined where it has to wait for a database that another process holds. */
async function runOne(room: JobRoom, run: ScheduledRun): Promise<ScheduledRun | undefined> {
  const { store, effects } = room;
  const end = async (outcome: "done" | "done-with-errors" | "failed", error: string | null, done = run) => {
    const finishedAt = effects.now();
    await finishRun(store, run, { outcome, finishedAt, error });
    const counts = Object.entries(done.counts).map(([name, count]) => `${name}${count}`);
    effects.logger.info([`定时 ${titleOf(run)}`, run.due, OUTCOMES[outcome], ...counts].join(" "));
    if (QUIET_JOBS.includes(run.job)) await forgetQuietRuns(store, run.job, daysBefore(finishedAt));
    return { ...done, outcome, finishedAt, error };
  };
  if (run.attempts >= MOST_ATTEMPTS) return end("failed", `开始了 ${run.attempts} 次，每次都中途断了`);
  await beginRun(store, run, effects.now());
  try {
    const done = await runSteps(room, run);
    return await end(done.counts.errors ? "done-with-errors" : "done", null, done);
  } catch (error) {
    if (error instanceof PipelineError && (error.code === "STORE_BUSY" || error.mayPass)) return undefined;
    const told = error instanceof PipelineError ? wordsOf(error) : `${error}`;
    effects.logger.error(`定时 ${titleOf(run)} ${run.due} ${told}`);
    return end("failed", told);
  }
}

async function runSteps(room: JobRoom, run: ScheduledRun): Promise<ScheduledRun> {
  const { store, setting, rules, effects, registry } = room;
  if (!isJobName(run.job)) throw new PipelineError("CONFIG_INVALID", `没有 ${JSON.stringify(run.job)} 这项工作`);
  const steps = registry[run.job];
  const [, due = ""] = /(\S+)$/.exec(run.due) ?? [];
  const context = { setting, rules, effects, period: parsePeriod(due) ?? null, day: beijingDay(run.scheduledFor) };
  let { counts, note } = run;
  for (const [index, step] of steps.entries()) {
    if (index < run.step) continue;
    const result = await step(context);
    const errors = result.hasErrors ? { errors: 1 } : {};
    counts = { ...counts, ...result.counts, ...errors };
    note = [note, result.note].filter(Boolean).join("；") || null;
    await finishStep(store, run, { step: index + 1, counts, note });
  }
  return { ...run, counts, note, step: steps.length };
}

/** Where, what, and what to do. */
function wordsOf(error: PipelineError): string {
  const place = placeToTell(error);
  return [place === "" ? error.message : `${place}：${error.message}`, error.hint].filter(Boolean).join("。");
}

function titleOf({ job }: ScheduledRun): string {
  return isJobName(job) ? SCHEDULED_JOBS[job].title : job;
}

function daysBefore(now: string): string {
  return new Date(Date.parse(now) - QUIET_KEPT_MS).toISOString();
}

const OUTCOMES = { done: "完成", "done-with-errors": "完成，数据有错误", failed: "没有完成" } as const;
