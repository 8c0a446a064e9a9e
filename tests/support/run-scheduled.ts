import { type ConfigSpec, normaliseConfig } from "../../pipeline/config.ts";
import { withJobRoom } from "../../pipeline/jobs/schedule/job-room.ts";
import { runJobNow } from "../../pipeline/jobs/schedule/run-job.ts";
import type { Period } from "../../pipeline/model/period.ts";
import type { JobName } from "../../pipeline/model/scheduled-job.ts";
import type { ScheduledRun } from "../../pipeline/store/scheduled-runs.ts";
import { memoryEffects } from "./scratch-home.ts";

/** Runs a job in a home at an instant, as `jindu jobs run` does. @returns its run, as it ended */
export async function runScheduled(
  home: string,
  job: JobName,
  now: string,
  { period, ...settings }: ConfigSpec & { readonly period?: Period } = {},
): Promise<Pick<ScheduledRun, "outcome" | "counts" | "note" | "error">> {
  const config = normaliseConfig({ JINDU_HOME: home, JINDU_OFFICE: "none", ...settings });
  const effects = memoryEffects(now);
  const runs = await withJobRoom(config, effects, (room) => runJobNow(room, job, period));
  const run = runs.at(-1);
  if (run === undefined) throw new RangeError(`${job} was not run`);
  const { outcome, counts, note, error } = run;
  return { outcome, counts, note, error };
}
