import { join } from "node:path";
import type { Config } from "../config.ts";
import { type Published, publish } from "../jobs/edition/publish.ts";
import type { Effects } from "../jobs/effects.ts";
import { ingestFiles } from "../jobs/ingest.ts";
import type { IngestedFile } from "../jobs/ingest-file.ts";
import { withHome } from "../jobs/open-home.ts";
import { requirePeriod } from "../jobs/period.ts";
import { periodName } from "../model/period.ts";
import { lightsLine } from "./lights.ts";
import { progressTable } from "./progress-table.ts";
import { describePublished } from "./publish.ts";

/** The papers that the shipped sheets are for. */
const SHIPPED = [
  { period: "2023-06", kind: "monthly" },
  { period: "2023-12", kind: "annual" },
] as const;

const NEXT_STEPS = [
  "接下来可以：",
  "  npm run -s jindu -- progress 2023-06              逐项对照计划目标",
  "  npm run -s jindu -- ingest <您的报表> --dry-run   看看您的报表能读出什么",
  "  npm run -s jindu -- plan show                     计划的全部目标和项目任务",
  "  npm run -s jindu -- --help                        全部命令",
].join("\n");

/** Reads the shipped sheets, publishes both papers and prints the headline targets; exit code 0. */
export async function start(config: Config, effects: Effects, write: (text: string) => void): Promise<number> {
  const sheets = join(config.root, "seeds/sheets");
  const files = await ingestFiles([sheets], { ...config, hints: {}, isDryRun: false }, effects);
  write(describeSheets(files));
  await withHome(config, async (open) => {
    for (const { period, kind } of SHIPPED) {
      const request = { period: requirePeriod(period), kind, asOf: null };
      write(describeEdition(await publish(open, request, effects)));
    }
  });
  write(`\n${NEXT_STEPS}`);
  return 0;
}

function describeSheets(files: readonly IngestedFile[]): string {
  const observations = files.flatMap((file) => file.observations).filter(({ value }) => value !== null);
  const issues = files.flatMap((file) => file.issues);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const projects = files.flatMap((file) => file.reports).length;
  return `随附报表 ${files.length} 份，读出数据 ${observations.length} 个、项目进展 ${projects} 项，错误 ${errors} 个，提醒 ${issues.length - errors} 个。`;
}

function describeEdition(published: Published): string {
  const { period, illustrative, assessments } = published;
  const title = `${periodName(period, "ytd")}主要目标${illustrative ? "（演示数据）" : "（公开发布的数据）"}`;
  const headline = assessments.filter(({ target }) => target.headline);
  return [
    `\n${title}\n`,
    progressTable(headline),
    `\n全部 ${assessments.length} 项目标：${lightsLine(assessments)}`,
    describePublished(published),
  ].join("\n");
}
