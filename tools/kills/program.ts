// What is killed: `jobs inbox publish-monthly=2023-04` does these as `jindu schedule` would, `command publish 2023-04` what the
// command line does; both by a clock that stands still but for waiting, so that two runs come to the same bytes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../pipeline/command-line.ts";
import { normaliseConfig } from "../../pipeline/config.ts";
import { withJobRoom } from "../../pipeline/jobs/schedule/job-room.ts";
import { runPending } from "../../pipeline/jobs/schedule/run-due.ts";
import { reserveAgain } from "../../pipeline/store/reservations.ts";
import { listScheduledRuns } from "../../pipeline/store/scheduled-runs.ts";

const START = Date.parse("2023-07-10T01:00:00.000Z") + Number(process.env.JINDU_KILL_MINUTE) * 60_000;
const CLOCK = join(tmpdir(), "clock"); // where a process that was killed after it had waited has left the time

let time = existsSync(CLOCK) ? Math.max(START, Number(readFileSync(CLOCK, "utf8"))) : START;
const now = () => new Date(time).toISOString();
const wait = async (ms: number) => {
  time += ms;
  writeFileSync(CLOCK, String(time));
};

const random = (bytes: number) => new Uint8Array(bytes); // two homes have one secret, and so the same Message-IDs

const [, , way, ...words] = process.argv;
if (way === "jobs") await runJobs(words);
else {
  const surroundings = { environment: process.env, now, wait, random, output: process.stdout, errors: process.stderr };
  process.exitCode = await runCommandLine(words, surroundings);
}

async function runJobs(jobs: readonly string[]): Promise<void> {
  const quiet = () => {};
  const logger = { info: quiet, warn: quiet, error: (line: string) => process.stderr.write(`${line}\n`) };
  await withJobRoom(normaliseConfig(process.env), { now, wait, random, logger }, async (room) => {
    for (const [index, job] of jobs.entries()) {
      const [name = "", period] = job.split("=");
      const scheduledFor = new Date(START - (jobs.length - index) * 1000).toISOString();
      const reservation = { job: name, due: period ?? scheduledFor, scheduledFor, outcome: null, note: null };
      await reserveAgain(room.store, reservation, now());
    }
    await room.alone(() => runPending(room));
    const wrong = (await listScheduledRuns(room.store)).filter(({ outcome }) => !outcome?.startsWith("done"));
    if (wrong.length > 0) throw new Error(`not done: ${JSON.stringify(wrong)}`);
  });
}
