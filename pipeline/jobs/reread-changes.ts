import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { QuestionKind } from "../model/question.ts";
import type { RereadFile } from "./catch-up.ts";

/** What another reading of a file changed. */
export interface RereadChanges {
  readonly joined: readonly Observation[]; // values that are of this indicator and 口径, or region, only now
  readonly left: readonly Observation[]; // values that no longer are, as they were before; one that moved is in both
  readonly errors: readonly Issue[]; // that were not there before
}

/** Compares the two readings of a file, cell by cell, as far as answers about indicators, or about regions, can tell. */
export function rereadChanges(kind: QuestionKind, { before, after }: RereadFile): RereadChanges {
  const known = new Set(before.issues.map(issueKey));
  return {
    joined: added(kind, before.observations, after.observations),
    left: added(kind, after.observations, before.observations),
    errors: after.issues.filter((issue) => issue.severity === "error" && !known.has(issueKey(issue))),
  };
}

function added(
  kind: QuestionKind,
  before: readonly Observation[],
  after: readonly Observation[],
): readonly Observation[] {
  const isSettled = (one: Observation) => one[kind] !== null && one.value !== null;
  const meaningKey = (one: Observation) => JSON.stringify([one.sheet, one.cell, one[kind], one.scope]);
  const settled = new Set(before.filter(isSettled).map(meaningKey));
  return after.filter((one) => isSettled(one) && !settled.has(meaningKey(one)));
}

function issueKey({ code, sheet, cell, message }: Issue): string {
  return JSON.stringify([code, sheet, cell, message]);
}
