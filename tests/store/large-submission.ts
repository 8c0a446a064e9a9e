import type { Store } from "../../pipeline/store/database.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { issue, observation, reading, run, submission } from "./sample-rows.ts";

/** Something to do when the store comes to a point of the work. */
export type AtPoint = (point: "begun" | "midway" | "observed" | "logged") => void;

/**
 * Takes in a file of 10,000 figures; `reach` is called at "begun", when the submission's row is written, "midway", when
 * half of its observations are, "observed", when all of them are, and "logged", when there is all but the commit.
 */
export function insertLarge(store: Store, reach: AtPoint = () => undefined) {
  const observations = Array.from({ length: 10_000 }, (_, row) => observation({ cell: `A${row + 1}` }));
  observations[5_000] = telling(observation({ cell: "A5001" }), "cell", () => reach("midway"));
  return insertSubmission(
    store,
    reading(submission("large"), {
      observations: telling(observations, "slice", () => reach("begun")),
      issues: telling([issue("A1"), issue("A2")], "slice", () => reach("observed")),
      run: telling(run({ subject: "large" }), "counts", () => reach("logged")),
    }),
  );
}

/** A stand-in for `thing` that tells when the store reads `property`. */
function telling<T extends object>(thing: T, property: keyof T, tell: () => void): T {
  return new Proxy(thing, {
    get(target, key) {
      if (key === property) tell();
      return Reflect.get(target, key);
    },
  });
}
