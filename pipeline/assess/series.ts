import { grouped } from "../model/grouped.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Target } from "../model/target.ts";
import type { Point } from "../model/trend.ts";
import { findReading } from "./reading.ts";

/**
 * What is known of a target's own quantity month by month, over all years: cumulative for what adds up.
 *
 * Each month is read as the target is (current vintage, published before 演示数据, the best 口径); a month whose sources
 * conflict or do not compare is left out. Months of another 口径 than `scope` are left out, because a series that
 * changes its 口径 halfway tells nothing.
 *
 * @param observations of the target's indicator and region; any order, quantity, year and vintage
 * @returns earliest first
 */
export function seriesOf(
  target: Target,
  indicator: Indicator,
  observations: readonly KnownObservation[],
  scope: string | null,
): readonly Point[] {
  const own = observations.filter((one) => (one.scope ?? "") === (scope ?? ""));
  const byPeriod = grouped(own, ({ period }) => period);
  return [...byPeriod.keys()].sort().flatMap((period) => {
    const found = findReading(target, indicator, byPeriod.get(period) ?? [], [period]);
    if (found.kind !== "read") return [];
    const { actual, decimals, span, observations: read } = found.reading;
    return [{ period, value: actual, decimals, scope, span, observations: read }];
  });
}

/**
 * The cumulative amounts behind a goal of growth, in the indicator's own unit: what `seriesOf` gives for a goal that
 * speaks of the amount.
 */
export function amountsOf(
  target: Target,
  indicator: Indicator,
  observations: readonly KnownObservation[],
  scope: string | null,
): readonly Point[] {
  const asAmount: Target = {
    ...target,
    quantity: "value",
    basis: indicator.nature === "stock" ? "keep" : "flow",
    op: ">=",
    low: null,
    high: null,
    unit: indicator.unit,
  };
  return seriesOf(asAmount, indicator, observations, scope);
}
