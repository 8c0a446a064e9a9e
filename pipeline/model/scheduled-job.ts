import { monthOf, type Period, parsePeriod, shiftPeriod } from "./period.ts";

/** What a job's run is for: the moment at which it falls due, or the month, quarter or year that has just ended. */
export type JobSpan = "time" | "month" | "quarter" | "year";

/** Every job that can be scheduled, in the order in which those due at one moment are done. */
export const SCHEDULED_JOBS = {
  inbox: { title: "收件", span: "time" },
  check: { title: "检查", span: "time" },
  remind: { title: "催办", span: "time" },
  "publish-monthly": { title: "生成月报", span: "month" },
  "publish-quarterly": { title: "生成季报", span: "quarter" },
  "publish-annual": { title: "生成年报", span: "year" },
  deliver: { title: "发送文稿", span: "time" },
  archive: { title: "季度归档", span: "quarter" },
  backup: { title: "备份", span: "time" },
} as const satisfies Record<string, { readonly title: string; readonly span: JobSpan }>;

export type JobName = keyof typeof SCHEDULED_JOBS;

export const JOB_NAMES = Object.keys(SCHEDULED_JOBS) as readonly JobName[];

const MONTHS: Readonly<Record<Exclude<JobSpan, "time">, number>> = { month: 1, quarter: 3, year: 12 };

/** Tells whether a month is the last of a job's quarter or year; any is of a month's job. */
export function endsSpan(period: Period, span: Exclude<JobSpan, "time">): boolean {
  return monthOf(period) % MONTHS[span] === 0;
}

/** Tells whether `word` names a job. */
export function isJobName(word: string): word is JobName {
  return Object.hasOwn(SCHEDULED_JOBS, word);
}

/** The last month, quarter or year that was over on a day, "2023-07-20"; named by its last month. */
export function periodEndedBy(day: string, span: Exclude<JobSpan, "time">): Period {
  const month = parsePeriod(day.slice(0, 7));
  if (month === undefined) throw new RangeError(`not a day: ${day}`);
  const months = MONTHS[span];
  return shiftPeriod(month, -(((monthOf(month) - 1) % months) + 1));
}
