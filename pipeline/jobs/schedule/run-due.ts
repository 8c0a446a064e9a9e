import { PipelineError, placeToTell, withHint } from "../../errors.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import { parsePeriod } from "../../model/period.ts";
import type { RunOutcome } from "../../model/run-outcome.ts";
import type { ScheduleRules } from "../../model/schedule.ts";
import { isJobName, JOB_NAMES } from "../../model/scheduled-job.ts";
import type { Store } from "../../store/database.ts";
import {
  beginRun,
  finishRun,
  finishStep,
  forgetQuietRuns,
  listPendingRuns,
  type ScheduledRun,
  waitWithRun,
} from "../../store/scheduled-runs.ts";
import type { TimedEffects } from "../effects.ts";
import type { JobSetting } from "./jobs/job.ts";
import type { JobRegistry } from "./jobs/registry.ts";
import { runLine, runSubject } from "./run-words.ts";

const MOST_ATTEMPTS = 3;

/** Jobs that look many times a day whether there is anything to do. */
export const QUIET_JOBS: readonly string[] = ["inbox", "deliver"];

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

/** What became of the runs that were to be done. */
export interface Ran {
  readonly ended: readonly ScheduledRun[]; // as they ended
  readonly heldUp: PipelineError | null; // why the next has to wait, and the rest with it
}

/**
 * Does what is reserved, one after another, in the order in which it fell due; to be called within `alone`.
 *
 * A run that a killed process left goes on behind its last finished step. One that has been begun three times and never
 * ended fails. What fails is noted and keeps nothing else back; what another holds (the database, the papers being sent) or
 * the disk has no room for is waited for, however long, and the rest with it, so that the order stays.
 */
export async function runPending(room: JobRoom): Promise<Ran> {
  const ended: ScheduledRun[] = [];
  for (;;) {
    const [next] = inOrder(await listPendingRuns(room.store));
    if (next === undefined || room.isStopping()) return { ended, heldUp: null };
    const run = await runOne(room, next);
    if (run instanceof PipelineError) return { ended, heldUp: run };
    ended.push(run);
    if (QUIET_JOBS.includes(run.job)) await forgetQuietRuns(room.store, run.job, daysBefore(room.effects.now()));
  }
}

function inOrder(runs: readonly ScheduledRun[]): readonly ScheduledRun[] {
  const place = ({ job }: ScheduledRun) => (isJobName(job) ? JOB_NAMES.indexOf(job) : JOB_NAMES.length);
  return [...runs].sort((a, b) => Date.parse(a.scheduledFor) - Date.parse(b.scheduledFor) || place(a) - place(b));
}

/** An error where it has to wait: another process holds what it takes, or the disk is full. */
async function runOne(room: JobRoom, run: ScheduledRun): Promise<ScheduledRun | PipelineError> {
  const { store, effects } = room;
  const end = async (outcome: RunOutcome, error: string | null, done = run) => {
    const finishedAt = effects.now();
    await finishRun(store, run, { outcome, finishedAt, error });
    const ended = { ...done, outcome, finishedAt, error };
    effects.logger.info(`定时 ${runLine(ended)}`);
    return ended;
  };
  if (run.attempts >= MOST_ATTEMPTS) return end("failed", `开始了 ${run.attempts} 次，每次都中途断了`);
  const now = effects.now();
  await beginRun(store, run, now);
  try {
    const done = await runSteps(room, { ...run, startedAt: run.startedAt ?? now });
    return await end(done.counts.errors ? "done-with-errors" : "done", null, done);
  } catch (error) {
    const words = `定时 ${runSubject(run)}`;
    if (!(error instanceof PipelineError)) {
      effects.logger.error(`${words} ${stackOf(error)}`);
      return end("failed", `程序出错（${error}），请把日志交给维护程序的人`);
    }
    const told = wordsOf(error);
    if (error.code === "STORE_BUSY" || error.mayPass) {
      effects.logger.warn(`${words} 在等：${told}`);
      await waitWithRun(store, run, run);
      return error;
    }
    effects.logger.error(`${words} ${told}`);
    return end("failed", told);
  }
}

type BegunRun = ScheduledRun & { readonly startedAt: string };

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || `${error}`;
}

async function runSteps(room: JobRoom, run: BegunRun): Promise<ScheduledRun> {
  const { store, setting, rules, effects, registry, isStopping } = room;
  if (!isJobName(run.job)) throw new PipelineError("CONFIG_INVALID", `没有 ${JSON.stringify(run.job)} 这项工作`);
  const steps = registry[run.job];
  const [, due = ""] = /(\S+)$/.exec(run.due) ?? [];
  const context = {
    setting,
    rules,
    effects,
    isStopping,
    startedAt: run.startedAt,
    period: parsePeriod(due) ?? null,
    day: beijingDay(run.scheduledFor),
  };
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
  return place === "" ? withHint(error) : `${place}：${withHint(error)}`;
}

function daysBefore(now: string): string {
  return new Date(Date.parse(now) - QUIET_KEPT_MS).toISOString();
}
