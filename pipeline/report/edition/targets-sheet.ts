import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import { goalCell } from "../prose/goal.ts";
import { reasonWords } from "../prose/reasons.ts";
import { column, dataRow, figureCell, textCell } from "./cells.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import { sheetLines } from "./sheet-lines.ts";
import { firstSource } from "./source-rows.ts";
import { sourceAddress } from "./sources-sheet.ts";
import type { TargetFigures } from "./target-figures.ts";
import { verdictName } from "./verdict-groups.ts";

const OUR_READING = "（按职能）";

/** 主要指标对照: every target with its arithmetic, by chapter in the order of the plan. */
export function targetsSheet(facts: EditionFacts): SheetDescription {
  return {
    name: "主要指标对照",
    title: `${facts.input.plan.title}主要指标对照表`,
    lines: sheetLines(facts),
    columns: [
      column("序号", 5, "center"),
      column("指标", 30, "left"),
      column("年度目标", 10, "center"),
      column("单位", 12, "center"),
      column("实际", 10, "right"),
      column("数据期", 12, "center"),
      column("完成率（%）", 9, "right"),
      column("序时（%）", 8, "right"),
      column("差距", 9, "right"),
      column("差距单位", 12, "center"),
      column("评价", 11, "center"),
      column("灯", 7, "center"),
      column("尚需（测算）", 10, "right"),
      column("说明", 48, "left"),
      column("责任单位", 26, "left"),
      column("计划原文", 44, "left"),
    ],
    rows: chapterNumbers(facts).flatMap((chapter) => chapterSection(chapter, facts)),
    notes: [
      ["差距为正表示好于目标。“尚需”是以年度目标减去累计实际得出的测算数，单位与目标相同。"],
      [`责任单位后注“${OUR_READING}”的，计划原文没有写明，是按部门职能对应的，以当年分工文件为准。`],
      ["点击“实际”一栏的数字，可以跳到“数据来源”表中对应的一行。"],
      ...markNotes(facts.targets),
    ],
    orientation: "landscape",
    frozenColumns: 2,
  };
}

function chapterNumbers({ counts }: EditionFacts): readonly number[] {
  return counts.chapters.map(({ chapter }) => chapter);
}

function chapterSection(chapter: number, facts: EditionFacts): readonly RowDescription[] {
  const rows = facts.targets.flatMap((target, index) =>
    target.assessment.target.chapter === chapter ? [targetRow(target, index + 1, facts)] : [],
  );
  return [{ kind: "section", text: chapterTitle(facts, chapter) }, ...rows];
}

function targetRow(t: TargetFigures, number: number, facts: EditionFacts): RowDescription {
  const { assessment, actual, span } = t;
  const { target, observedPeriod } = assessment;
  const { kind, period } = facts.input;
  const source = actual ? firstSource(actual, facts.sources, t.read) : undefined;
  return dataRow([
    textCell(String(number)),
    nameCell(t),
    textCell(goalCell(t)),
    textCell(target.unit),
    figureCell(actual, source === undefined ? undefined : sourceAddress(source, facts)),
    textCell(actual && observedPeriod && span ? periodName(observedPeriod, span) : "—"),
    figureCell(t.completion),
    figureCell(t.expected),
    figureCell(t.gap),
    textCell(t.gap?.unit ?? "—"),
    textCell(verdictName(assessment, kind, period)),
    { kind: "light", light: assessment.light },
    figureCell(t.required),
    textCell(reasonWords(t)),
    textCell(bureauName(t, facts)),
    textCell(target.source.text),
  ]);
}

function bureauName({ assessment: { target } }: TargetFigures, { input }: EditionFacts): string {
  if (target.bureau === null) return "—";
  const name = input.bureaus.find(({ code }) => code === target.bureau)?.shortName ?? target.bureau;
  return target.bureauIsOurReading ? `${name}${OUR_READING}` : name;
}
