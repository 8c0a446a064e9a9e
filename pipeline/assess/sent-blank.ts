import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { latestOf } from "../model/vintage.ts";
import { byPlace } from "./current.ts";
import { scopeRank, spansFor } from "./reading.ts";

/**
 * What stands in the cells that should hold a target's figure of a period: 报来的表中是“—”，没有数值.
 *
 * @returns undefined where no such cell has come
 */
export function sentBlank(
  target: Target,
  indicator: Indicator,
  period: Period,
  observations: readonly KnownObservation[],
): string | undefined {
  const spans: readonly string[] = [...spansFor(target, indicator), "year"];
  const blanks = observations.filter(
    (o) =>
      o.value === null &&
      o.period === period &&
      o.quantity === target.quantity &&
      spans.includes(o.span) &&
      scopeRank(target, o.scope) >= 0,
  );
  const current = latestOf([...blanks].sort(byPlace));
  if (current.length === 0) return undefined;
  const signs = new Set(current.map(signOf));
  const mark = current.some(({ illustrative }) => illustrative) ? "（演示数据）" : "";
  return `报来的表${mark}中是${[...signs].join("、")}，没有数值`;
}

/** “—” as it stands in the cell, or 空白. */
function signOf({ status, statusReason }: KnownObservation): string {
  const sign = statusReason === null || statusReason === "空白" ? "空白" : `“${statusReason}”`;
  return status === "below-unit" ? `${sign}（不足本表最小单位）` : sign;
}
