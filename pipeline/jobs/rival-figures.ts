import { checkRivalFigures } from "../check/rival-figures.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Store } from "../store/database.ts";
import { listRivalFigures } from "../store/rival-figures.ts";
import type { Submission } from "../store/submissions.ts";

/** What a file says, and when. */
type Dated = Pick<Submission, "sha256" | "vintage" | "illustrative"> & {
  readonly observations: readonly Observation[];
};

/**
 * What a file's figures have against those of other files, as far as these have come.
 *
 * Told with the file's issues and never kept with them: the next file may bring a conflict, or settle it.
 */
export async function rivalIssues(store: Store, file: Dated): Promise<readonly Issue[]> {
  const { vintage, observations } = file;
  const rivals = await listRivalFigures(store, file, observations);
  return checkRivalFigures(observations, { vintage, rivals });
}
