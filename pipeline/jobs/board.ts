import { join } from "node:path";
import { reportingOf } from "../assess/reporting.ts";
import { dueDayOf, dueStage, workingDaysBetween } from "../calendar/due-stage.ts";
import type { DayNotice } from "../calendar/working-days.ts";
import { beijingDay } from "../model/beijing-time.ts";
import type { IndicatorCode } from "../model/indicator.ts";
import { type Period, yearOf } from "../model/period.ts";
import type { ReportingState } from "../model/reporting.ts";
import type { DueStage, ReportingCalendar } from "../model/reporting-calendar.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseReportingCalendar } from "../reference/reporting-calendar.ts";
import { listSubmissionRecords } from "../store/submission-records.ts";
import type { OpenHome } from "./open-home.ts";
import { loadPlan } from "./plan.ts";
import { loadSchedule } from "./schedule/rules.ts";

/** Who has reported for a month, who is late, what is missing. */
export interface Board {
  readonly period: Period;
  readonly day: string; // on which it is looked at: "2023-07-14"
  readonly isIllustrative: boolean; // the due days are nobody's rule
  readonly rows: readonly BoardRow[]; // as `reportingOf` orders them
}

/** A file that has come, a sheet that has not, or what no known sheet brings. */
export interface BoardRow {
  readonly bureau: string | null; // code
  readonly source: string | null; // name of the profile
  readonly file: string | null;
  readonly receivedOn: string | null; // in Beijing; null where nothing has come
  readonly state: ReportingState;
  readonly due: string | null; // day; null where nothing falls due
  readonly stage: DueStage | null; // of what has not come; null where it has, or nothing falls due
  readonly daysLate: number; // working days: of what has not come until today, of what has until it came
  readonly missing: readonly IndicatorCode[];
}

/** When sheets are due, with what offices have been told of days off. */
export interface DueRules {
  readonly calendar: ReportingCalendar;
  readonly notice: DayNotice;
}

/** Reads when sheets are due. @throws PipelineError SEED_INVALID, also for a bureau there is not; FILE_NOT_FOUND */
export function loadDueRules({ root, reference }: Pick<OpenHome, "root" | "reference">): DueRules {
  const file = "seeds/calendar.yaml";
  const bureaus = new Set(reference.bureaus.map(({ code }) => code));
  const calendar = parseReportingCalendar(readTextFile(join(root, file)), file, bureaus);
  return { calendar, notice: loadSchedule(root).days };
}

/**
 * Tells who has reported for a month as things stand on a day.
 *
 * @param now ISO 8601
 * @throws PipelineError PLAN_NOT_FOUND, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function readBoard(open: OpenHome, period: Period, now: string): Promise<Board> {
  const { calendar, notice } = loadDueRules(open);
  const plan = loadPlan(open.root, yearOf(period), open.reference);
  const records = await listSubmissionRecords(open.store, { region: plan.region, asOf: null });
  const day = beijingDay(now);
  const rows = reportingOf(records, { plan, period, ...open.reference }).map((row): BoardRow => {
    const { bureau, source, submission, state, missing } = row;
    const isDue = state !== "未到期" && (submission !== null || row.due.length > 0 || row.projectsDue);
    const due = isDue ? dueDayOf(period, bureau, calendar, notice) : null;
    const receivedOn = submission && beijingDay(submission.receivedAt);
    const daysLate = due === null ? 0 : workingDaysBetween(due, receivedOn ?? day, notice);
    const stage = due !== null && state === "未报送" ? dueStage(day, due, calendar, notice) : null;
    return { bureau, source, file: submission?.file ?? null, receivedOn, state, due, stage, daysLate, missing };
  });
  return { period, day, isIllustrative: calendar.isIllustrative, rows };
}
