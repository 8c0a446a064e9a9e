import type { Indicator } from "../model/indicator.ts";
import { makePeriod, monthOf, type Period, type Span, yearOf } from "../model/period.ts";
import { type FarTime, type PartOfMonth, timeText } from "./far-time.ts";
import { isBareMonth } from "./join-times.ts";
import type { TimeWords } from "./period-words.ts";

/** What decides a figure's time besides its own header. */
export interface TimeSetting {
  readonly far: FarTime;
  readonly nature: Indicator["nature"] | null; // null for an indicator that nobody knows
  readonly profileSpan: Span | null;
  readonly annual: boolean; // the header says 比上年
  readonly hint: Period | null;
  readonly years: ReadonlySet<number | null>; // that the heads of the table state; null stands for the title's
}

/** Why a figure has no time: none is stated, its words leave it open, or two places contradict each other. */
export type UnsettledTime =
  | { readonly ok: false; readonly problem: "missing-period" }
  | { readonly ok: false; readonly problem: "unclear" }
  | { readonly ok: false; readonly problem: "part-of-month"; readonly part: PartOfMonth }
  | { readonly ok: false; readonly problem: "period-conflict"; readonly found: string; readonly expected: string };

/** A figure's period and span, or why it has none. */
export type SettledTime = { readonly ok: true; readonly period: Period; readonly span: Span } | UnsettledTime;

/**
 * Settles the period and span of a figure: what its header and label say, then what stands around the table.
 *
 * A header with its own month wins over the title, even where it is earlier (错月); one later than the title, or of
 * another year than any head should be, is a conflict. What no words settle is a problem, never a default.
 */
export function settleTime(near: TimeWords | null, setting: TimeSetting): SettledTime {
  const { far, hint } = setting;
  if (near?.unclear) return { ok: false, problem: "unclear" };
  const part = far.partOf;
  if (part && (part.month ?? near?.month) === (near?.month ?? part.month))
    return { ok: false, problem: "part-of-month", part };
  if (near && isEarlierYearAlone(near, setting)) return { ok: false, problem: "unclear" };
  const conflict = near?.month == null && far.conflict ? far.conflict : headConflict(near, setting);
  if (conflict) return { ok: false, problem: "period-conflict", ...conflict };
  const around = far.year ?? onlyYear(setting) ?? (hint ? yearOf(hint) : null);
  const year = near?.year ?? (around !== null && near?.lastYear ? around - 1 : around);
  const whole = wholeYear(near, setting);
  const month = near?.month ?? (whole ? 12 : (far.month ?? hintMonth(hint, year)));
  if (year === null || month === null) return { ok: false, problem: "missing-period" };
  const span = settleSpan(whole ? "ytd" : spanWord(near, setting), setting.nature);
  if (span === null) return { ok: false, problem: "unclear" };
  return { ok: true, period: makePeriod(year, month), span };
}

/** The one year that the heads state, where the titles state none: 2023年5月 beside 累计. */
function onlyYear({ years }: TimeSetting): number | null {
  const stated = [...years].filter((year) => year !== null);
  return stated.length === 1 ? (stated[0] ?? null) : null;
}

function headConflict(near: TimeWords | null, { far, years }: TimeSetting) {
  if (!near) return null;
  if (!contradicts(near, far, years)) return null;
  return { found: timeText(near.year, near.month), expected: timeText(far.year, far.month) };
}

function contradicts(near: TimeWords, far: FarTime, years: TimeSetting["years"]): boolean {
  if (near.lastYear) return near.year !== null && far.year !== null && near.year >= far.year;
  if (near.year !== null && far.year !== null && near.year !== far.year)
    return !(near.year < far.year && (years.has(far.year) || years.has(null)));
  return near.month !== null && far.month !== null && near.month > far.month;
}

/** 2022年 beside 2023年1—6月 may be that whole year or the same months of it; only 同期 says which. */
function isEarlierYearAlone({ span, year, month, lastYear }: TimeWords, { far }: TimeSetting): boolean {
  if (span !== "whole-year" || month !== null || lastYear) return false;
  return far.month !== null && far.year !== null && year !== null && year < far.year;
}

/** A bare year, in the head or in the title of a year report, where no month is to be found around it. */
function wholeYear(near: TimeWords | null, { far, annual }: TimeSetting): boolean {
  if (near?.month != null || far.month !== null) return false;
  if (near?.span === "whole-year") return true;
  return far.span === "whole-year" && near?.span == null && (far.annual || annual);
}

/** A hint of the same year, or of any year where none is stated. */
function hintMonth(hint: Period | null, year: number | null): number | null {
  return hint && (year === null || yearOf(hint) === year) ? monthOf(hint) : null;
}

/** The head's own span; else a title's range (1—6月), else the profile's. A title of one month settles no flow. */
function spanWord(near: TimeWords | null, { far, profileSpan }: TimeSetting): TimeWords["span"] {
  if (near && isBareMonth(near) && far.toDate && far.month === null) return "ytd";
  if (near?.span != null && near.span !== "whole-year") return near.span;
  const title = far.span === "month" || far.span === "whole-year" ? null : far.span;
  return title ?? profileSpan;
}

function settleSpan(word: TimeWords["span"], nature: Indicator["nature"] | null): Span | null {
  if (nature === "stock") return "instant";
  if (word === null || word === "whole-year") return null;
  if (nature === "flow") return word === "as-of" ? "ytd" : word === "instant" ? null : word;
  if (word === "as-of") return nature === null ? "ytd" : "instant";
  return word;
}
