import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Reporting, SubmissionRecord } from "../model/reporting.ts";
import { isRecurring, knownSheets } from "./known-sheets.ts";
import type { ReportingContext } from "./reporting.ts";
import { reportingOf } from "./reporting.ts";

/** Whether the sheets for a month are in. */
export interface Completeness {
  readonly period: Period;
  readonly required: number; // sheets that come every month
  readonly missing: readonly Reporting[]; // those of them that have not come, or came and could not be read
  readonly isComplete: boolean;
}

/**
 * Tells whether every sheet that comes each month has come for this one and says something.
 *
 * A sheet comes each month when it has come for two earlier months of the year (`isRecurring`). While none has, nobody
 * can tell, and no month is complete: its paper waits for the closing day.
 */
export function completenessOf(records: readonly SubmissionRecord[], context: ReportingContext): Completeness {
  const { period } = context;
  const indicators = new Map(context.indicators.map((indicator: Indicator) => [indicator.code, indicator]));
  const required = knownSheets(records, indicators, period).filter((sheet) => isRecurring(sheet, period));
  const names = new Set(required.map(({ source }) => source));
  const missing = reportingOf(records, context).filter(
    ({ source, state }) => source !== null && names.has(source) && state === "未报送",
  );
  return { period, required: required.length, missing, isComplete: required.length > 0 && missing.length === 0 };
}
