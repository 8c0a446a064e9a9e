import type { Bureau } from "../../model/bureau.ts";
import type { Figure } from "../../model/figure.ts";
import type { LightRules } from "../../model/rules.ts";
import type { MilestoneCounts } from "../edition/milestone-counts.ts";
import type { SourceRow } from "../edition/source-rows.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { withFigures } from "./reasons.ts";
import { joinRuns, joinWords, type Words } from "./runs.ts";

/** Says of which goals the figure is of another 口径: a paragraph, or none. */
export function scopeParagraphs(targets: readonly TargetFigures[], tell: Tell): readonly Words[] {
  const items = targets.flatMap((target) =>
    target.assessment.reasons
      .filter(({ code }) => code === "scope-differs")
      .map(({ text }) => {
        const meaning = withFigures(text.replace(/[。；]$/, ""), target);
        return tell("scope", { indicator: target.assessment.target.name, meaning });
      }),
  );
  return items.length === 0 ? [] : [sentence(tell("scopes", { list: joinWords(items, "；") }))];
}

interface SourcesInput {
  readonly sources: readonly SourceRow[];
  readonly bureaus: readonly Bureau[];
  readonly files: Figure;
  readonly cells: Figure;
  readonly milestones: ReportedMilestones;
  readonly names: ClosingNames;
}

/** What the workbook calls that the text points to; undefined where it is gone. */
export interface ClosingNames {
  readonly sources: string | undefined; // 数据来源
  readonly illustrative: string | undefined; // its column 是否演示
  readonly scopes: string | undefined; // 口径说明
}

type ReportedMilestones = Pick<MilestoneCounts, "known" | "illustrative">;

/**
 * Says which offices and how many files the figures come from, and where each cell is listed.
 *
 * What stands at a public address is named as published: the office that keeps the series did not send it.
 */
export function sourcesParagraph(
  { sources, bureaus, files, cells, milestones, names: called }: SourcesInput,
  tell: Tell,
): Words {
  const reported = sources.filter(({ observation }) => observation.url === null);
  const codes = [...new Set(reported.map(({ observation }) => observation.bureau))];
  const names = bureaus
    .filter(({ code }) => codes.includes(code))
    .map(({ shortName }) => shortName)
    .sort();
  const others = [
    ...(codes.includes(null) ? ["来源未登记的报表"] : []),
    ...(reported.length < sources.length ? ["公开发布资料"] : []),
  ];
  const marked = sources.filter(({ observation }) => observation.illustrative).length;
  const isAll = marked === sources.length && (milestones.illustrative || isUnreported(milestones));
  const progress = milestoneSource(milestones, { isMarked: !isAll });
  const told = tell("sources", {
    ...{ source: enumerateNames([...names, ...others]), files, cells, sheet: called.sources ?? "" },
    ...{ note: marked > 0 && !isAll ? demoWords(called) : "", meaning: progress },
  });
  return joinRuns([...sentence(told), isAll ? "全部数据为演示数据。" : ""]);
}

function demoWords({ sources, illustrative }: ClosingNames): string {
  if (sources === undefined || illustrative === undefined) return "，其中部分为演示数据";
  return `，其中“${illustrative}”一栏写“是”的为演示数据`;
}

/**
 * Says where the counts of projects and tasks come from, whose cells 数据来源 does not list; empty where none is reported.
 *
 * @param isMarked whether 演示数据 is said of it here
 */
export function milestoneSource(milestones: ReportedMilestones, { isMarked }: { readonly isMarked: boolean }): string {
  if (isUnreported(milestones)) return "";
  const notice = isMarked && milestones.illustrative ? "（演示数据）" : "";
  return `项目和任务的进展另据各部门的项目进展表${notice}`;
}

function isUnreported({ known }: ReportedMilestones): boolean {
  return known.value === "0";
}

const PACE_IS_TOLD = "已过月数占全年月数的比重";

const SHORT_CHARS = 60; // a line and a half

export interface RulesInput {
  readonly rules: LightRules;
  readonly milestoneRules: Pick<LightRules, "name">;
  readonly milestones: Pick<MilestoneCounts, "known">;
  readonly hasRequired: boolean; // 测算 stands in the text
  readonly names: Pick<ClosingNames, "scopes">;
}

/**
 * The rules, printed where their results are: a paragraph each, short ones together; the last explains what else the text
 * rests on.
 */
export function rulesParagraphs(input: RulesInput): readonly Words[] {
  const sentences = input.rules.text.map(stopped);
  return titled(input, flow([...sentences, ...explanations(input)]));
}

function explanations({ rules, milestoneRules, milestones, hasRequired, names }: RulesInput): readonly string[] {
  const where = names.scopes === undefined ? "" : `，见工作簿“${names.scopes}”表`;
  const isToldOfPace = rules.text.some((text) => text.includes(PACE_IS_TOLD));
  return [
    isToldOfPace ? "" : `序时进度是${PACE_IS_TOLD}。`,
    "灰灯表示还不能评价，不表示落后。",
    hasRequired ? "标“测算”的数，是按年度目标和已有数据推算的，不是公布数。" : "",
    milestones.known.value === "0" ? "" : `项目和任务按${milestoneRules.name}评价${where}。`,
  ];
}

/** Sentences into paragraphs: a short one runs on where the one before is short. */
function flow(sentences: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let isShort = false;
  for (const text of sentences) {
    const runsOn = isShort && text.length <= SHORT_CHARS;
    paragraphs.push(runsOn ? `${paragraphs.pop()}${text}` : text);
    isShort = text.length <= SHORT_CHARS;
  }
  return paragraphs;
}

function titled({ rules }: RulesInput, paragraphs: readonly string[]): readonly Words[] {
  return paragraphs.map((text, index) => [index === 0 ? `评价规则（${rules.name}）：${text}` : text]);
}

function stopped(text: string): string {
  return `${text.replace(/[。；]$/, "")}。`;
}
