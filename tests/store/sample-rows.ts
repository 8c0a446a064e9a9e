import { createHash } from "node:crypto";
import type { Delivery } from "../../pipeline/model/delivery.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import { type Issue, makeIssue } from "../../pipeline/model/issue.ts";
import type { MailReport } from "../../pipeline/model/mail-report.ts";
import type { MilestoneReport } from "../../pipeline/model/milestone-report.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Plan } from "../../pipeline/model/plan.ts";
import type { Question } from "../../pipeline/model/question.ts";
import type { RecordedReminder } from "../../pipeline/model/reporting-calendar.ts";
import type { Target } from "../../pipeline/model/target.ts";
import type { GivenAnswer } from "../../pipeline/store/answers.ts";
import type { ReferenceData } from "../../pipeline/store/reference.ts";
import type { JobRun } from "../../pipeline/store/runs.ts";
import type { GivenReading, Submission } from "../../pipeline/store/submissions.ts";

export const CITY = "150500";
export const COUNTY = "150521";
export const GROWTH = "industrial-value-added" as IndicatorCode;
export const REVENUE = "budget-revenue" as IndicatorCode;

/** A hash that stands for a file's bytes. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** 规模以上工业增加值 2023年1—6月累计同比, with changes. */
export function observation(changes: Partial<Observation> = {}): Observation {
  return {
    ...{ sheet: "6月", cell: "C7", label: "规模以上工业增加值", path: ["工业"], indicator: GROWTH, region: CITY },
    ...{ period: makePeriod(2023, 6), span: "ytd", quantity: "yoy", scope: null, value: "5.20", unit: "%" },
    ...{ decimals: 2, status: "normal", statusReason: null, ...changes },
  };
}

/** One submission of `name`, with changes. */
export function submission(name: string, changes: Partial<Submission> = {}): Submission {
  return {
    ...{ sha256: hash(name), file: `${name}.xlsx`, format: "xlsx", source: "statistics", bureau: "statistics-bureau" },
    ...{ illustrative: false, vintage: "2023-07-10", url: null, receivedAt: "2023-07-11T01:02:03.004Z" },
    ...{ hints: {}, readAs: hash("seeds"), outcome: "accepted", ...changes },
  };
}

/** A reserved delivery by mail of June's monthly paper, with changes. */
export function delivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    ...{ period: makePeriod(2023, 6), kind: "monthly", region: CITY, version: 1, contentSha256: hash("edition") },
    ...{ channel: "mail", address: "x@example.cn", role: "leader", name: "某领导", papers: ["briefing"] },
    ...{ paperSha256: { briefing: hash("briefing") }, messageId: "<x@example.cn>", earlierIds: [], state: "reserved" },
    ...{ attempts: 0, reservedAt: "2023-07-11T01:02:03Z" },
    ...{ settledAt: null, code: null, reply: null, ...changes },
  };
}

/** A report that a mail has come back. */
export function mailReport(changes: Partial<MailReport> = {}): MailReport {
  return {
    ...{
      id: "dsn@mx.example.cn",
      messageId: "<x@example.cn>",
      action: "failed",
      status: "5.1.1",
      words: "No such user",
    },
    ...{ receivedAt: "2023-07-12T01:02:03Z", file: "退信.eml", stamp: "1-2-3", ...changes },
  };
}

/** A reserved reminder by mail to 市财政局. */
export function reminder(): RecordedReminder {
  return {
    ...{ day: "2023-08-14", recipient: "finance", stage: "due", periods: [makePeriod(2023, 7)], channel: "mail" },
    ...{ address: "x@example.cn", name: "市财政局", subject: "催报", body: "以下报表\n", messageId: "<r@example.cn>" },
    ...{ state: "reserved", reservedAt: "2023-08-14T01:02:03Z", code: null, reply: null },
  };
}

/** A finished run, with changes. */
export function run(changes: Partial<JobRun> = {}): JobRun {
  return {
    ...{ job: "ingest", startedAt: "2023-07-11T01:02:03.000Z", finishedAt: "2023-07-11T01:02:04.000Z" },
    ...{ outcome: "done", subject: null, counts: { observations: 1 }, error: null, ...changes },
  };
}

/** A reading of nothing in a submission, with changes. */
export function reading(given: Submission, changes: Partial<GivenReading> = {}): GivenReading {
  return { submission: given, observations: [], reports: [], issues: [], questions: [], run: run(), ...changes };
}

/** An issue at a cell. */
export function issue(cell: string): Issue {
  return makeIssue("not-a-number", { sheet: "6月", cell }, { found: '"n/a"' });
}

/** What a sheet says of 扎旗通用机场, with changes. */
export function report(changes: Partial<MilestoneReport> = {}): MilestoneReport {
  return {
    ...{ sheet: "项目", cell: "B3", project: "扎旗通用机场", key: "扎旗通用机场", period: makePeriod(2023, 6) },
    ...{ words: "已开工", wordsCell: "F3", state: "开工", halted: false },
    ...{ plannedStart: makePeriod(2023, 4), started: makePeriod(2023, 5) },
    ...{ plannedFinish: null, finished: null, plannedInvestment: null, completedInvestment: null, percent: null },
    ...changes,
  };
}

/** 蒙古马存栏 in the statistics bureau's sheet, with changes. */
export function question(changes: Partial<Question> = {}): Question {
  return {
    ...{
      kind: "indicator",
      label: "蒙古马存栏",
      path: ["畜牧业"],
      fileOnly: false,
      sheet: "6月",
      cell: "A7",
      figures: 2,
    },
    ...changes,
  };
}

/** 蒙古马存栏 answered for the statistics bureau's sheet, with changes. */
export function answer(changes: Partial<GivenAnswer> = {}): GivenAnswer {
  const words = {
    kind: "indicator",
    label: "蒙古马存栏",
    path: ["畜牧业"],
    source: "statistics",
    sha256: null,
  } as const;
  const meaning = { verdict: "is", code: REVENUE, scope: null, answeredAt: "2023-07-12T01:02:03.004Z" } as const;
  return { ...words, ...meaning, ...changes } as GivenAnswer;
}

/** An indicator, with changes. */
export function indicator(code: IndicatorCode, name: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    ...{ code, name, aliases: [{ text: name, scope: null }], unit: "%", decimals: 1, nature: "flow", price: "real" },
    ...{
      cadence: "monthly",
      firstMonth: 2,
      judgedFrom: 1,
      lagMonths: 0,
      partOf: null,
      publisher: "statistics-bureau",
      growthOnly: false,
      yearly: null,
    },
    ...changes,
  };
}

/** 规上工业增加值增长9%, with changes. */
export function target(id: string, changes: Partial<Target> = {}): Target {
  return {
    ...{ id, chapter: 0, name: "规模以上工业增加值", indicator: GROWTH, quantity: "yoy", basis: "growth", op: ">=" },
    ...{ low: "9", high: null, relativeTo: null, unit: "%", scope: null, comparableScopes: [""], region: CITY },
    ...{ due: makePeriod(2023, 12), strength: "预期性", explicit: true, headline: true, bureau: "statistics-bureau" },
    ...{
      bureauIsOurReading: true,
      review: false,
      task: null,
      note: null,
      source: { text: "增长9%", start: 2, end: 6 },
      ...changes,
    },
  };
}

/** A plan of two targets and one milestone, with changes. */
export function plan(changes: Partial<Plan> = {}): Plan {
  return {
    ...{
      year: 2023,
      title: "2023年计划",
      documentNumber: "通政发〔2023〕21号",
      region: CITY,
      text: "工业增长9%，开工建设",
    },
    chapters: ["主要目标"],
    quotas: [],
    targets: [target("2023-001"), target("2023-002", { indicator: null, basis: "quota", low: null })],
    milestones: [
      {
        ...{ id: "2023-m001", chapter: 0, project: null, task: "建设", action: "开工", due: null, bureau: null },
        ...{ bureauIsOurReading: false, note: null, source: { text: "开工建设", start: 7, end: 11 } },
      },
    ],
    ...changes,
  };
}

/** Seeds that fit together, with changes. */
export function reference(changes: Partial<ReferenceData> = {}): ReferenceData {
  return {
    indicators: [indicator(GROWTH, "规模以上工业增加值"), indicator(REVENUE, "一般公共预算收入")],
    regions: [
      { code: CITY, name: "通辽市", shortName: "通辽", aliases: ["全市"], kind: "city", order: 0 },
      { code: COUNTY, name: "科尔沁左翼中旗", shortName: "科左中旗", aliases: [], kind: "county", order: 1 },
    ],
    bureaus: [{ code: "statistics-bureau", name: "通辽市统计局", shortName: "市统计局", aliases: [] }],
    plan: plan(),
    ...changes,
  };
}
