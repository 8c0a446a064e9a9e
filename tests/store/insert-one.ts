// Takes in a file of the given name; in a process of its own.
import { syncReference } from "../../pipeline/store/reference.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { observation, reading, reference, submission } from "./sample-rows.ts";

const [, , file = "", name = ""] = process.argv;
const store = await openStore(file);
await syncReference(store, reference());
await insertSubmission(store, reading(submission(name), { observations: [observation()] }));
await closeStore(store);
