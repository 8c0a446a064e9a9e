const DAY_MS = 24 * 60 * 60 * 1000;

/** The day `count` days after "2023-07-15"; before it where negative. */
export function shiftDay(day: string, count: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);
}

/** Tells whether a text is a day of the calendar, written "2023-07-15". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && toDay(time) === text;
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
