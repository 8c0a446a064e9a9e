import type { ArchiveItem } from "../../archive/item.ts";
import type { ProcessStep } from "../../archive/metadata.ts";
import type { PaperRecord } from "../../archive/registers.ts";
import type { ArchivedPaper } from "./papers.ts";

/** What is known of how 件 came about. */
export interface StepSources {
  readonly papers: readonly ArchivedPaper[];
  readonly items: readonly ArchiveItem[];
  readonly records: readonly PaperRecord[];
  readonly organisation: string;
  readonly version: string; // of this program
  readonly baggedAt: string; // ISO 8601, UTC
}

/** What was done with each 件: papers made, approved and sent, then all archived. */
export function listSteps(sources: StepSources): readonly ProcessStep[] {
  const { papers, items, records, organisation, baggedAt } = sources;
  const program = `jindu ${sources.version}`;
  const made = papers.map(({ item, edition, basis }): ProcessStep => {
    const rules = `年度计划和亮灯规则 ${basis?.rules ?? "没有留存"}`;
    return { item, act: "生成文稿", time: edition.createdAt, basis: rules, agent: program };
  });
  const own = new Set(papers.map(({ item }) => item));
  const told = records
    .filter(({ item }) => own.has(item))
    .map(({ item, version, act, at, by, channel, outcome }): ProcessStep => {
      const what = `第${version}版${act === "签发" ? "" : `，${channel}给${by}，${outcome}`}`;
      return { item, act, time: at, basis: what, agent: act === "签发" ? by : organisation };
    });
  const kept = items.map(({ item }): ProcessStep => {
    return { item, act: "归档", time: baggedAt, basis: "DA/T 22-2015、DA/T 70-2018", agent: program };
  });
  return [...made, ...told, ...kept];
}
