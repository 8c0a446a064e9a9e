import type { Indicator } from "../model/indicator.ts";
import type { Target } from "../model/target.ts";
import { sideOf } from "./goal.ts";

const INCIDENT_UNITS: readonly string[] = ["起", "例", "次"];

/**
 * Whether a target keeps down what should not happen at all (accidents, 动态清零): how many more may happen, or are to
 * be expected, is nothing that a paper should say.
 */
export function countsIncidents(target: Target, { nature }: Indicator): boolean {
  if (target.basis !== "keep") return false;
  const isCap = sideOf(target) === "cap";
  return nature === "flow" && (target.op === "=" || (isCap && INCIDENT_UNITS.includes(target.unit)));
}
