// Does the named jobs in a home, by a clock that stands still but for waiting, as `jindu schedule` would. Run by tools/kill-driver.ts.

import { normaliseConfig } from "../dist/config.js";
import { withJobRoom } from "../dist/jobs/job-room.js";
import { runPending } from "../dist/jobs/run-due.js";
import { reserveAgain } from "../dist/store/reservations.js";
import { listScheduledRuns } from "../dist/store/scheduled-runs.js";

const [, , ...jobs] = process.argv; // "publish-monthly=2023-04"
let time = Date.parse("2023-07-10T01:00:00.000Z");
const quiet = () => {};
const effects = {
  now: () => new Date(time).toISOString(),
  logger: { info: quiet, warn: quiet, error: (line) => process.stderr.write(`${line}\n`) },
  wait: async (ms) => {
    time += ms;
  },
};
await withJobRoom(normaliseConfig(process.env), effects, async (room) => {
  for (const [index, words] of jobs.entries()) {
    const [job, due] = words.split("=");
    const scheduledFor = new Date(Date.parse("2023-07-10T00:00:00.000Z") + index * 1000).toISOString();
    await reserveAgain(
      room.store,
      { job, due: due ?? scheduledFor, scheduledFor, outcome: null, note: null },
      effects.now(),
    );
  }
  await room.alone(() => runPending(room));
  const wrong = (await listScheduledRuns(room.store)).filter(({ outcome }) => outcome !== "done");
  if (wrong.length > 0) throw new Error(`not done: ${JSON.stringify(wrong)}`);
});
