import type { Block, ColumnDescription, RowDescription } from "../../model/edition.ts";
import { goalWords } from "../prose/goal.ts";
import { unitAfter } from "../prose/growth.ts";
import { inTable, joinRuns, type Words } from "../prose/runs.ts";
import { column, dataRow, textCell } from "./cells.ts";
import { chapterRows } from "./chapter-table.ts";
import type { EditionFacts } from "./facts.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import type { TargetFigures } from "./target-figures.ts";
import { verdictName } from "./verdict-groups.ts";

/** The headline targets: goal, actual, gap, verdict, light; empty where the plan names none. */
export function headlineTable(facts: EditionFacts): readonly Block[] {
  return targetTable("主要目标完成情况", facts.targets.filter(isHeadline), facts);
}

/** The lagging targets that the sentences have no room for; empty where they have. */
export function laggingTable(facts: EditionFacts): readonly Block[] {
  const caption = facts.input.kind === "annual" ? "其余未完成的目标" : "其余滞后的目标";
  return targetTable(caption, facts.lagging.tabled, facts);
}

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
  column("指标", 28, "left"),
  column("目标", 14, "center"),
  column("实际", 13, "center"),
  column("差距", 14, "center"),
  column("评价", 10, "center"),
  column("灯", 7, "center"),
];

function targetTable(caption: string, targets: readonly TargetFigures[], facts: EditionFacts): readonly Block[] {
  if (targets.length === 0) return [];
  const rows = targets.map((target) => targetRow(target, facts));
  return [
    { kind: "table", caption, unit: null, columns: TARGET_COLUMNS, rows },
    ...markNotes(targets, facts).map((runs): Block => ({ kind: "paragraph", style: "note", runs })),
  ];
}

function targetRow(t: TargetFigures, { input }: EditionFacts): RowDescription {
  const { assessment, actual, gap } = t;
  return dataRow([
    nameCell(t),
    textCell(orDash(goalWords(t))),
    textCell(orDash(actual === null ? [] : joinRuns([inTable(actual), unitAfter(actual.unit)]))),
    textCell(orDash(gap === null ? [] : joinRuns([inTable(gap), gap.unit ?? ""]))),
    textCell(verdictName(assessment, input.kind, input.period)),
    { kind: "light", light: assessment.light },
  ]);
}

function orDash(words: Words): Words {
  return words.length === 0 ? ["—"] : words;
}

function isHeadline({ assessment }: TargetFigures): boolean {
  return assessment.target.headline;
}
