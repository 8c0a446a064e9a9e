import type { Block, CellContent, ColumnDescription, RowDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { goalWords } from "../prose/goal.ts";
import { unitAfter } from "../prose/growth.ts";
import { inTable, joinRuns, say, type Words } from "../prose/runs.ts";
import { column, dataRow, textCell } from "./cells.ts";
import { chapterRows } from "./chapter-table.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import type { TargetFigures } from "./target-figures.ts";
import { standingOf, verdictName } from "./verdict-groups.ts";

/** The headline targets: goal, actual, gap, verdict with its light; empty where the plan names none. */
export function headlineTable(facts: EditionFacts): readonly Block[] {
  return targetTable("主要目标完成情况", facts.targets.filter(isHeadline), facts);
}

/** The lagging targets that the sentences have no room for; empty where they have. */
export function laggingTable(facts: EditionFacts): readonly Block[] {
  const caption = facts.input.kind === "annual" ? "其余未完成的目标" : "其余滞后的目标";
  return targetTable(caption, facts.lagging.tabled, facts);
}

/**
 * Every target that a figure is known of, chapter by chapter, with who is responsible; the row that heads a chapter
 * counts the others.
 */
export function targetsTable(facts: EditionFacts): readonly Block[] {
  const { counts, targets } = facts;
  const listed = targets.filter(({ assessment }) => standingOf(assessment) !== "unknown");
  const rows = counts.chapters.flatMap(({ chapter, standings }): readonly RowDescription[] => [
    chapterRow(chapterTitle(facts, chapter), standings.unknown),
    ...listed
      .filter(({ assessment }) => assessment.target.chapter === chapter)
      .map((target) => dataRow([...targetCells(target, facts), textCell(bureauOf(target, facts))])),
  ]);
  const notes = [...gapNotes(listed), ...markNotes(listed, facts), [BUREAU_NOTE]];
  return [
    { kind: "table", caption: "量化目标完成情况", unit: null, columns: DETAIL_COLUMNS, rows },
    ...notes.map((runs): Block => ({ kind: "paragraph", style: "note", runs })),
  ];
}

/** One cell across the table: 凝聚科技创新力量，引领经济高质量发展（尚无数据9项）. */
function chapterRow(title: string, unknown: Figure): RowDescription {
  const count = unknown.value === "0" ? [] : say`（尚无数据${unknown}项）`;
  const joined = DETAIL_COLUMNS.slice(1).map((): CellContent => ({ kind: "blank", joinsLeft: true }));
  return dataRow([textCell(joinRuns([title, ...count])), ...joined]);
}

/** Marked where the plan does not name it. */
function bureauOf({ assessment: { target } }: TargetFigures, { names }: EditionFacts): string {
  const name = target.bureau === null ? "—" : (names.bureau(target.bureau) ?? target.bureau);
  return target.bureau !== null && target.bureauIsOurReading ? `${name}${BUREAU_MARK}` : name;
}

const BUREAU_MARK = "※";
const BUREAU_NOTE = `责任单位后标${BUREAU_MARK}的，计划原文没有写明，是按部门职能对应的，以当年分工文件为准。`;

/** Counts of lights by chapter. */
export function chaptersTable(facts: EditionFacts): readonly Block[] {
  const columns = [
    column("篇章", 46, "left"),
    column("目标数", 8, "center"),
    ...["绿", "黄", "红", "灰"].map((light) => column(light, 5, "center")),
  ];
  return [{ kind: "table", caption: "分章情况", unit: "单位：项", columns, rows: chapterRows(facts) }];
}

const TARGET_COLUMNS: readonly ColumnDescription[] = [
  column("指标", 31, "left"),
  column("目标", 15, "center"),
  column("实际", 13, "center"),
  column("差距", 14, "center"),
  column("评价", 13, "center"),
];

const DETAIL_COLUMNS: readonly ColumnDescription[] = [
  column("指标", 43, "left"),
  column("目标", 25, "center"),
  column("实际", 23, "center"),
  column("差距", 25, "center"),
  column("评价", 25, "center"),
  column("责任单位", 28, "center"),
];

function targetTable(caption: string, targets: readonly TargetFigures[], facts: EditionFacts): readonly Block[] {
  if (targets.length === 0) return [];
  const rows = targets.map((target) => dataRow(targetCells(target, facts)));
  return [
    { kind: "table", caption, unit: null, columns: TARGET_COLUMNS, rows },
    ...[...gapNotes(targets), ...markNotes(targets, facts)].map(
      (runs): Block => ({ kind: "paragraph", style: "note", runs }),
    ),
  ];
}

/** How the column of gaps is signed, where any stands in it: a lower concentration than the goal's is better, so above 0. */
function gapNotes(targets: readonly TargetFigures[]): readonly Words[] {
  return targets.some(({ gap }) => gap !== null) ? [[GAP_NOTE]] : [];
}

const GAP_NOTE = "差距为正表示好于目标、快于序时进度，为负表示不及，越低越好的指标也是这样。";

function targetCells(t: TargetFigures, { input }: EditionFacts): readonly CellContent[] {
  const { assessment, actual, gap } = t;
  return [
    nameCell(t),
    textCell(orDash(goalWords(t))),
    textCell(orDash(actual === null ? [] : joinRuns([inTable(actual), unitAfter(actual.unit)]))),
    textCell(orDash(gap === null ? [] : joinRuns([inTable(gap), gap.unit ?? ""]))),
    { kind: "light", light: assessment.light, word: verdictName(assessment, input.kind, input.period) },
  ];
}

function orDash(words: Words): Words {
  return words.length === 0 ? ["—"] : words;
}

function isHeadline({ assessment }: TargetFigures): boolean {
  return assessment.target.headline;
}
