import { spawnSync } from "node:child_process";
import { ROOT } from "./scratch-home.ts";

/** What a command printed, and how it ended. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled command line as a person would, with a home of the test's own and more of the environment. */
export function runCommand(
  words: readonly string[],
  home: string,
  environment: Readonly<Record<string, string>> = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...words], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, JINDU_HOME: home, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
