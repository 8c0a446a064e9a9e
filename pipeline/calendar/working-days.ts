import chineseDays from "chinese-days";
import { shiftDay } from "../model/day.ts";

/** What offices have been told beyond the calendar that ships: days like "2027-02-08". */
export interface DayNotice {
  readonly off?: readonly string[]; // 放假
  readonly on?: readonly string[]; // 补班
}

const LONGEST_BREAK = 15; // days; the longest announced so far is nine

/**
 * Tells whether offices work on a day, "2023-10-07": Monday to Friday, but for the holidays and the days worked instead (调休)
 * that the State Council has announced (国务院办公厅关于部分节假日安排的通知, 2004 on, as chinese-days has them).
 *
 * Of a year that the package does not have yet, only weekends are known (`isYearAnnounced`); a notice adds to it.
 */
export function isWorkingDay(day: string, { off = [], on = [] }: DayNotice = {}): boolean {
  if (off.includes(day)) return false;
  return on.includes(day) || isWorked(day);
}

/** Tells whether holidays and 调休 of a year are known, not weekends alone. */
export function isYearAnnounced(year: number, { off = [] }: DayNotice = {}): boolean {
  return announced(year) || off.some((day) => day.startsWith(`${year}-`));
}

/**
 * The working day `count` working days after a day; before it where negative. With 0, the day itself or the next that is
 * worked on.
 */
export function shiftWorkingDays(day: string, count: number, notice: DayNotice = {}): string {
  let reached = count === 0 ? nextWorked(shiftDay(day, -1), 1, notice) : day;
  for (let left = Math.abs(count); left > 0; left -= 1) reached = nextWorked(reached, Math.sign(count), notice);
  return reached;
}

function nextWorked(day: string, step: number, notice: DayNotice): string {
  for (let away = 1; away <= LONGEST_BREAK; away += 1) {
    const next = shiftDay(day, step * away);
    if (isWorkingDay(next, notice)) return next;
  }
  throw new RangeError(`no working day within ${LONGEST_BREAK} days of ${day}`);
}

function announced(year: number): boolean {
  return chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}

/** "National Day,国庆节,3" where the package knows of an announcement, else the name of a weekday. */
const ANNOUNCED = /,/;

/** The package finds days by the machine's own clock, and west of Greenwich takes the weekday of the day before. */
function isWorked(day: string): boolean {
  const { name, work } = chineseDays.getDayDetail(day);
  if (ANNOUNCED.test(name)) return work;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
