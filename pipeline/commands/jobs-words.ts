import type { ListedJob } from "../jobs/schedule/jobs-list.ts";
import { runLine, subjectWords } from "../jobs/schedule/run-words.ts";
import { beijingTime } from "../model/beijing-time.ts";

/** Of a line that no day of the calendar fits: on Sundays, of working days. */
const NEVER_DUE = "不会再到期：时间和日子（cron 与 days）凑不到一起，请改 seeds/schedule.yaml";

/** When each job is due next, a line each. */
export function nextRunLines(jobs: readonly ListedJob[]): readonly string[] {
  return jobs.map(({ title, job, next }) => {
    const [first] = next;
    if (first === undefined) return `  ${title}（${job}）  ${NEVER_DUE}`;
    return `  ${title}（${job}）  下次 ${beijingTime(first.at)}${subjectWords(job, first.due)}`;
  });
}

/** A job: when it is due, next, what became of it last, and what of it is due and has to wait. */
export function jobLines({ job, title, timing, next, last, waiting }: ListedJob): readonly string[] {
  return [
    `${title}（${job}）  ${timing}`,
    ...(next.length === 0 ? [`  下次  ${NEVER_DUE}`] : []),
    ...next.map(
      ({ at, due }, index) => `  ${index === 0 ? "下次" : "再下次"}  ${beijingTime(at)}${subjectWords(job, due)}`,
    ),
    ...(last === null ? [] : [`  上次  ${runLine(last)}`]),
    ...waiting.map(
      ({ due, scheduledFor }) => `  等着  ${beijingTime(scheduledFor)}${subjectWords(job, due)}：到期了，还没有开始`,
    ),
  ];
}
