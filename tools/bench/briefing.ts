import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastest, measureApart, verdict } from "./apart.ts";

const ROUNDS = 7; // of each measurement; the fastest counts, since whatever else runs on the machine only slows it down

interface Promised {
  readonly measure: string; // its name in measure.ts
  readonly what: string;
  readonly ms: number;
  readonly megabytes: number; // resident at most, the program and its libraries included
  readonly figures: number; // printed, at least
}

/** What is promised of writing; each says whether it holds on this machine, now. */
const PROMISES: readonly Promised[] = [
  {
    measure: "demoBriefing",
    what: "the demo month's briefing, from what is known to the bytes of the file",
    ...{ ms: 500, megabytes: 250, figures: 120 },
  },
  {
    measure: "longBriefing",
    what: "a made briefing of 20 pages with 10 tables, from its description to the bytes of the file",
    ...{ ms: 700, megabytes: 250, figures: 800 },
  },
];

/**
 * Measures how fast an edition becomes a briefing, and prints it.
 *
 * Every measurement is a process of its own, begun when the program is loaded and the figures are read.
 *
 * @param root the project's folder, compiled
 * @returns whether every promise holds
 */
export function benchBriefing(root: string, write: (line: string) => void): boolean {
  const home = mkdtempSync(join(tmpdir(), "jindu-bench-"));
  try {
    const env = { ...process.env, JINDU_HOME: home };
    execFileSync(process.execPath, [join(root, "dist", "cli.js"), "start"], { cwd: root, env, stdio: "ignore" });
    const held = PROMISES.map(({ measure, what, ms, megabytes, figures }) => {
      const runs = Array.from({ length: ROUNDS }, () => measureApart(root, measure, home));
      const run = fastest(runs);
      const holds = run.ms <= ms && run.peakMb <= megabytes && run.figures >= figures;
      write(what);
      write(`  ${run.figures} figures in ${run.ms} ms (${run.cpuMs} of processor), ${run.peakMb} MB at most`);
      write(`  all runs: ${runs.map((one) => `${one.ms} ms`).join(", ")}`);
      write(`  promised: ${ms} ms, ${megabytes} MB, at least ${figures} figures: ${verdict(holds)}`);
      return holds;
    });
    return held.every((one) => one);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
