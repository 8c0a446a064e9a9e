// Reads the mails that came back, and ends its own process without warning at the nth time that the clock is read: 1 before
// anything is taken; then for each message once before it is recorded, and once before it is moved on.

import { withHome } from "../../pipeline/jobs/open-home.ts";
import { takeReplies } from "../../pipeline/jobs/replies.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";

const [, , root = "", home = "", point = ""] = process.argv;

let readings = 0;
const quiet = () => {};
const effects = {
  logger: { info: quiet, warn: quiet, error: quiet },
  wait: async () => {},
  now: () => {
    readings += 1;
    if (readings === Number(point)) process.kill(process.pid, "SIGKILL");
    return "2026-11-23T08:00:00.000Z";
  },
};
const rules = { settleMs: 0, patienceMs: 0 };
await withHome({ home, root, limits: DEFAULT_READ_LIMITS }, (open) => takeReplies(open, rules, effects));
