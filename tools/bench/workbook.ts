import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureApart, middle, verdict } from "./apart.ts";
import type { Measured } from "./measure.ts";

const ROUNDS = 3; // of each measurement; the middle one counts

interface Promised {
  readonly measure: string; // its name in measure.ts
  readonly what: string;
  readonly seconds: number;
  readonly megabytes: number; // resident at most, more than at the start
  readonly cells: number; // at least
}

/** What is promised of writing; each says whether it holds on this machine, now. */
const PROMISES: readonly Promised[] = [
  { measure: "demoMonth", what: "the demo month's workbook", seconds: 1, megabytes: 300, cells: 2_000 },
  {
    measure: "twoYears",
    what: "the same with figures of 120 indicators, 10 places and 24 months",
    ...{ seconds: 3, megabytes: 300, cells: 28_800 * 10 },
  },
];

/**
 * Measures how fast an edition becomes a workbook, from what is known of it to the bytes of the file, and prints it;
 * for the larger one also against the time that Python's XlsxWriter takes for the same cells, where that is installed.
 *
 * Every measurement is a process of its own, begun when the program is loaded and the figures are read.
 *
 * @param root the project's folder, compiled
 * @returns whether every promise holds
 */
export function benchWorkbook(root: string, write: (line: string) => void): boolean {
  const home = mkdtempSync(join(tmpdir(), "jindu-bench-"));
  try {
    const env = { ...process.env, JINDU_HOME: home };
    execFileSync(process.execPath, [join(root, "dist", "cli.js"), "start"], { cwd: root, env, stdio: "ignore" });
    const held = PROMISES.map((promised) => benchOne(promised, { root, home, write }));
    return held.every((one) => one);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Bench {
  readonly root: string;
  readonly home: string;
  readonly write: (line: string) => void;
}

function benchOne({ measure, what, seconds, megabytes, cells }: Promised, { root, home, write }: Bench): boolean {
  const run = middle(Array.from({ length: ROUNDS }, () => measureApart(root, measure, home)));
  const held = run.ms <= seconds * 1000 && run.peakMb - run.startMb <= megabytes && run.figures >= cells;
  write(what);
  const spent = `${inSeconds(run.ms)} (${inSeconds(run.cpuMs)} of processor)`;
  write(
    `  ${run.figures.toLocaleString("en")} cells in ${spent}, memory ${run.startMb} MB at start, ${run.peakMb} MB at most`,
  );
  const promised = `${seconds} s, ${megabytes} MB more than at start, at least ${cells.toLocaleString("en")} cells`;
  write(`  promised: ${promised}: ${verdict(held)}`);
  write(`  ${againstXlsxWriter(run, join(home, "cells.json"))}`);
  return held;
}

/** The same cells, bordered and in the same number formats. */
function againstXlsxWriter({ ms }: Measured, cellsFile: string): string {
  const script = fileURLToPath(new URL("write_cells.py", import.meta.url));
  const { status, stdout } = spawnSync("python3", [script, cellsFile], { encoding: "utf8" });
  if (status !== 0) return "against Python's XlsxWriter: not installed";
  const theirs = Number(stdout);
  return `against Python's XlsxWriter: ${inSeconds(theirs)} for the same cells; ${(ms / theirs).toFixed(2)} times that`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
