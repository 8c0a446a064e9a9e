import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { runCommandLine } from "../../pipeline/command-line.ts";
import type { CommandResult } from "./run-command.ts";

/**
 * Does what `runCommand` does without starting a process: what is printed is kept, and the exit code returned.
 *
 * @param fixedNow what the clock shows; the time where not given
 */
export async function callCommand(
  words: readonly string[],
  home: string,
  more: Readonly<Record<string, string>> = {},
  fixedNow?: string,
): Promise<CommandResult> {
  const [output, errors] = [keeper(), keeper()];
  const now = () => fixedNow ?? new Date().toISOString();
  const environment = { ...process.env, JINDU_HOME: home, ...more };
  const wait = (ms: number) => setTimeout(ms);
  const status = await runCommandLine(words, { environment, now, wait, random: randomBytes, output, errors });
  return { status, stdout: output.text(), stderr: errors.text() };
}

function keeper() {
  const pieces: string[] = [];
  return { write: (text: string) => pieces.push(text), text: () => pieces.join("") };
}
