// Delivers June's paper by mail and to folders, and ends its own process without warning at the nth time that the clock is
// read: 1 before anything is reserved, then each time a recipient has got the papers and nothing is recorded of it yet.
import { join } from "node:path";
import { deliver } from "../../../pipeline/jobs/deliver/deliver.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { JUNE, mailSetting } from "../../support/delivery-home.ts";
import { killingClock } from "../../support/killing-clock.ts";

const [, , root = "", home = "", port = "", point = ""] = process.argv;

const effects = killingClock(Number(point));
const request = { edition: JUNE, to: null, isDryRun: false, again: null, arrived: null, bounced: null };
const setting = { approval: false, shared: join(home, "shared"), mail: mailSetting(Number(port), { timeoutMs: 5000 }) };
await withHome({ home, root, limits: DEFAULT_READ_LIMITS }, (open) => deliver(open, request, setting, effects));
