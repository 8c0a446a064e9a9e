import { type Indicator, type IndicatorCode, releaseMonths } from "../model/indicator.ts";
import { monthOf, type Period, shiftPeriod, yearOf } from "../model/period.ts";
import type { SubmissionRecord } from "../model/reporting.ts";

/** Tells whether anybody has sent a figure of an indicator and month; `isOwn`: of the plan's own place. */
export type IsSent = (code: IndicatorCode, slot: Period, isOwn?: boolean) => boolean;

/** Notes which figures files have brought. */
export function sentFigures(records: readonly SubmissionRecord[]): IsSent {
  const facts = records.flatMap(({ brought }) => brought.filter(({ isValue }) => isValue));
  const keys = (some: typeof facts) => new Set(some.map(({ indicator, period }) => `${indicator}|${period}`));
  const [anywhere, own] = [keys(facts), keys(facts.filter(({ isOwn }) => isOwn))];
  return (code, slot, isOwn = false) => (isOwn ? own : anywhere).has(`${code}|${slot}`);
}

/** The month whose figure falls due in just this month; null where none does. */
export function slotDue(indicator: Indicator, period: Period): Period | null {
  const slot = shiftPeriod(period, -indicator.lagMonths);
  return yearOf(slot) === yearOf(period) && releaseMonths(indicator).includes(monthOf(slot)) ? slot : null;
}

/**
 * The month that a file was sent for: the last in which any of its figures falls due, or of which it tells of projects.
 *
 * @returns null where it holds neither
 */
export function monthOfRecord(
  { brought, projectMonths }: SubmissionRecord,
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
): Period | null {
  const lagOf = (code: IndicatorCode | null) => (code === null ? 0 : (indicators.get(code)?.lagMonths ?? 0));
  const months = [...brought.map(({ indicator, period }) => shiftPeriod(period, lagOf(indicator))), ...projectMonths];
  return months.sort().at(-1) ?? null;
}
