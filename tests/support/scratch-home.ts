import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Effects } from "../../pipeline/jobs/effects.ts";

/** The project's folder, with a slash at its end. */
export const ROOT = new URL("../..", import.meta.url).pathname;

/** A folder of the test's own, gone when it ends; pass `afterAll` for one that several tests share. */
export function scratchFolder(atEnd: (work: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "jindu-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Effects with a clock that stands still and a log that keeps its lines. */
export function memoryEffects(now = "2026-11-23T08:00:00.000Z"): Effects & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  return { now: () => now, logger: { info: write, warn: write, error: write }, lines };
}
