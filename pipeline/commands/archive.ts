import type { Config } from "../config.ts";
import { PipelineError } from "../errors.ts";
import { type Archived, archiveQuarter } from "../jobs/archive/archive.ts";
import { type CheckedPackage, checkPackage } from "../jobs/archive/check.ts";
import { officePdf } from "../jobs/archive/office-pdf.ts";
import { type Replayed, replayPackage } from "../jobs/archive/replay.ts";
import type { Effects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import { printableJson, printableText } from "../model/printable-text.ts";

interface ArchiveOptions {
  readonly json?: boolean;
  readonly renew?: boolean;
}

const SEVERITIES = { error: "错误", warning: "提醒", info: "说明" } as const;

/** What is asked: to pack a quarter, or to try a package out. */
export type ArchiveTask =
  | { readonly task: "pack"; readonly quarter: string }
  | { readonly task: "check" | "replay"; readonly folder: string };

/**
 * Packs a quarter and prints where; or prints what is wrong with a package, or whether its papers come out of it again.
 *
 * @returns exit code 1 where a check has failed, anything is an error, or a paper differs
 */
export async function archive(
  task: ArchiveTask,
  options: ArchiveOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  if (options.renew && task.task !== "pack") {
    throw new PipelineError("USAGE", "--renew 只用于打包", { hint: "写作 archive 2023-Q2 --renew" });
  }
  if (task.task === "pack") return pack(task.quarter, options, config, effects, write);
  if (task.task === "check") return check(task.folder, options, write);
  return replay(task.folder, options, config, write);
}

async function pack(
  quarter: string,
  options: ArchiveOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  const last = requireQuarter(quarter);
  const toPdf = config.office === null ? null : officePdf(config.office, { warn: (text) => effects.logger.warn(text) });
  const archived = await withHome(config, (open) =>
    archiveQuarter(open, { last, toPdf, isRenewal: options.renew ?? false }, effects),
  );
  write(options.json ? printableJson(archived) : describeArchived(archived));
  return archived.checks.some(({ result }) => result === "failed") ? 1 : 0;
}

function check(folder: string, options: ArchiveOptions, write: (text: string) => void): number {
  const checked = checkPackage(folder);
  write(options.json ? printableJson(checked) : describeCheck(folder, checked));
  return checked.ok ? 0 : 1;
}

async function replay(
  folder: string,
  options: ArchiveOptions,
  { limits }: Config,
  write: (text: string) => void,
): Promise<number> {
  const replayed = await replayPackage(folder, limits);
  write(options.json ? printableJson(replayed) : describeReplay(replayed));
  return replayed.ok ? 0 : 1;
}

function requireQuarter(words: string): Period {
  const period = /^\d{4}-Q[1-4]$/.test(words) ? parsePeriod(words) : undefined;
  if (period) return period;
  throw new PipelineError("USAGE", `季度 ${JSON.stringify(words)} 写得不对`, {
    hint: "季度写作 2023-Q2；检查归档包写 archive check <文件夹>，重新生成写 archive replay <文件夹>",
  });
}

function describeArchived(archived: Archived): string {
  const { folder, seal, lost, later, papers, missing, checks } = archived;
  const count = (result: Archived["checks"][number]["result"]) =>
    checks.filter((check) => check.result === result).length;
  return [
    `${headOf(archived)}：`,
    `  ${folder}`,
    ...(lost === null
      ? []
      : [
          `原封签  ${lost.seal}（${lost.name}）`,
          `请先从备份里找 ${lost.name}：找到的按原名放回 archive/，它仍是原来归档的那一个，两个都保留。`,
        ]),
    `文稿  ${papers.join("、")}`,
    ...(later === 0 ? [] : [`归档以后又有签发、发送 ${later} 次，会收入以后的包；现在就要另出一个包，请加 --renew`]),
    ...(missing.length === 0 ? [] : [`缺少  ${missing.join("、")}`]),
    `四性检测  通过 ${count("passed")} 项，没有通过 ${count("failed")} 项，请人工检查 ${count("manual")} 项`,
    ...checks
      .filter(({ result }) => result === "failed")
      .map(({ name: what, detail }) => `没有通过  ${what}：${detail}`),
    `封签  ${seal}（tagmanifest-sha512.txt 的 SHA-256，请另行登记）`,
  ].join("\n");
}

function headOf({ isNew, isRemade, name, supersedes, lost }: Archived): string {
  if (lost !== null)
    return `${lost.name} 不在原处，重做出来的封签不同，不能再用这个号，已另编为 ${name}，写明更正 ${lost.name}`;
  if (isRemade) return `${name} 不在原处，已重做，封签与登记的相同，就是原来的包`;
  if (!isNew) return `内容没有变化，就是 ${name}`;
  return `已归档为 ${name}${supersedes === null ? "" : `，更正 ${supersedes}`}`;
}

function describeCheck(folder: string, checked: CheckedPackage): string {
  const { ok, version, files, bytes, algorithms, problems, more } = checked;
  const head = `${folder}：BagIt ${version ?? "版本不明"}，内容 ${files} 个文件、${bytes} 字节，摘要 ${algorithms.join("、") || "无"}`;
  const lines = problems.map(({ severity, message }) => `${SEVERITIES[severity]}  ${printableText(message)}`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (more > 0) lines.push(`此外还有 ${more} 处，没有列出`);
  return [head, ...lines, ok ? "检查通过。" : `检查没有通过，错误 ${errors} 处${more > 0 ? "以上" : ""}。`].join("\n");
}

function describeReplay({ ok, papers, files, different }: Replayed): string {
  const head = `由包内原件重新生成文稿 ${papers} 期，比较文件 ${files} 个`;
  return [head, ...different.map((one) => `不同  ${printableText(one)}`), ok ? "逐字节相同。" : "没有全部相同。"].join(
    "\n",
  );
}
