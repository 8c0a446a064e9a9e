import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { checkUnexpectedMonth } from "./unexpected-month.ts";

/** Holds one file's observations against what is known of their indicators; issues check by check, each in file order. */
export function checkObservations(
  observations: readonly Observation[],
  indicators: readonly Indicator[],
): readonly Issue[] {
  const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));
  return checkUnexpectedMonth(observations, byCode);
}
