const AHEAD_MS = 8 * 60 * 60 * 1000;

/** The day in Beijing at a time (ISO 8601, UTC): "2023-07-25". */
export function beijingDay(time: string): string {
  return new Date(Date.parse(time) + AHEAD_MS).toISOString().slice(0, 10);
}
