import { isWorkingDay } from "../../pipeline/calendar/working-days.ts";
import { shiftDay } from "../../pipeline/model/day.ts";
import type { JobTiming } from "../../pipeline/model/schedule.ts";
import { JOB_NAMES, SCHEDULED_JOBS } from "../../pipeline/model/scheduled-job.ts";

/** A run that is due, as the ledger names it. */
export interface NaiveDue {
  readonly job: JobTiming["job"];
  readonly at: number; // milliseconds since 1970
  readonly due: string;
}

const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => minute);

/**
 * Tells what falls due after one moment and up to another, in the order in which it is to be done: day by day, as a person
 * would work it out with a calendar, and without croner.
 */
export function naiveSchedule(jobs: readonly JobTiming[]): (after: number, upTo: number) => readonly NaiveDue[] {
  const lines = jobs.map((timing) => dueIn(timing));
  const place = ({ job }: NaiveDue) => JOB_NAMES.indexOf(job);
  return (after, upTo) => {
    return lines.flatMap((due) => due(after, upTo)).sort((a, b) => a.at - b.at || place(a) - place(b));
  };
}

function dueIn({ job, cron, days }: JobTiming) {
  const [minutes = "", hours = "", dates = "", months = "", weekdays = ""] = cron.split(" ");
  if (weekdays !== "*") throw new RangeError("weekdays are not worked out here");
  const times = MINUTES.filter((one) => matches(hours, Math.floor(one / 60)) && matches(minutes, one % 60));
  return (after: number, upTo: number): readonly NaiveDue[] => {
    const found: NaiveDue[] = [];
    const last = dayOf(upTo);
    for (let day = shiftDay(dayOf(after), -15); day <= last; day = shiftDay(day, 1)) {
      const [, month = 0, date = 0] = day.split("-").map(Number);
      if (!matches(months, month) || !matches(dates, date)) continue;
      if (days === "working" && !isWorkingDay(day)) continue;
      let done = day;
      while (days === "next-working" && !isWorkingDay(done)) done = shiftDay(done, 1);
      for (const minute of times) {
        const at = Date.parse(`${done}T00:00:00+08:00`) + minute * 60_000;
        if (at > after && at <= upTo)
          found.push({ job, at, due: periodBefore(job, day) ?? new Date(at).toISOString() });
      }
    }
    return found;
  };
}

/** "*", "5", "8-18", "1,4,7" or a star with a step. */
function matches(field: string, value: number): boolean {
  const [range = "", step = "1"] = field.split("/");
  if (range === "*") return value % Number(step) === 0;
  return range.split(",").some((part) => {
    const [low, high = low] = part.split("-").map(Number);
    return low !== undefined && high !== undefined && low <= value && value <= high;
  });
}

function periodBefore(job: JobTiming["job"], day: string): string | undefined {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const named = (y: number, m: number) => (m === 0 ? `${y - 1}-12` : `${y}-${String(m).padStart(2, "0")}`);
  switch (SCHEDULED_JOBS[job].span) {
    case "month":
      return named(year, month - 1);
    case "quarter":
      return named(year, month - 1 - ((month - 1) % 3));
    case "year":
      return named(year, 0);
    case "time":
      return undefined;
  }
}

function dayOf(time: number): string {
  return new Date(time + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
