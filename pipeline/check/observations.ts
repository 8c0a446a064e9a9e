import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { checkUnexpectedMonth } from "./unexpected-month.ts";
import { checkUnlikelyUnit } from "./unlikely-unit.ts";

/** What one file's observations come to after the checks. */
export interface Checked {
  readonly observations: readonly Observation[]; // without those that an error asks about
  readonly issues: readonly Issue[]; // check by check, each in file order
}

/** Holds one file's observations against what is known of their indicators. */
export function checkObservations(observations: readonly Observation[], indicators: readonly Indicator[]): Checked {
  const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));
  const issues = [checkUnexpectedMonth, checkUnlikelyUnit].flatMap((check) => check(observations, byCode));
  const asked = new Set(
    issues.flatMap(({ severity, sheet, cell }) => (severity === "error" ? [`${sheet}|${cell}`] : [])),
  );
  const isAsked = ({ sheet, cell }: Observation) => asked.has(`${sheet}|${cell}`);
  return { observations: asked.size === 0 ? observations : observations.filter((o) => !isAsked(o)), issues };
}
