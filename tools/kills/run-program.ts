import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { READ_SETTING } from "./project.ts";

/** Code that runs once is not worth optimising: a third of the time of a process. */
const SHORT_LIVED = ["--no-opt"];

/** Where a program runs. */
export interface Place {
  readonly project: string;
  readonly home: string;
  readonly scratch: string; // folder for what it throws away
  readonly minute: number; // what the clock shows when it starts, from that of the first
  readonly mail: Readonly<Record<string, string>>; // environment; empty where it sends none
}

/** How a program ended. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly told: string; // the end of what it wrote
}

/** Runs the program in a process of its own, by its words, with or without a kill (JINDU_KILL_...). */
export function runProgram(
  { project, home, scratch, minute, mail }: Place,
  words: readonly string[],
  kill: Readonly<Record<string, string>> = {},
): Promise<ProgramEnd> {
  mkdirSync(scratch, { recursive: true });
  const program = [
    ...SHORT_LIVED,
    "--import",
    join(project, "dist/point.js"),
    join(project, "dist/program.js"),
    ...words,
  ];
  const own = {
    JINDU_HOME: home,
    TMPDIR: scratch,
    JINDU_OFFICE: "none",
    JINDU_KILL_MINUTE: String(minute),
    ...READ_SETTING,
    ...mail,
    ...kill,
  };
  const child = spawn(process.execPath, program, {
    cwd: project,
    env: { PATH: process.env.PATH, ...own },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (piece) => {
      told = `${told}${piece}`.slice(-2000);
    });
  }
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, told })));
}
