import { join } from "node:path";
import { type Config, withRules } from "../config.ts";
import { PipelineError } from "../errors.ts";
import { type Published, publish as publishEdition } from "../jobs/edition/publish.ts";
import type { Effects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { requireDay, requirePeriod } from "../jobs/period.ts";
import type { EditionKind } from "../model/edition.ts";
import { EDITION_KINDS } from "../model/edition-kind.ts";
import { printableJson } from "../model/printable-text.ts";
import { countLights } from "./lights.ts";

interface PublishOptions {
  readonly kind?: string;
  readonly "as-of"?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** Writes an edition and prints where it is; exit code 0. */
export async function publish(
  period: string,
  options: PublishOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  const request = {
    period: requirePeriod(period),
    kind: requireKind(options.kind),
    asOf: requireDay(options["as-of"]),
  };
  const published = await withHome(withRules(config, options.rules), (open) => publishEdition(open, request, effects));
  write(options.json ? printableJson(toJson(published)) : describePublished(published));
  return 0;
}

/**
 * Says where an edition's files are, a line each, whether anything is new, which notes are in it, and how many figures
 * were proved.
 */
export function describePublished(published: Published): string {
  const { folder, aside, files, version, isNew, illustrative, notes, proof } = published;
  const news = isNew ? `已生成第 ${version} 版` : `内容没有变化，就是第 ${version} 版`;
  const notice = illustrative ? "（演示数据）" : "";
  const added = notes === null ? "" : `，编者注取自 ${notes}`;
  const figures = Object.values(proof).reduce((sum, paper) => sum + paper.figures, 0);
  return [
    `${news}${notice}${added}：`,
    ...files.map((name) => `  ${join(folder, name)}`),
    `${figures} 处统计数已逐一核对，全部与台账一致。`,
    ...(aside === null ? [] : [`文件夹里原有的文件与发布时不同，已移到 ${aside}。`]),
  ].join("\n");
}

function toJson({ assessments, ...published }: Published) {
  return { ...published, lights: countLights(assessments) };
}

function requireKind(words = "monthly"): EditionKind {
  const kind = EDITION_KINDS.find((name) => name === words);
  if (kind) return kind;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(words)} 这种文稿`, {
    hint: "可以写：monthly、quarterly、annual",
  });
}
