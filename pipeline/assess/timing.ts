import { type Indicator, releaseMonths } from "../model/indicator.ts";
import { makePeriod, monthOf, type Period, shiftPeriod, yearOf } from "../model/period.ts";
import type { Target } from "../model/target.ts";

/** The readings that may speak for a target at a period. */
export interface Timing {
  readonly upTo: Period; // the period asked for, but never past the year that the target is due in
  readonly early: readonly Period[]; // before they fall due, latest first: they speak where they have come, and are not missed where not
  readonly slots: readonly Period[]; // latest first; empty while nothing has fallen due
  readonly next: Period | null; // while nothing has fallen due: the year's first reading; null if there is none
}

/**
 * Tells which readings count when a target is asked about at a period.
 *
 * Only the latest that has fallen due counts: an older value never stands in for a newer one that is missing. After a
 * due date within the year (3月末) any reading from that date on counts, because nobody reports a finished task for ever.
 *
 * A 错月 figure falls due some months after the month that it speaks of, so at June May's counts; June's is left to the
 * paper of July. No later paper of the same plan asks about December, so there December's counts as soon as it has come.
 *
 * @param beside the indicator that a relative goal is held against: only months in which both are published count
 */
export function timingOf(target: Target, indicator: Indicator, period: Period, beside: Indicator = indicator): Timing {
  const upTo = withinYear(target, period);
  const lag = Math.max(indicator.lagMonths, beside.lagMonths);
  const others = releaseMonths(beside);
  const months = releaseMonths(indicator).filter((month) => others.includes(month));
  const released = months.map((month) => makePeriod(yearOf(upTo), month)).filter((slot) => slot <= upTo);
  const fallen = released.filter((slot) => shiftPeriod(slot, lag) <= period).reverse();
  const early = monthOf(upTo) === 12 ? released.slice(fallen.length).reverse() : [];
  if (fallen.length === 0) return { upTo, early, slots: [], next: firstOf(months, upTo) };
  const sinceDue = fallen.filter((slot) => slot >= target.due);
  return { upTo, early, slots: sinceDue.length > 0 ? sinceDue : fallen.slice(0, 1), next: null };
}

/** Cumulative figures start anew each January, so a goal of last year is asked about at its December. */
function withinYear({ due }: Target, period: Period): Period {
  return yearOf(due) < yearOf(period) ? makePeriod(yearOf(due), 12) : period;
}

function firstOf([month]: readonly number[], upTo: Period): Period | null {
  return month === undefined ? null : makePeriod(yearOf(upTo), month);
}
