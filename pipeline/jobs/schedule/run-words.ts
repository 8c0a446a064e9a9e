import { beijingTime } from "../../model/beijing-time.ts";
import { parsePeriod, periodName, yearOf } from "../../model/period.ts";
import { FOUND_NOTHING, OUTCOME_WORDS } from "../../model/run-outcome.ts";
import { isJobName, SCHEDULED_JOBS } from "../../model/scheduled-job.ts";
import { MANUAL, type ScheduledRun } from "../../store/scheduled-runs.ts";

/** A run, as far as it is told of. */
type ToldRun = Pick<ScheduledRun, "job" | "due" | "scheduledFor" | "outcome" | "counts" | "note" | "error">;

/** One run: for when, of what, how it ended. */
export function runLine({ job, due, scheduledFor, outcome, counts, note, error }: ToldRun): string {
  const told = Object.entries(counts).flatMap(([name, count]) =>
    name === FOUND_NOTHING ? [] : [`${COUNT_WORDS[name] ?? name} ${count}`],
  );
  const end = counts[FOUND_NOTHING] ? "没有可做的" : outcome === null ? "没有做完" : OUTCOME_WORDS[outcome];
  const words = [end, ...told, note, error].filter(Boolean);
  return `${beijingTime(scheduledFor)}  ${runSubject({ job, due })}：${words.join("，")}`;
}

/** Which run: 生成月报，2023年6月; 收件（手工）. */
export function runSubject({ job, due }: Pick<ToldRun, "job" | "due">): string {
  const title = isJobName(job) ? SCHEDULED_JOBS[job].title : job;
  return `${title}${subjectWords(job, due)}${due.startsWith(`${MANUAL} `) ? "（手工）" : ""}`;
}

/** Of what: ，2023年6月；，2023年二季度；，2023年. Empty for what is done at times. */
export function subjectWords(job: string, due: string): string {
  const period = parsePeriod(due.split(" ").at(-1) ?? "");
  if (period === undefined || !isJobName(job)) return "";
  const { span } = SCHEDULED_JOBS[job];
  return `，${span === "year" ? `${yearOf(period)}年` : periodName(period, span === "quarter" ? "quarter" : "month")}`;
}

const COUNT_WORDS: Readonly<Record<string, string>> = {
  files: "收到",
  failed: "读不了",
  unusable: "用不了的文件夹、文件名",
  papers: "新文稿",
  held: "没有生成",
  missing: "缺报",
  questions: "待答复",
  reread: "补读",
  delivered: "发出文稿",
  undelivered: "没有送齐",
  unapproved: "待签发",
  withheld: "不能发",
  reminded: "催办",
  unreminded: "没有催到",
  packages: "新归档包",
  failedChecks: "检测没有通过",
  stored: "备份文件",
  removed: "删去旧备份",
  errors: "有错误",
};
