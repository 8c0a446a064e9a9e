import type { Assessment } from "./assessment.ts";
import { spanName } from "./period.ts";

/** What tells whether an actual is of an earlier month than was asked about. */
type Timed = Pick<Assessment, "period" | "observedPeriod" | "actual" | "observations">;

/**
 * The time that an actual speaks of where it is an earlier one than was asked about: 上半年 of a quarterly figure in
 * July, 1—5月 of a 错月 figure in June, 6月末 of what is counted at a quarter's end.
 *
 * @returns null without an actual, and where it is of the month asked about
 */
export function earlierTime({ period, observedPeriod, actual, observations: [first] }: Timed): string | null {
  if (actual === null || observedPeriod === null || observedPeriod >= period) return null;
  return spanName(observedPeriod, first?.span ?? "ytd");
}

/** The assessments whose actual is of an earlier time, by that time; both in the order given. */
function byEarlierTime<T extends Timed>(assessments: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>();
  for (const assessment of assessments) {
    const time = earlierTime(assessment);
    if (time !== null) groups.set(time, [...(groups.get(time) ?? []), assessment]);
  }
  return groups;
}

/** 上半年（地区生产总值、肉产量）；1—5月（甲）: the times, each with the names of what it is the time of. */
export function earlierTimeWords<T extends Timed>(assessments: readonly T[], nameOf: (one: T) => string): string {
  return [...byEarlierTime(assessments)].map(([time, own]) => `${time}（${own.map(nameOf).join("、")}）`).join("；");
}
