// Takes in a large file and ends its own process without warning at a given point of the work:
// "begun" the submission's row is written, "midway" half of its observations, "observed" all of them, "logged" all but the commit, "done" all.
// "undisturbed" goes through; whoever started it may kill it meanwhile.
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { issue, observation, reading, run, submission } from "./sample-rows.ts";

const [, , file = "", point = ""] = process.argv;

const observations = Array.from({ length: 10_000 }, (_, row) => observation({ cell: `A${row + 1}` }));
observations[5_000] = diesWhenRead("midway", observation({ cell: "A5001" }), "cell");
const store = await openStore(file);
await insertSubmission(
  store,
  reading(submission("large"), {
    observations: diesWhenRead("begun", observations, "slice"),
    issues: diesWhenRead("observed", [issue("A1"), issue("A2")], "slice"),
    run: diesWhenRead("logged", run({ subject: "large" }), "counts"),
  }),
);
if (point === "done") process.kill(process.pid, "SIGKILL");
await closeStore(store);

/** A stand-in for `thing` that ends the process when the store first reads `property`, if it is the point asked for. */
function diesWhenRead<T extends object>(name: string, thing: T, property: keyof T): T {
  return new Proxy(thing, {
    get(target, key) {
      if (key === property && point === name) process.kill(process.pid, "SIGKILL");
      return Reflect.get(target, key);
    },
  });
}
