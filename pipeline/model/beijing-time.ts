const BEIJING_AHEAD_MS = 8 * 60 * 60 * 1000;

/** An instant in ISO 8601 as people in Beijing read it: 2023-07-20（周四）10:00. */
export function beijingTime(instant: string): string {
  const time = new Date(Date.parse(instant) + BEIJING_AHEAD_MS);
  const text = time.toISOString();
  return `${text.slice(0, 10)}（周${"日一二三四五六"[time.getUTCDay()]}）${text.slice(11, 16)}`;
}
