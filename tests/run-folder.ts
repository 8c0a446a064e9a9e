import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    readonly runFolder: string; // for what is made once in a run; gone when it ends
  }
}

/** Gives the tests of a run a folder in common, and takes it away after the last. */
export default function shareFolder({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "jindu-run-"));
  provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
