import { Cron } from "croner";
import { beijingDay } from "../model/beijing-time.ts";
import type { DayNotices, JobTiming } from "../model/schedule.ts";
import { isWorkingDay, shiftWorkingDays } from "./working-days.ts";

const FIRST_PIECE = 4; // times asked for at once: mostly one is wanted, and each costs the library a tenth of a millisecond
const LARGEST_PIECE = 256;
const FARTHEST_MOVE_DAYS = 15; // the longest break
const DAY_MS = 24 * 60 * 60 * 1000;

/** A line and its days, without whose they are. */
export type Timing = Pick<JobTiming, "cron" | "days">;

/** Tells whether a text is a cron line of five fields that ever comes due. */
export function isCronLine(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return cronOf(text).nextRun(new Date("2024-01-01T00:00:00Z")) !== null;
  } catch {
    return false; // the parser's only way of saying no
  }
}

/** One time at which a job falls due. */
export interface DueTime {
  readonly at: string; // ISO 8601, UTC
  readonly day: string; // "2023-07-20", in Beijing, before it was moved to a working day
}

/**
 * The times at which a job falls due after one instant and up to another, itself included, in order.
 *
 * @param limit no more than so many, the latest; `left` counts the others
 */
export function dueTimes(
  timing: Timing,
  { after, upTo, limit }: { readonly after: string; readonly upTo: string; readonly limit: number },
  notices: DayNotices,
): { readonly times: readonly DueTime[]; readonly left: number } {
  const times: DueTime[] = [];
  let left = 0;
  for (const time of timesFrom(timing, after, notices)) {
    if (time.at > upTo) break;
    if (time.at <= after) continue;
    times.push(time);
    if (times.length <= limit) continue;
    times.shift();
    left += 1;
  }
  return { times, left };
}

/** The next times at which a job falls due, `count` of them; fewer where the line has no more. */
export function nextDueTimes(timing: Timing, after: string, count: number, notices: DayNotices): readonly DueTime[] {
  const times: DueTime[] = [];
  for (const time of timesFrom(timing, after, notices)) {
    if (time.at > after) times.push(time);
    if (times.length >= count) break;
  }
  return times;
}

/** In order, from some days before: what was due on a day off then may be moved past `after`. */
function* timesFrom({ cron, days }: Timing, after: string, notices: DayNotices): Generator<DueTime> {
  const line = cronOf(cron);
  const back = days === "next-working" ? FARTHEST_MOVE_DAYS * DAY_MS : 0;
  let cursor = new Date(Date.parse(after) - back);
  let last = "";
  for (let size = FIRST_PIECE; ; size = Math.min(size * 2, LARGEST_PIECE)) {
    const piece = line.nextRuns(size, cursor);
    for (const time of piece) {
      const day = beijingDay(time.toISOString());
      const at = moved(time.toISOString(), day, days, notices);
      if (at === null || at <= last) continue; // two times moved onto one are one
      last = at;
      yield { at, day };
    }
    const end = piece.at(-1);
    if (piece.length < size || end === undefined) return;
    cursor = end;
  }
}

/** Null on a day that does not count. */
function moved(time: string, day: string, days: Timing["days"], notices: DayNotices): string | null {
  if (days === "every" || isWorkingDay(day, notices)) return time;
  if (days === "working") return null;
  const working = shiftWorkingDays(day, 0, notices);
  return new Date(Date.parse(time) + Date.parse(working) - Date.parse(day)).toISOString();
}

function cronOf(cron: string): Cron {
  return new Cron(cron, { timezone: "Asia/Shanghai", paused: true });
}
