import type { Period } from "../../../model/period.ts";
import type { ScheduleRules } from "../../../model/schedule.ts";
import type { DeliverSetting } from "../../deliver/deliver.ts";
import type { TimedEffects } from "../../effects.ts";
import type { HomeSetting } from "../../open-home.ts";

/** Where jobs find their home, where papers leave it by, and what archives and backs it up. */
export interface JobSetting extends HomeSetting, DeliverSetting {
  readonly office: string | null; // LibreOffice's program; null where packages are to have no PDFs
  readonly backups: string; // the folder that nightly backups are put into
}

/** What a step of a job gets to know. */
export interface JobContext {
  readonly setting: JobSetting;
  readonly rules: ScheduleRules;
  readonly effects: TimedEffects;
  readonly startedAt: string; // when the run was begun for the first time; ISO 8601, UTC
  readonly period: Period | null; // that the run is for; null for what is done at times
  readonly isStopping: () => boolean; // to be asked between things that may be left for the next run
  readonly day: string; // "2023-07-20", in Beijing, on which it fell due
}

/** What a step came to. */
export interface StepResult {
  readonly counts: Readonly<Record<string, number>>; // empty where nothing was there to do
  readonly note: string | null; // Chinese, for the ledger: what is missing, why nothing was written
  readonly hasErrors: boolean; // in the data
}

/**
 * One step of a job. It may be killed anywhere and is then done again from its beginning, so whatever it does it must
 * find done, or do to the same end.
 */
export type JobStep = (context: JobContext) => Promise<StepResult>;

/** The steps of a job in their order. */
export type ScheduledJob = readonly JobStep[];
