import { monthOf, type Period, shiftPeriod, yearOf } from "../model/period.ts";
import type { DueStage, ReportingCalendar } from "../model/reporting-calendar.ts";
import { type DayNotice, shiftWorkingDays } from "./working-days.ts";

/** The working day on which a bureau's sheets for a month are due: "2023-07-12". */
export function dueDayOf(
  period: Period,
  bureau: string | null,
  { dueDay, bureauDays }: Pick<ReportingCalendar, "dueDay" | "bureauDays">,
  notice: DayNotice = {},
): string {
  const next = shiftPeriod(period, 1);
  const day = (bureau === null ? undefined : bureauDays[bureau]) ?? dueDay;
  const written = [yearOf(next), monthOf(next), day].map((part) => String(part).padStart(2, "0")).join("-");
  return shiftWorkingDays(written, 0, notice);
}

/**
 * Where sheets due on a working day stand on another day, by working days. A day off counts as the last working day before it;
 * on it nobody is reminded, whatever this says.
 */
export function dueStage(
  today: string,
  due: string,
  { remindBefore, escalateAfter, stopAfter }: Pick<ReportingCalendar, "remindBefore" | "escalateAfter" | "stopAfter">,
  notice: DayNotice = {},
): DueStage {
  if (today < shiftWorkingDays(due, -remindBefore, notice)) return "early";
  if (today < due) return "before";
  if (today === due) return "due";
  if (today < shiftWorkingDays(due, escalateAfter, notice)) return "overdue";
  return today < shiftWorkingDays(due, stopAfter, notice) ? "escalated" : "over";
}

/** How many working days a day is after another; 0 where it is not after it. */
export function workingDaysBetween(from: string, to: string, notice: DayNotice = {}): number {
  let count = 0;
  for (let day = shiftWorkingDays(from, 1, notice); day <= to; day = shiftWorkingDays(day, 1, notice)) count += 1;
  return count;
}
