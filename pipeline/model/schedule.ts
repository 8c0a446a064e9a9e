import type { JobName } from "./scheduled-job.ts";

/** When a file in the inbox is taken. */
export interface InboxRules {
  readonly settleMs: number; // for so long nothing about it has changed
  readonly patienceMs: number; // for so long one that is plainly cut short is waited for
}

/** On which days a time counts: on all; on working days only; on a day off, moved to the next working day. */
export const DAY_RULES = ["every", "working", "next-working"] as const;

export type DayRule = (typeof DAY_RULES)[number];

/** When a job falls due. */
export interface JobTiming {
  readonly job: JobName;
  readonly cron: string; // five fields: minute, hour, day, month, weekday; Beijing time
  readonly days: DayRule;
  readonly catchUp: number; // how many missed times are made up for; older ones are skipped
}

/** Which of the nightly backups are kept: the last of so many days, and the last of each of so many months. */
export interface BackupRules {
  readonly daily: number; // at least 1
  readonly monthly: number;
}

/** Days that offices were told of beyond the calendar that ships, like "2027-02-08". */
export interface DayNotices {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** What seeds/schedule.yaml says. */
export interface ScheduleRules {
  readonly inbox: InboxRules;
  readonly jobs: readonly JobTiming[]; // in the order of SCHEDULED_JOBS
  readonly backups: BackupRules;
  readonly days: DayNotices;
}
