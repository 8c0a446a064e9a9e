import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import { PipelineError } from "../errors.ts";
import { packSheet, transferList } from "./packed-sheets.ts";
import type { ParseAnswer, ParseJob } from "./parse-job.ts";
import { readSheets } from "./sheets.ts";

const MEGABYTE = 1024 * 1024;
const GROWN_BYTES = 256 * MEGABYTE; // beyond this a fresh thread is cheaper to keep than this one
const GROWN_OUTSIDE_BYTES = 32 * MEGABYTE; // file and text of the last job, which stay until something presses for room

console.error = () => undefined; // the spreadsheet library complains there of every record it does not know

/** The thread's own entry: answers each job it is sent, one after the other. */
parentPort?.on("message", async (job: ParseJob) => {
  const { bytes } = job;
  const answer = await answerTo(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), job);
  const { total_heap_size: heap, external_memory: outside } = getHeapStatistics();
  const hasGrown = heap > GROWN_BYTES || outside > GROWN_OUTSIDE_BYTES;
  parentPort?.postMessage({ ...answer, hasGrown }, answer.type === "parsed" ? transferList(answer.sheets) : []);
});

type Answer = ParseAnswer extends infer Each ? (Each extends unknown ? Omit<Each, "hasGrown"> : never) : never;

async function answerTo(bytes: Buffer, { file, limits }: ParseJob): Promise<Answer> {
  try {
    const { format, sheets } = await readSheets(bytes, file, limits);
    return { type: "parsed", format, sheets: sheets.map(packSheet) };
  } catch (error) {
    if (!(error instanceof PipelineError)) return { type: "failed", error };
    const { code, message, location, hint, cause } = error;
    return {
      type: "refused",
      refusal: { code, message, location, hint, cause: cause === undefined ? cause : String(cause) },
    };
  }
}
