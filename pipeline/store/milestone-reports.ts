import type { Kysely } from "kysely";
import type {
  KnownMilestoneReport,
  MilestoneReport,
  MilestoneState,
  ReportedAmount,
} from "../model/milestone-report.ts";
import { makePeriod, type Period } from "../model/period.ts";
import { ask, type Store, type Tables } from "./database.ts";
import type { ReadingKey, SubmissionTable } from "./submissions.ts";

/** A row of `milestone_report`: what a reading says of one project. */
export interface MilestoneReportTable extends ReadingKey {
  readonly sheet: string;
  readonly cell: string;
  readonly ordinal: number; // place in the reading's list, from 0
  readonly project: string;
  readonly project_key: string;
  readonly period: Period;
  readonly words: string | null;
  readonly words_cell: string | null;
  readonly state: MilestoneState | null;
  readonly halted: number; // 0 or 1
  readonly planned_start: Period | null;
  readonly started: Period | null;
  readonly planned_finish: Period | null;
  readonly finished: Period | null;
  readonly planned_investment: string | null; // JSON object
  readonly completed_investment: string | null; // the same
  readonly percent: string | null; // the same
}

/** Which reports. */
export interface MilestoneReportFilter {
  readonly year: number;
  readonly until: Period; // the last period asked for
  readonly asOf: string | null; // "2023-07-15": published or received up to that day; null for everything known
}

type KnownRow = MilestoneReportTable &
  Pick<SubmissionTable, "file" | "source" | "bureau" | "illustrative" | "vintage" | "url">;

/** The reports of each file's last reading that pass the filter, by project, period, vintage, hash, sheet and place. */
export async function listMilestoneReports(
  store: Store,
  { year, until, asOf }: MilestoneReportFilter,
): Promise<readonly KnownMilestoneReport[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("milestone_report as r")
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "r.sha256").onRef("s.reading", "=", "r.reading"),
      )
      .selectAll("r")
      .select(["s.file", "s.source", "s.bureau", "s.illustrative", "s.vintage", "s.url"])
      .where("r.period", ">=", makePeriod(year, 1))
      .where("r.period", "<=", until)
      .$if(asOf !== null, (query) => query.where("s.vintage", "<=", asOf))
      .orderBy("r.project_key")
      .orderBy("r.period")
      .orderBy("s.vintage")
      .orderBy("r.sha256")
      .orderBy("r.sheet")
      .orderBy("r.ordinal")
      .execute(),
  );
  return rows.map(toKnown);
}

/** The reports of one reading in the order in which they were read. */
export async function listReadReports(
  database: Kysely<Tables>,
  { sha256, reading }: ReadingKey,
): Promise<readonly MilestoneReport[]> {
  const rows = await database
    .selectFrom("milestone_report")
    .selectAll()
    .where("sha256", "=", sha256)
    .where("reading", "=", reading)
    .orderBy("ordinal")
    .execute();
  return rows.map(toReport);
}

/** The report at a place of a reading's list as its row. */
export function toReportRow(key: ReadingKey, ordinal: number, report: MilestoneReport): MilestoneReportTable {
  const { sheet, cell, project, period, words, state, started, finished } = report;
  return {
    ...{ sha256: key.sha256, reading: key.reading, sheet, cell, ordinal, project, project_key: report.key, period },
    ...{ words, words_cell: report.wordsCell, state, halted: Number(report.halted) },
    ...{ planned_start: report.plannedStart, started, planned_finish: report.plannedFinish, finished },
    planned_investment: toJson(report.plannedInvestment),
    completed_investment: toJson(report.completedInvestment),
    percent: toJson(report.percent),
  };
}

function toKnown(row: KnownRow): KnownMilestoneReport {
  const { sha256, file, source, bureau, vintage, url } = row;
  return { ...toReport(row), sha256, file, source, bureau, illustrative: row.illustrative === 1, vintage, url };
}

function toReport(row: MilestoneReportTable): MilestoneReport {
  const {
    sheet,
    cell,
    project,
    project_key: key,
    period,
    words,
    words_cell: wordsCell,
    state,
    started,
    finished,
  } = row;
  return {
    ...{ sheet, cell, project, key, period, words, wordsCell, state, halted: row.halted === 1 },
    ...{ plannedStart: row.planned_start, started, plannedFinish: row.planned_finish, finished },
    plannedInvestment: fromJson(row.planned_investment),
    completedInvestment: fromJson(row.completed_investment),
    percent: fromJson(row.percent),
  };
}

function toJson(amount: ReportedAmount | null): string | null {
  return amount && JSON.stringify({ value: amount.value, unit: amount.unit, cell: amount.cell });
}

function fromJson(text: string | null): ReportedAmount | null {
  return text === null ? null : JSON.parse(text);
}
