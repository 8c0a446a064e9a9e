import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { TimedEffects } from "../../pipeline/jobs/effects.ts";

/** The project's folder, with a slash at its end. */
export const ROOT = new URL("../..", import.meta.url).pathname;

/** A folder of the test's own, gone when it ends; pass `afterAll` for one that several tests share. */
export function scratchFolder(atEnd: (work: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "jindu-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Effects with a clock that stands still, waiting that takes no time, and a log that keeps its lines. */
export function memoryEffects(now = "2026-11-23T08:00:00.000Z"): TimedEffects & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const wait = async () => {};
  return { now: () => now, wait, random: randomBytes, logger: { info: write, warn: write, error: write }, lines };
}
