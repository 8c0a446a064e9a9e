import type { Change } from "../model/explanation.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";

/** A change since the month before as `progress --json` prints it. */
export interface ChangeJson extends Omit<Change, "observations"> {
  readonly observations: readonly ObservationJson[];
}

/** Names the cells of a change by their places. */
export function changeJson(change: Change): ChangeJson {
  return { ...change, observations: change.observations.map(observationJson) };
}
