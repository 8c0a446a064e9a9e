import type { IndicatorCode } from "./indicator.ts";
import type { Issue } from "./issue.ts";
import type { Period } from "./period.ts";

/** What became of a file: all of it read, part of it, nothing. */
export type SubmissionOutcome = "accepted" | "partial" | "refused";

/** A file received, as lists of who sent what tell of it. */
export interface SubmissionRecord {
  readonly sha256: string;
  readonly file: string;
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null; // code of the bureau that sent it
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10": when its values were published, else received
  readonly receivedAt: string; // ISO 8601, UTC; the first time
  readonly outcome: SubmissionOutcome;
  readonly figures: number; // values read
  readonly projects: number; // reports of projects
  readonly errors: number; // issues that keep figures out
  readonly remarks: number; // the other issues
  readonly brought: readonly BroughtFact[]; // what its cells are of, each once
  readonly projectMonths: readonly Period[]; // of its reports of projects, each once
}

/** An indicator and time that a file has cells of. */
export interface BroughtFact {
  readonly indicator: IndicatorCode | null; // null: figures that nobody has named
  readonly period: Period;
  readonly isValue: boolean; // any of the cells holds a value
  readonly isOwn: boolean; // any of these is of the plan's own place
}

/** 未到期: nothing of it falls due this month; never said of what is missing. 已由后一份更正: whatever is wrong in it. */
export type ReportingState = "已报送" | "有错误" | "已由后一份更正" | "未报送" | "未到期";

/** What a bureau was to send for a month and what has come: a file, a sheet that has not come, or what no known sheet brings. */
export interface Reporting {
  readonly bureau: string | null; // code
  readonly source: string | null; // name of the source profile; null for a file of none, and for what no known sheet brings
  readonly submission: SubmissionRecord | null; // null where nothing has come
  readonly due: readonly IndicatorCode[]; // that fall due this month
  readonly missing: readonly IndicatorCode[]; // those of them that nobody has sent
  readonly later: readonly IndicatorCode[]; // that are not due yet
  readonly projectsDue: boolean; // the sheet tells of projects every month
  readonly state: ReportingState;
}

/** An issue with the file that it is in. */
export interface FiledIssue extends Issue {
  readonly sha256: string;
  readonly file: string;
  readonly bureau: string | null;
  readonly vintage: string; // of the file
}
