// Looks at a folder again and again until it is killed; in a process of its own.
import { lookAgain } from "../../pipeline/store/sightings.ts";
import { openStore } from "../../pipeline/store/sqlite.ts";

const [, , file = ""] = process.argv;
const store = await openStore(file);
for (let turn = 0; ; turn += 1) {
  await lookAgain(store, "住建局", [{ place: "住建局/6月.csv", stamp: String(turn) }], "2023-07-10T01:00:00.000Z");
}
