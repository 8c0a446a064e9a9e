import { type Issue, makeIssue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { periodName } from "../model/period.ts";

/** From this day of a month on its figures may be filed: offices close their books a few days before the end. */
const CLOSING_DAY = 25;

/**
 * Asks about figures of a month that was not over on the day which the file states (填报日期, 发布日期): 7月报表 of
 * 7月10日 most likely holds the figures of June. What is called an estimate (预计) is left alone.
 *
 * @param stated "2023-07-10"; null where the file states no day
 * @returns one issue a cell, in the order of the observations
 */
export function checkUnfinishedMonth(observations: readonly Observation[], stated: string | null): readonly Issue[] {
  if (stated === null) return [];
  const [month, day] = [stated.slice(0, 7), Number(stated.slice(8))];
  return observations.flatMap(({ value, status, period, span, label, sheet, cell }) => {
    const isOver = period < month || (period === month && day >= CLOSING_DAY);
    if (isOver || value === null || status === "estimated") return [];
    return [
      makeIssue("unfinished-month", { sheet, cell }, { label, found: periodName(period, span), expected: stated }),
    ];
  });
}
