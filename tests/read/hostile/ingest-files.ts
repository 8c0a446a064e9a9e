// Runs in a process of its own: ingests files by the compiled job, all into one home, and prints for each how long it took and how much
// memory the whole process held at its worst, above what it held idle after a first, clean file.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";

/** What became of a file, and what it took. */
export interface Ingested {
  readonly outcome: string;
  readonly sha256: string | null;
  readonly message: string; // of the first issue; "" without any
  readonly ms: number;
  readonly bytes: number; // of memory, above idle
}

const [root = "", home = "", ...files] = process.argv.slice(2);
const compiled = join(root, "dist/jobs/ingest.js");
const { ingestFiles } = (await import(compiled)) as typeof import("../../../pipeline/jobs/ingest.ts");

// Beside the main thread, because that one is busy just when it matters.
const peak = new Float64Array(new SharedArrayBuffer(8));
const sampler = new Worker(
  `const { workerData } = require("node:worker_threads");
   setInterval(() => { workerData[0] = Math.max(workerData[0], process.memoryUsage.rss()); }, 5);`,
  { eval: true, workerData: peak },
);
await new Promise((resolve) => sampler.once("online", resolve));

const taken: { readonly ms: number; readonly bytes: number }[] = [];
let [began, idle] = [performance.now(), 0];
const onFile = () => {
  taken.push({ ms: performance.now() - began, bytes: Math.max(peak[0] ?? 0, process.memoryUsage.rss()) - idle });
  globalThis.gc?.(); // what an earlier file has left to be swept is not the next one's
  if (taken.length === 1) idle = process.memoryUsage.rss();
  peak[0] = 0;
  began = performance.now();
};
const effects = {
  now: () => "2026-11-23T08:00:00.000Z",
  logger: { info: onFile, warn: () => undefined, error: onFile },
};
const options = { root, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun: false };
const results = await ingestFiles(files, options, effects);
const ingested = results.map(({ outcome, sha256, issues }, index) => {
  return { outcome, sha256, message: issues[0]?.message ?? "", ...taken[index] };
});
process.stdout.write(JSON.stringify(ingested));
await sampler.terminate();
