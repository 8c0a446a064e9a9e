import { Cron } from "croner";
import { beijingDay } from "../model/beijing-time.ts";
import type { DayNotices, JobTiming } from "../model/schedule.ts";
import { isWorkingDay, shiftWorkingDays } from "./working-days.ts";

const FIRST_PIECE = 4; // times asked for at once: mostly one is wanted
const LARGEST_PIECE = 256;
const BEIJING_MINUTES = 8 * 60; // no summer time since 1991; the library finds times by an offset seven times as fast as by a zone
const FARTHEST_MOVE_DAYS = 15; // a longer break is refused
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

/** What a run at a time is for; times that follow each other and are for the same thing count as one, the first of them. */
export type KeyOf = (time: DueTime) => string;

/** A span of time, and how much of it is asked for. */
export interface DueSpan {
  readonly after: string;
  readonly upTo: string; // itself included
  readonly limit: number; // no more than so many, the latest
  readonly keyOf?: KeyOf; // each time is for itself where not given
}

/** The times at which a job falls due in a span, in order; `left` counts those beyond the limit. */
export function dueTimes(
  timing: Timing,
  { after, upTo, limit, keyOf = timeOf }: DueSpan,
  notices: DayNotices,
): { readonly times: readonly DueTime[]; readonly left: number } {
  const times: DueTime[] = [];
  let left = 0;
  for (const time of timesAfter(timing, after, notices, keyOf)) {
    if (time.at > upTo) break;
    times.push(time);
    if (times.length <= limit) continue;
    times.shift();
    left += 1;
  }
  return { times, left };
}

/** The next times at which a job falls due, `count` of them; fewer where the line has no more. */
export function nextDueTimes(
  timing: Timing,
  after: string,
  count: number,
  notices: DayNotices,
  keyOf: KeyOf = timeOf,
): readonly DueTime[] {
  const times: DueTime[] = [];
  for (const time of timesAfter(timing, after, notices, keyOf)) {
    times.push(time);
    if (times.length >= count) break;
  }
  return times;
}

function timeOf({ at }: DueTime): string {
  return at;
}

function* timesAfter(timing: Timing, after: string, notices: DayNotices, keyOf: KeyOf): Generator<DueTime> {
  let last: string | undefined;
  for (const time of timesFrom(timing, after, notices)) {
    const key = keyOf(time);
    if (time.at <= after || key === last) continue;
    last = key;
    yield time;
  }
}

/**
 * In order, from some days before: what was due on a day off then may be moved past `after`. Two that are moved onto one time
 * both come: they may be of two months.
 */
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
      if (at === null || at < last) continue;
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
  return new Cron(cron, { utcOffset: BEIJING_MINUTES, paused: true });
}
