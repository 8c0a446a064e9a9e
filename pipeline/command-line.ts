import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Config, type ConfigSpec, normaliseConfig } from "./config.ts";
import { PipelineError, placeToTell } from "./errors.ts";
import { commandHelp, generalHelp } from "./help.ts";
import type { TimedEffects } from "./jobs/effects.ts";
import { streamLogger } from "./log.ts";
import { archiveTask, deliverTask, expectWords, jobsTask, reviewTask, usageError } from "./task-words.ts";
import { printTo } from "./terminal.ts";
import { type Command, isCommand } from "./usage.ts";

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  debug: { type: "boolean" },
  json: { type: "boolean" },
  csv: { type: "boolean" },
  "dry-run": { type: "boolean" },
  annotate: { type: "string" },
  source: { type: "string" },
  period: { type: "string" },
  region: { type: "string" },
  kind: { type: "string" },
  "as-of": { type: "string" },
  rules: { type: "string" },
  year: { type: "string" },
  none: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  job: { type: "string" },
  limit: { type: "string" },
  again: { type: "string" },
  arrived: { type: "string" },
  bounced: { type: "string" },
  reply: { type: "string" },
  list: { type: "boolean" },
  check: { type: "boolean" },
  by: { type: "string" },
  renew: { type: "boolean" },
} as const satisfies NonNullable<ParseArgsConfig["options"]>;

/** Options that each command takes beside --help and --debug. */
const TAKES: Readonly<Record<Command, readonly (keyof typeof OPTIONS)[]>> = {
  start: [],
  ingest: ["source", "period", "region", "dry-run", "annotate", "json"],
  run: ["period", "json"],
  publish: ["kind", "as-of", "rules", "json"],
  progress: ["region", "as-of", "rules", "json", "csv"],
  plan: ["year", "json"],
  review: ["source", "none", "json"],
  trace: ["json"],
  prove: ["json"],
  lint: ["json"],
  board: ["json"],
  remind: ["dry-run", "json"],
  approve: ["by", "json"],
  deliver: ["to", "again", "arrived", "bounced", "reply", "list", "check", "dry-run", "json"],
  archive: ["renew", "json"],
  backup: ["json"],
  restore: ["json"],
  jobs: ["period", "from", "to", "job", "limit", "json"],
  schedule: [],
  status: ["json"],
};

const CONFIGURATION_ERRORS = new Set(["USAGE", "CONFIG_INVALID", "SEED_INVALID", "TEMPLATE_INVALID", "FILE_NOT_FOUND"]);

/** Where a command line is called, and where its results and its complaints go. */
export interface Surroundings {
  readonly environment: ConfigSpec;
  readonly now: TimedEffects["now"];
  readonly wait: TimedEffects["wait"];
  readonly random: TimedEffects["random"];
  readonly output: { write(text: string): unknown };
  readonly errors: { write(text: string): unknown };
}

type Values = ReturnType<typeof parseWords>["values"];

/**
 * Does what a command line asks, and says what came of it; whatever is thrown on the way is explained.
 *
 * @returns the exit code: 0 done; 1 done with errors in the data, or the run failed; 2 wrong usage or configuration
 */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await obey(words, surroundings);
  } catch (error) {
    return explain(error, printTo(surroundings.errors), words.includes("--debug"));
  }
}

async function obey(
  words: readonly string[],
  { environment, now, wait, random, output, errors }: Surroundings,
): Promise<number> {
  const print = printTo(output);
  const write = (text: string) => print(`${text}\n`);
  const { values, positionals } = parseWords(words);
  const [command, ...rest] = positionals;
  if (command === undefined) {
    write(generalHelp());
    return values.help ? 0 : 2;
  }
  if (!isCommand(command)) throw usageError(`没有 ${JSON.stringify(command)} 这个命令`);
  if (values.help) {
    write(commandHelp(command));
    return 0;
  }
  refuseStrayOptions(command, values);
  const effects = { now, wait, random, logger: streamLogger({ write: printTo(errors) }) };
  return runCommand([command, ...rest], values, normaliseConfig(environment), effects, write);
}

async function runCommand(
  [command, ...words]: readonly [Command, ...string[]],
  values: Values,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  switch (command) {
    case "start":
      expectWords(words, 0);
      return (await import("./commands/start.ts")).start(config, effects, write);
    case "ingest":
      if (words.length === 0) throw usageError("请写出要读取的文件或文件夹");
      return (await import("./commands/ingest.ts")).ingest(words, values, config, effects, write);
    case "run":
      expectWords(words, 0);
      return (await import("./commands/run.ts")).run(values, config, effects, write);
    case "publish":
      expectWords(words, 1);
      return (await import("./commands/publish.ts")).publish(words[0] ?? "", values, config, effects, write);
    case "progress":
      expectWords(words, 1);
      if (values.json && values.csv) throw usageError("--json 和 --csv 只能写一个");
      return (await import("./commands/progress.ts")).progress(words[0] ?? "", values, config, effects, write);
    case "plan":
      if (words[0] !== "show") throw usageError("plan 后面请写 show");
      expectWords(words.slice(1), 0);
      return (await import("./commands/plan.ts")).planShow(values, config, write);
    case "review":
      return (await import("./commands/review.ts")).review(reviewTask(words, values), values, config, effects, write);
    case "trace":
      if (words.length !== 2) expectWords(words, 1);
      return (await import("./commands/trace.ts")).trace(words[0] ?? "", words[1] ?? null, values, write);
    case "prove":
      expectWords(words, 1);
      return (await import("./commands/prove.ts")).prove(words[0] ?? "", values, config, write);
    case "lint":
      expectWords(words, 1);
      return (await import("./commands/lint.ts")).lint(words[0] ?? "", values, config, write);
    case "board":
      expectWords(words, 1);
      return (await import("./commands/board.ts")).board(words[0] ?? "", values, config, effects, write);
    case "remind":
      expectWords(words, 0);
      return (await import("./commands/remind.ts")).remind(values, config, effects, write);
    case "approve":
      expectWords(words, 1);
      return (await import("./commands/approve.ts")).approve(words[0] ?? "", values, config, effects, write);
    case "deliver":
      return (await import("./commands/deliver.ts")).deliver(
        deliverTask(words, values),
        values,
        config,
        effects,
        write,
      );
    case "archive":
      return (await import("./commands/archive.ts")).archive(archiveTask(words), values, config, effects, write);
    case "backup":
      expectWords(words, 1);
      return (await import("./commands/backup.ts")).backup(words[0] ?? "", values, config, write);
    case "restore":
      expectWords(words, 1);
      return (await import("./commands/backup.ts")).restore(words[0] ?? "", values, config, effects, write);
    case "jobs":
      return (await import("./commands/jobs.ts")).jobs(jobsTask(words, values), values, config, effects, write);
    case "schedule":
      expectWords(words, 0);
      return (await import("./commands/schedule.ts")).schedule(config, effects, write);
    case "status":
      expectWords(words, 0);
      return (await import("./commands/status.ts")).status(values, config, effects, write);
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (cause) {
    const [option] = /'[^']+'/.exec((cause as Error).message) ?? [];
    throw new PipelineError("USAGE", `选项${option ? ` ${option} ` : ""}写错了：没有这个选项，或缺少它的值`, {
      hint: "用 npm run -s jindu -- --help 查看用法",
      cause,
    });
  }
}

function refuseStrayOptions(command: Command, values: Values): void {
  const strays = Object.keys(values).filter(
    (name) => name !== "debug" && !(TAKES[command] as readonly string[]).includes(name),
  );
  if (strays.length > 0) throw usageError(`${command} 没有选项 ${strays.map((name) => `--${name}`).join("、")}`);
}

function explain(error: unknown, print: (text: string) => void, isDebug: boolean): number {
  if (!(error instanceof PipelineError)) {
    print("程序出现意外错误。请加 --debug 重新运行，并把输出交给维护人员。\n");
    print(isDebug ? `${(error as Error).stack ?? error}\n` : `${error}\n`);
    return 1;
  }
  const place = placeToTell(error);
  print(`${place ? `${place}：` : ""}${error.message}。${error.hint ? `${error.hint}。` : ""}\n`);
  if (isDebug) print(`${error.stack}\n${error.cause ?? ""}\n`);
  return CONFIGURATION_ERRORS.has(error.code) ? 2 : 1;
}
