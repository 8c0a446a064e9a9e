import { join } from "node:path";
import type { Config } from "../config.ts";
import { annotateFile } from "../jobs/annotate.ts";
import type { Effects } from "../jobs/effects.ts";
import { ingestFiles } from "../jobs/ingest.ts";
import { type IngestedFile, OUTCOME_WORDS } from "../jobs/ingest-file.ts";
import { withHome } from "../jobs/open-home.ts";
import { requirePeriod } from "../jobs/period.ts";
import { countOpenQuestions } from "../jobs/review-questions.ts";
import { formatIssue } from "../model/issue.ts";
import { printableJson } from "../model/printable-text.ts";
import { dispositionLines } from "./disposition-summary.ts";
import { observationJson, projectJson } from "./observation-json.ts";

interface IngestOptions {
  readonly source?: string;
  readonly period?: string;
  readonly region?: string;
  readonly "dry-run"?: boolean;
  readonly annotate?: string;
  readonly json?: boolean;
}

/** Reads files into the store, or only looks at them, and prints what became of each; exit code 1 where any issue is an error. */
export async function ingest(
  paths: readonly string[],
  options: IngestOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  const { source, region } = options;
  const period = options.period === undefined ? undefined : requirePeriod(options.period);
  const hints = {
    ...(source === undefined ? {} : { source }),
    ...(region === undefined ? {} : { region }),
    ...(period === undefined ? {} : { period }),
  };
  const isAnnotated =
    options.annotate === undefined ? null : await annotateFile(paths, options.annotate, { ...config, hints });
  const files = await ingestFiles(paths, { ...config, hints, isDryRun: options["dry-run"] ?? false }, effects);
  write(
    options.json
      ? printableJson({ files: files.map(toJson) })
      : files.map((file) => describe(file, config.home)).join("\n"),
  );
  if (!options.json && !options["dry-run"] && files.some(asksForName)) {
    const waiting = await withHome(config, countOpenQuestions);
    if (waiting > 0) write(`${waiting} 个名称待答复：npm run -s jindu -- review list`);
  }
  if (isAnnotated === false) effects.logger.warn("标注 没有写出，文件打不开");
  return files.some(({ issues }) => issues.some(({ severity }) => severity === "error")) ? 1 : 0;
}

function asksForName({ issues }: IngestedFile): boolean {
  return issues.some(({ code }) => code === "unknown-indicator" || code === "unknown-region");
}

function describe(ingested: IngestedFile, home: string): string {
  const { file, source, outcome, observations, reports, issues, returned, dispositions } = ingested;
  const values = observations.filter(({ value }) => value !== null).length;
  const projects = reports.length === 0 ? "" : `项目 ${reports.length} 个，`;
  const lines = issues.map(
    (issue) => `  ${{ error: "错误", warning: "提醒", info: "说明" }[issue.severity]} ${formatIssue(file, issue)}`,
  );
  if (returned !== null) lines.push(`  退回件：${join(home, returned)}`);
  if (dispositions !== null) lines.push(`  来源配置：${source ?? "没有认出"}`);
  lines.push(...dispositionLines(dispositions ?? []));
  return [`${file}：${OUTCOME_WORDS[outcome]}，数据 ${values} 个，${projects}问题 ${issues.length} 个`, ...lines].join(
    "\n",
  );
}

function toJson({
  file,
  sha256,
  format,
  source,
  outcome,
  observations,
  reports,
  issues,
  returned,
  dispositions,
}: IngestedFile) {
  return {
    ...{ file, sha256, format, source, outcome, returned },
    observations: observations.map(observationJson),
    projects: reports.map(projectJson),
    issues,
    ...(dispositions === null ? {} : { dispositions }),
  };
}
