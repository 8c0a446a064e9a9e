import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measure.ts";

/** Measures in a process of its own: by the name of a measure in measure.ts, and what it takes. */
export type MeasureApart = (name: string, argument: string) => Measured;

/** @param root the project's folder, compiled */
export function measureApart(root: string, name: string, argument: string): Measured {
  const script = fileURLToPath(new URL("measure.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--import", "tsx", script, name, root, argument], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(output) as Measured;
}

/** The run that took neither least nor most. */
export function middle(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.ms - b.ms);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new RangeError("nothing was measured");
  return found;
}

/** The run that took least. */
export function fastest(runs: readonly Measured[]): Measured {
  const [found] = [...runs].sort((a, b) => a.ms - b.ms);
  if (!found) throw new RangeError("nothing was measured");
  return found;
}

/** Whether a promise holds, in words. */
export function verdict(held: boolean): string {
  return held ? "held" : "NOT held";
}
