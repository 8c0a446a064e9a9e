// Answers a question, or takes its answer back, and ends its own process without warning at the nth time that the clock
// is read: 1 before the answer is written, 2 before the first file is read again, 4 before the second.
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { resolveQuestion, undoAnswer } from "../../pipeline/jobs/review-answers.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";

const [, , root = "", home = "", id = "", words = "", point = ""] = process.argv;

let readings = 0;
const quiet = () => {};
const effects = {
  logger: { info: quiet, warn: quiet, error: quiet },
  now: () => {
    readings += 1;
    if (readings === Number(point)) process.kill(process.pid, "SIGKILL");
    return "2026-11-23T08:00:00.000Z";
  },
};
await withHome({ home, root, limits: DEFAULT_READ_LIMITS }, (open) =>
  words === "undo" ? undoAnswer(open, id, effects) : resolveQuestion(open, { id, words }, effects),
);
