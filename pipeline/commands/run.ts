import type { Config } from "../config.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import type { InboxFile } from "../jobs/inbox/inbox.ts";
import { WAITING_WORDS } from "../jobs/inbox/take.ts";
import { OUTCOME_WORDS } from "../jobs/ingest-file.ts";
import { type OpenHome, withHome } from "../jobs/open-home.ts";
import { requirePeriod } from "../jobs/period.ts";
import { type Run, runOnce } from "../jobs/run.ts";
import { periodName } from "../model/period.ts";
import { printableJson } from "../model/printable-text.ts";
import { describePublished } from "./publish.ts";

interface RunOptions {
  readonly period?: string;
  readonly json?: boolean;
}

/** Reads the inbox, publishes what is complete and prints what came of it; exit code 1 where a file has errors or could not be read, or a folder, a name or a paper could not be used. */
export async function run(
  options: RunOptions,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  const period = options.period === undefined ? undefined : requirePeriod(options.period);
  return withHome(config, async (open) => {
    const done = await runOnce(open, period, effects);
    write(options.json ? printableJson(toJson(done)) : describe(done, open));
    return done.held.length + done.unusable.length > 0 || done.files.some(hasErrors) ? 1 : 0;
  });
}

function hasErrors({ ingested }: InboxFile): boolean {
  return ingested === null || ingested.issues.some(({ severity }) => severity === "error");
}

function describe(
  { files, waiting, strays, unusable, published, incomplete, held }: Run,
  { reference, home }: OpenHome,
): string {
  const nameOf = (code: string | null) =>
    reference.bureaus.find((bureau) => bureau.code === code)?.shortName ?? "不明部门";
  const titleOf = (name: string | null) => reference.sources.find((source) => source.name === name)?.title ?? name;
  const lines = [
    ...files.flatMap(({ file, bureau, ingested, remarks, movedTo }) => [
      `${nameOf(bureau)}  ${file}：${OUTCOME_WORDS[ingested?.outcome ?? "refused"]}，移到 ${movedTo}`,
      ...remarks.map((remark) => `  ${remark}`),
    ]),
    ...waiting.map(({ file, reason }) => `${file}：${WAITING_WORDS[reason]}`),
    ...strays.map((name) => `${name}：不属于任何部门的文件夹，没有读取`),
    ...unusable.map(({ folder, problem }) => `${folder}：${problem}`),
    ...published.map(describePublished),
    ...held.map(({ period, kind, problem }) => `${period}-${kind}：没有生成，改正后再运行。${problem}`),
    ...incomplete.flatMap(({ period, required, missing }) => [
      required === 0
        ? `${periodName(period, "month")}：本年报过两个月以上的表还没有，不知道哪些要报，没有生成文稿`
        : `${periodName(period, "month")}：还有 ${missing.length} 份没有报来，没有生成文稿`,
      ...missing.map(({ bureau, source }) => `  ${nameOf(bureau)}  ${titleOf(source)}`),
    ]),
  ];
  return lines.length > 0 ? lines.join("\n") : `收件文件夹里没有新的报表：${home.inbox}`;
}

function toJson({ files, waiting, strays, unusable, published, incomplete, held }: Run) {
  return {
    files: files.map(({ ingested, ...file }) => ({
      ...file,
      sha256: ingested?.sha256 ?? null,
      source: ingested?.source ?? null,
      outcome: ingested?.outcome ?? "refused",
      issues: ingested?.issues ?? [],
    })),
    ...{ waiting, strays, unusable },
    held: held.map(({ period, kind, problem }) => ({ period, kind, problem })),
    published: published.map(({ period, kind, version, isNew, folder }) => ({ period, kind, version, isNew, folder })),
    incomplete: incomplete.map(({ period, required, missing }) => ({
      ...{ period, required },
      missing: missing.map(({ bureau, source }) => ({ bureau, source })),
    })),
  };
}
