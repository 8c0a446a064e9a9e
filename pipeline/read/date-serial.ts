const DAY_MS = 86_400_000;
const HALF_SECOND = 0.5 / 86_400;
const LAST_SERIAL = 2_958_465; // 9999-12-31
const DAYS_FROM_1900_TO_1904 = 1_462;

/**
 * Turns the serial number of a date cell into the calendar date that Excel shows, e.g. 45078 is "2023-06-01".
 *
 * The time of day is dropped, rounded to the second first, so that a computed 45077.9999999 is the day it means.
 *
 * @param date1904 whether days count from 1904-01-01, as in books begun on an old Macintosh
 * @returns null for what is no date: before day 1, after 9999, and 1900-02-29, which Excel has and the calendar has not
 */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial + HALF_SECOND) + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === 60) return null;
  const epoch = Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(epoch + whole * DAY_MS).toISOString().slice(0, 10);
}
