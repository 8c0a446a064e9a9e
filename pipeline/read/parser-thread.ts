import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { PipelineError } from "../errors.ts";
import type { ReadLimits } from "./limits.ts";
import { unpackSheet } from "./packed-sheets.ts";
import type { ParseAnswer, ParseJob } from "./parse-job.ts";
import { tooMuchMemory, tooSlow, unreadable } from "./refusal.ts";
import type { FormattedSheets } from "./sheets.ts";

const MEGABYTE = 1024 * 1024;
const YOUNG_MEGABYTES = 64; // of the thread's heap: nearly all that it makes lives until it is handed over

interface Thread {
  readonly worker: Worker;
  readonly memoryBytes: number;
}

let thread: Thread | undefined; // one for all files: starting it costs more than reading a sheet
let lastJob: Promise<unknown> = Promise.resolve();

/**
 * Reads the sheets of a file in a thread beside this one, one file after the other.
 *
 * A file that takes longer or more memory than its limits is refused and its thread ended; the next file gets a new
 * one. A waiting thread does not keep the process from ending.
 *
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export function parseInThread(job: ParseJob): Promise<FormattedSheets> {
  const answer = lastJob.then(() => runJob(job)).then(unpackAnswer);
  lastJob = answer.catch(() => undefined); // whoever asked for it is told; the next file does not care
  return answer;
}

function runJob(job: ParseJob): Promise<ParseAnswer> {
  const { file, limits } = job;
  const { worker } = threadFor(limits);
  return new Promise((resolve, reject) => {
    const onMessage = (answer: ParseAnswer) => {
      release();
      if (answer.hasGrown) endThread();
      resolve(answer);
    };
    const fail = (error: unknown) => {
      release();
      endThread();
      reject(error);
    };
    const onError = (error: NodeJS.ErrnoException) =>
      fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuchMemory(file, limits.memoryBytes) : error);
    const onExit = () => fail(unreadable(file, "读取时意外中断"));
    const timer = setTimeout(() => fail(tooSlow(file, limits.timeMs)), limits.timeMs);
    const release = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit).ref();
    worker.postMessage(job);
  });
}

function threadFor({ memoryBytes }: ReadLimits): Thread {
  if (thread?.memoryBytes !== memoryBytes) endThread();
  thread ??= { worker: startWorker(memoryBytes), memoryBytes };
  return thread;
}

/** Compiled, the worker is a .js beside this file; in development a .ts, which its thread needs tsx to load. */
function startWorker(memoryBytes: number): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const entry = new URL(`./parse-worker.${isSource ? "ts" : "js"}`, import.meta.url);
  const worker = new Worker(isSource ? loadingSource(entry) : entry, {
    eval: isSource,
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: Math.ceil(memoryBytes / MEGABYTE),
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  worker.on("error", () => undefined); // a job at hand is told by its own listener; between jobs it concerns no file
  worker.on("exit", () => {
    if (thread?.worker === worker) thread = undefined;
  });
  return worker;
}

function loadingSource(entry: URL): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx"));
  const [loader, source] = [new URL("./esm/api/index.mjs", tsx).href, entry.href].map((each) => JSON.stringify(each));
  return `import(${loader}).then(({ register }) => { register(); return import(${source}); });`;
}

function endThread(): void {
  void thread?.worker.terminate();
  thread = undefined;
}

function unpackAnswer(answer: ParseAnswer): FormattedSheets {
  switch (answer.type) {
    case "parsed":
      return { format: answer.format, sheets: answer.sheets.map(unpackSheet) };
    case "refused": {
      const { code, message, location, hint, cause } = answer.refusal;
      const details = { location, ...(hint === undefined ? {} : { hint }), ...(cause === undefined ? {} : { cause }) };
      throw new PipelineError(code, message, details);
    }
    case "failed":
      throw answer.error;
  }
}
