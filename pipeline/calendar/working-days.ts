import chineseDays from "chinese-days";
import { shiftDay } from "../model/day.ts";

/** What offices have been told beyond the calendar that ships: days like "2027-02-08". */
export interface DayNotice {
  readonly off?: readonly string[]; // 放假
  readonly on?: readonly string[]; // 补班
}

const LONGEST_BREAK = 15; // days; the longest announced so far is nine
const FIRST_ANNOUNCED = 2004;
const NATIONAL_DAYS = ["10-01", "10-02", "10-03"]; // one of which at least is no weekend

/**
 * Tells whether offices work on a day, "2023-10-07": Monday to Friday, but for the holidays and the days worked instead (调休)
 * that the State Council has announced (国务院办公厅关于部分节假日安排的通知, 2004 on, as chinese-days has them).
 *
 * Of a year that the package does not have yet, only weekends are known (`unannouncedYears`); a notice adds to it.
 */
export function isWorkingDay(day: string, { off = [], on = [] }: DayNotice = {}): boolean {
  if (off.includes(day)) return false;
  return on.includes(day) || isWorked(day);
}

/**
 * The years of which holidays and 调休 are not known, only weekends, among those that the days up to `ahead` days after a day
 * fall in; none before 2004. One that a notice has typed in is known: its National Day is off, which no local notice would say.
 */
export function unannouncedYears(day: string, ahead: number, { off = [] }: DayNotice = {}): readonly number[] {
  const years = new Set([day, shiftDay(day, ahead)].map((one) => Number(one.slice(0, 4))));
  return [...years].filter((year) => {
    return (
      year >= FIRST_ANNOUNCED &&
      !announced(year) &&
      !NATIONAL_DAYS.some((monthAndDay) => off.includes(`${year}-${monthAndDay}`))
    );
  });
}

/**
 * The first of a notice's days off around which no working day comes for so long that nothing could be put off to one; null
 * where there is none. No announced break is so long.
 */
export function endlessBreak(notice: Required<DayNotice>): string | null {
  const isEndless = (day: string) => {
    const before = findWorked(day, -1, notice);
    return before === undefined || findWorked(before, 1, notice) === undefined;
  };
  return [...notice.off].sort().find(isEndless) ?? null;
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
  const next = findWorked(day, step, notice);
  if (next === undefined) throw new RangeError(`no working day within ${LONGEST_BREAK} days of ${day}`);
  return next;
}

function findWorked(day: string, step: number, notice: DayNotice): string | undefined {
  for (let away = 1; away <= LONGEST_BREAK; away += 1) {
    const next = shiftDay(day, step * away);
    if (isWorkingDay(next, notice)) return next;
  }
  return undefined;
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
