import { CADENCE_MONTHS, type Indicator } from "../model/indicator.ts";
import { makePeriod, type Period, yearOf } from "../model/period.ts";
import type { Target } from "../model/target.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The readings that may speak for a target at a period. */
export interface Timing {
  readonly upTo: Period; // the period asked for, but never past the year that the target is due in
  readonly slots: readonly Period[]; // latest first; empty while nothing has fallen due
  readonly next: Period | null; // while nothing has fallen due: when something will; null if not within the year
}

/**
 * Tells which readings count when a target is asked about at a period.
 *
 * Only the latest that has fallen due counts: an older value never stands in for a newer one that is missing. After a
 * due date within the year (3月末) any reading from that date on counts, because nobody reports a finished task for ever.
 */
export function timingOf(target: Target, indicator: Indicator, period: Period): Timing {
  const upTo = withinYear(target, period);
  const fallen = releaseMonths(indicator)
    .map((month) => makePeriod(yearOf(upTo), month))
    .filter((slot) => slot <= upTo)
    .reverse();
  if (fallen.length === 0) return { upTo, slots: [], next: firstRelease(indicator, upTo) };
  const sinceDue = fallen.filter((slot) => slot >= target.due);
  return { upTo, slots: sinceDue.length > 0 ? sinceDue : fallen.slice(0, 1), next: null };
}

/**
 * Months of a year whose figures are published: every third for a quarterly indicator, from February where 1—2月 come
 * together (standards of the field, section 2.1).
 */
export function releaseMonths({ cadence, firstMonth }: Indicator): readonly number[] {
  return MONTHS.filter((month) => month % CADENCE_MONTHS[cadence] === 0 && month >= firstMonth);
}

/** Cumulative figures start anew each January, so a goal of last year is asked about at its December. */
function withinYear({ due }: Target, period: Period): Period {
  return yearOf(due) < yearOf(period) ? makePeriod(yearOf(due), 12) : period;
}

function firstRelease(indicator: Indicator, upTo: Period): Period | null {
  const [month] = releaseMonths(indicator);
  return month === undefined ? null : makePeriod(yearOf(upTo), month);
}
