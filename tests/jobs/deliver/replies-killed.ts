// Reads the mails that came back, and ends its own process without warning at the nth time that the clock is read: 1 before
// anything is taken; then for each message once before it is recorded, and once before it is moved on.

import { takeReplies } from "../../../pipeline/jobs/deliver/replies.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { killingClock } from "../../support/killing-clock.ts";

const [, , root = "", home = "", point = ""] = process.argv;

const effects = killingClock(Number(point));
const rules = { settleMs: 0, patienceMs: 0 };
await withHome({ home, root, limits: DEFAULT_READ_LIMITS }, (open) => takeReplies(open, rules, effects));
