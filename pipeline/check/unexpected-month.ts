import { CADENCE_MONTHS, type Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { monthOf } from "../model/period.ts";

/**
 * Warns of values for months in which their indicator is not published: January where the first release is 1—2月,
 * a month that ends no quarter for a quarterly one.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkUnexpectedMonth(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  return observations.flatMap((observation) => {
    const indicator = observation.indicator === null ? undefined : indicators.get(observation.indicator);
    if (!indicator || observation.value === null) return [];
    const expected = breach(indicator, observation);
    if (expected === null) return [];
    const details = { label: observation.label, expected, found: `${monthOf(observation.period)}月` };
    return [makeIssue("unexpected-month", { sheet: observation.sheet, cell: observation.cell }, details)];
  });
}

function breach({ firstMonth, cadence }: Indicator, { period, span }: Observation): string | null {
  const month = monthOf(period);
  if (month % CADENCE_MONTHS[cadence] !== 0) {
    return { monthly: "按月发布", quarterly: "按季发布", "half-yearly": "每半年发布一次", annual: "每年发布一次" }[
      cadence
    ];
  }
  if (cadence !== "monthly" || firstMonth === 1 || span === "instant") return null;
  const merged = month < firstMonth || (month === firstMonth && span === "month");
  if (!merged) return null;
  return firstMonth === 2 ? "1—2月合并发布" : `从${firstMonth}月起发布`;
}
