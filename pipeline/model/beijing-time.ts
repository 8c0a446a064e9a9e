const AHEAD_MS = 8 * 60 * 60 * 1000; // Beijing has had no summer time since 1991

/** An instant in ISO 8601 as people in Beijing read it: 2023-07-20（周四）10:00. */
export function beijingTime(instant: string): string {
  const clock = beijingClock(instant);
  const weekday = "日一二三四五六"[new Date(`${clock.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return `${clock.slice(0, 10)}（周${weekday}）${clock.slice(11)}`;
}

/** Day and time in Beijing at an instant in ISO 8601: "2023-07-20 10:00". */
export function beijingClock(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD_MS).toISOString().slice(0, 16).replace("T", " ");
}

/** The day in Beijing, "2023-07-15", at an instant in ISO 8601. */
export function beijingDay(instant: string): string {
  return beijingClock(instant).slice(0, 10);
}
