import type { ListedJob } from "../jobs/jobs-list.ts";
import { beijingTime } from "../model/beijing-time.ts";
import { parsePeriod, periodName, yearOf } from "../model/period.ts";
import { OUTCOME_WORDS } from "../model/run-outcome.ts";
import { isJobName, SCHEDULED_JOBS } from "../model/scheduled-job.ts";

/** A run, as far as it is told of. */
type ToldRun = NonNullable<ListedJob["last"]>;

/** When each job is due next, a line each. */
export function nextRunLines(jobs: readonly ListedJob[]): readonly string[] {
  return jobs.map(({ title, job, next }) => {
    const [first] = next;
    if (first === undefined) return `  ${title}（${job}）  不会再到期`;
    return `  ${title}（${job}）  下次 ${beijingTime(first.at)}${subject(job, first.due)}`;
  });
}

/** A job: when it is due, next and what became of it last. */
export function jobLines({ job, title, timing, next, last }: ListedJob): readonly string[] {
  return [
    `${title}（${job}）  ${timing}`,
    ...next.map(({ at, due }, index) => `  ${index === 0 ? "下次" : "再下次"}  ${beijingTime(at)}${subject(job, due)}`),
    ...(last === null ? [] : [`  上次  ${runLine(last)}`]),
  ];
}

/** One run: for when, of what, how it ended. */
export function runLine({ job, due, scheduledFor, outcome, counts, note, error }: ToldRun): string {
  const told = Object.entries(counts).map(([name, count]) => `${COUNT_WORDS[name] ?? name} ${count}`);
  const words = [outcome === null ? "没有做完" : OUTCOME_WORDS[outcome], ...told, note, error].filter(Boolean);
  return `${beijingTime(scheduledFor)}  ${runSubject({ job, due })}：${words.join("，")}`;
}

/** Which run: 生成月报，2023年6月; 收件（手工）. */
export function runSubject({ job, due }: Pick<ToldRun, "job" | "due">): string {
  const title = isJobName(job) ? SCHEDULED_JOBS[job].title : job;
  return `${title}${subject(job, due)}${due.startsWith("manual ") ? "（手工）" : ""}`;
}

/** Of what: ，2023年6月；，2023年二季度；，2023年. Empty for what is done at times. */
function subject(job: string, due: string): string {
  const period = parsePeriod(due.split(" ").at(-1) ?? "");
  if (period === undefined || !isJobName(job)) return "";
  const { span } = SCHEDULED_JOBS[job];
  return `，${span === "year" ? `${yearOf(period)}年` : periodName(period, span === "quarter" ? "quarter" : "month")}`;
}

const COUNT_WORDS: Readonly<Record<string, string>> = {
  files: "收到",
  failed: "读不了",
  unusable: "用不了的部门文件夹",
  papers: "新文稿",
  held: "没有生成",
  missing: "缺报",
  questions: "待答复",
  reread: "补读",
  delivered: "发出文稿",
  undelivered: "没有送齐",
  unapproved: "待签发",
  reminded: "催办",
  unreminded: "没有催到",
  packages: "新归档包",
  failedChecks: "检测没有通过",
  stored: "备份文件",
  removed: "删去旧备份",
  errors: "有错误",
};
