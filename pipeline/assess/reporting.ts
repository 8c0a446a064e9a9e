import type { Bureau } from "../model/bureau.ts";
import type { Indicator, IndicatorCode } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import type { Reporting, ReportingState, SubmissionRecord } from "../model/reporting.ts";
import { compareText } from "../model/text-order.ts";
import { isRecurring, type KnownSheet, knownSheets, tellsOfProjects } from "./known-sheets.ts";
import { type IsSent, monthOfRecord, sentFigures, slotDue } from "./sent-figures.ts";
import { supersededFiles } from "./superseded.ts";
import { timingOf } from "./timing.ts";

/** What reporting is held against. */
export interface ReportingContext {
  readonly plan: Plan;
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly bureaus: readonly Bureau[];
}

/**
 * Tells who sent what for a month, and what is missing.
 *
 * One row for each file that was sent for the month, or of which nobody can tell for which; one for each sheet that has
 * come for two earlier months of the year and not for this one; and for each bureau one of the plan's indicators that
 * have fallen due and that nobody has sent, and one of those that have not. By bureau, in the order of `bureaus`.
 */
export function reportingOf(records: readonly SubmissionRecord[], context: ReportingContext): readonly Reporting[] {
  const { period, bureaus } = context;
  const indicators = new Map(context.indicators.map((indicator) => [indicator.code, indicator]));
  const isSent = sentFigures(records);
  const superseded = supersededFiles(records, indicators);
  const sheets = knownSheets(records, indicators, period);
  const dueOf = (sheet: KnownSheet | undefined) => dueIndicators(sheet, indicators, context, isSent);
  const received = records
    .filter((record) => {
      const month = monthOfRecord(record, indicators);
      return month === null ? record.errors > 0 : month === period;
    })
    .map((submission): Reporting => {
      const { source, bureau } = submission;
      const state = superseded.has(submission.sha256) ? "已由后一份更正" : ownState(submission);
      const own = dueOf(sheets.find((sheet) => sheet.source === source));
      return { bureau, source, submission, ...own, later: [], state };
    });
  const awaited = sheets
    .filter((sheet) => isRecurring(sheet, period) && !sheet.months.includes(period))
    .map((sheet): Reporting => {
      const own = dueOf(sheet);
      const isDue = own.due.length > 0 || own.projectsDue;
      const later = isDue ? [] : sheet.indicators;
      const state = isDue ? "未报送" : "未到期";
      return { bureau: sheet.bureau, source: sheet.source, submission: null, ...own, later, state };
    });
  const rows = [...received, ...awaited, ...planRows(context, indicators, isSent, [...received, ...awaited])];
  const places = new Map(bureaus.map(({ code }, index) => [code, index]));
  const place = ({ bureau }: Reporting) => places.get(bureau ?? "") ?? places.size;
  return rows.sort((a, b) => place(a) - place(b) || compareText(orderKey(a), orderKey(b)));
}

function ownState({ errors, outcome }: SubmissionRecord): ReportingState {
  return errors > 0 || outcome === "refused" ? "有错误" : "已报送";
}

function dueIndicators(
  sheet: KnownSheet | undefined,
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
  { period }: ReportingContext,
  isSent: IsSent,
): Pick<Reporting, "due" | "missing" | "projectsDue"> {
  if (sheet === undefined) return { due: [], missing: [], projectsDue: false };
  const slots = sheet.indicators.flatMap((code) => {
    const indicator = indicators.get(code);
    const slot = indicator ? slotDue(indicator, period) : null;
    return slot === null ? [] : [{ code, slot }];
  });
  return {
    due: slots.map(({ code }) => code),
    missing: slots.filter(({ code, slot }) => !isSent(code, slot)).map(({ code }) => code),
    projectsDue: tellsOfProjects(sheet, period),
  };
}

/** The plan's indicators that no row tells of yet: by publisher, those that are missing and those that are not due. */
function planRows(
  { plan, period }: ReportingContext,
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
  isSent: IsSent,
  sheets: readonly Reporting[],
): readonly Reporting[] {
  const toldMissing = new Set(sheets.flatMap((row) => row.missing));
  const toldLater = new Set(sheets.flatMap((row) => row.later));
  const missing = new Map<string, Set<IndicatorCode>>();
  const later = new Map<string, Set<IndicatorCode>>();
  for (const target of plan.targets) {
    const indicator = target.indicator === null ? undefined : indicators.get(target.indicator);
    if (indicator === undefined) continue;
    const { slots, early } = timingOf(target, indicator, period);
    if ([...early, ...slots].some((slot) => isSent(indicator.code, slot, true))) continue;
    const [rows, told] = slots.length > 0 ? [missing, toldMissing] : [later, toldLater];
    if (told.has(indicator.code)) continue;
    rows.set(indicator.publisher, (rows.get(indicator.publisher) ?? new Set()).add(indicator.code));
  }
  const row = { source: null, submission: null, due: [], missing: [], later: [], projectsDue: false };
  return [
    ...[...missing].map(([bureau, codes]): Reporting => {
      const due = [...codes].sort();
      return { ...row, bureau, due, missing: due, state: "未报送" };
    }),
    ...[...later].map(([bureau, codes]): Reporting => {
      return { ...row, bureau, later: [...codes].sort(), state: "未到期" };
    }),
  ];
}

/** By source, then file; what has not come last. */
function orderKey({ source, submission, state }: Reporting): string {
  const file = submission
    ? [submission.file, submission.vintage, submission.sha256]
    : ["\uffff", state === "未报送" ? 0 : 1];
  return [source ?? (submission ? "\uffff" : "\uffff\uffff"), ...file].join("\u0000");
}
