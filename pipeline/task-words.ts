import type { ArchiveTask } from "./commands/archive.ts";
import type { DeliverTask } from "./commands/deliver.ts";
import type { JobsTask } from "./commands/jobs.ts";
import type { ReviewTask } from "./commands/review.ts";
import { PipelineError } from "./errors.ts";

/** Options that only some tasks of a command take. */
interface TaskOptions {
  readonly none?: boolean | undefined;
  readonly source?: string | undefined;
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly job?: string | undefined;
  readonly limit?: string | undefined;
  readonly list?: boolean | undefined;
  readonly reply?: string | undefined;
  readonly check?: boolean | undefined;
}

/** What is asked of `review`. @throws PipelineError USAGE */
export function reviewTask([task, ...words]: readonly string[], { none, source }: TaskOptions): ReviewTask {
  if (none && task !== "resolve") throw usageError("--none 只用于 review resolve");
  if (source !== undefined && task !== "list" && task !== "answers")
    throw usageError("--source 只用于 review list 和 review answers");
  switch (task) {
    case "list":
    case "answers":
      expectWords(words, 0);
      return { task };
    case "undo":
      expectWords(words, 1);
      return { task, id: words[0] ?? "" };
    case "resolve":
      expectWords(words, none ? 1 : 2);
      return { task, id: words[0] ?? "", words: none ? null : (words[1] ?? "") };
    default:
      throw usageError("review 后面请写 list、resolve、answers 或 undo");
  }
}

/** What is asked of `jobs`. @throws PipelineError USAGE */
export function jobsTask([task, ...words]: readonly string[], options: TaskOptions): JobsTask {
  const { period, from, to, job, limit } = options;
  if (period !== undefined && task !== "run") throw usageError("--period 只用于 jobs run");
  if ((from !== undefined || to !== undefined) && task !== "backfill")
    throw usageError("--from 和 --to 只用于 jobs backfill");
  if ((job !== undefined || limit !== undefined) && task !== "history")
    throw usageError("--job 和 --limit 只用于 jobs history");
  switch (task) {
    case "list":
    case "history":
    case "confirm-clock":
      expectWords(words, 0);
      return { task };
    case "run":
    case "backfill":
      expectWords(words, 1);
      return { task, name: words[0] ?? "" };
    default:
      throw usageError("jobs 后面请写 list、run、history、backfill 或 confirm-clock");
  }
}

/** What is asked of `deliver`. @throws PipelineError USAGE */
export function deliverTask(words: readonly string[], options: TaskOptions): DeliverTask {
  const { list, check, reply } = options;
  const asked = [list, check, reply !== undefined].filter(Boolean).length;
  if (asked === 0) {
    expectWords(words, 1);
    return { task: "deliver", edition: words[0] ?? "" };
  }
  expectWords(words, 0);
  const strays = ["to", "again", "arrived", "bounced", "dry-run"].filter((name) => name in options);
  if (strays.length > 0 || asked > 1) throw usageError("--list、--reply、--check 只能写一个，不与其他选项同用");
  if (reply !== undefined) return { task: "reply", file: reply };
  return { task: list ? "list" : "check" };
}

/** What is asked of `archive`. @throws PipelineError USAGE */
export function archiveTask([first = "", ...words]: readonly string[]): ArchiveTask {
  if (first !== "check" && first !== "replay") {
    expectWords(words, 0);
    return { task: "pack", quarter: first };
  }
  expectWords(words, 1);
  return { task: first, folder: words[0] ?? "" };
}

/** Sees to it that a command got as many words as it takes. @throws PipelineError USAGE */
export function expectWords(words: readonly string[], count: number): void {
  if (words.length < count) throw usageError("少写了一项");
  if (words.length > count)
    throw usageError(
      `多写了 ${words
        .slice(count)
        .map((word) => JSON.stringify(word))
        .join("、")}`,
    );
}

/** Says that a command line is not written as it should be. */
export function usageError(problem: string): PipelineError {
  return new PipelineError("USAGE", problem, { hint: "用 npm run -s jindu -- --help 查看用法" });
}
