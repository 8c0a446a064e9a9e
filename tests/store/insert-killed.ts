// Takes in a large file and ends its own process without warning at a given point of the work: one of insertLarge's, or
// "done". "undisturbed" goes through; whoever started it may kill it meanwhile.
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertLarge } from "./large-submission.ts";

const [, , file = "", point = ""] = process.argv;

const store = await openStore(file);
await insertLarge(store, dieAt);
dieAt("done");
await closeStore(store);

function dieAt(reached: string): void {
  if (reached === point) process.kill(process.pid, "SIGKILL");
}
