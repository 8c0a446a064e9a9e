import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { goalCell } from "../prose/goal.ts";
import { reasonWords } from "../prose/reasons.ts";
import { figureCell, textCell } from "./cells.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import { type RowCells, rowAddress, sheetFrame, templatedRow } from "./sheet-frame.ts";
import { firstSource } from "./source-rows.ts";
import type { TargetFigures } from "./target-figures.ts";
import { verdictName } from "./verdict-groups.ts";

const OUR_READING = "（按职能）";

/** 指标对照: every target with its arithmetic, by chapter in the order of the plan. */
export function targetsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  return {
    ...sheetFrame(facts, sheet),
    rows: chapterNumbers(facts).flatMap((chapter) => chapterSection(chapter, facts, sheet)),
    notes: [
      ["差距为正表示好于目标。“尚需”是以年度目标减去累计实际得出的测算数，单位与目标相同。"],
      [`责任单位后注“${OUR_READING}”的，计划原文没有写明，是按部门职能对应的，以当年分工文件为准。`],
      ["点击“实际”一栏的数字，可以跳到“数据来源”表中对应的一行。"],
      ...markNotes(facts.targets),
    ],
  };
}

function chapterNumbers({ counts }: EditionFacts): readonly number[] {
  return counts.chapters.map(({ chapter }) => chapter);
}

function chapterSection(chapter: number, facts: EditionFacts, { columns }: SheetTemplate): readonly RowDescription[] {
  const rows = facts.targets.flatMap((target, index) =>
    target.assessment.target.chapter === chapter ? [templatedRow(columns, targetCells(target, index + 1, facts))] : [],
  );
  return [{ kind: "section", text: chapterTitle(facts, chapter) }, ...rows];
}

function targetCells(t: TargetFigures, number: number, facts: EditionFacts): RowCells {
  const { assessment, actual, span } = t;
  const { target, observedPeriod } = assessment;
  const { kind, period } = facts.input;
  const source = actual ? firstSource(actual, facts.sources, t.read) : undefined;
  return {
    number: textCell(String(number)),
    name: nameCell(t),
    target: textCell(goalCell(t)),
    unit: textCell(target.unit),
    actual: figureCell(actual, source === undefined ? undefined : rowAddress(facts, "sources", source)),
    period: textCell(actual && observedPeriod && span ? periodName(observedPeriod, span) : "—"),
    completion: figureCell(t.completion),
    pace: figureCell(t.expected),
    gap: figureCell(t.gap),
    "gap-unit": textCell(t.gap?.unit ?? "—"),
    verdict: textCell(verdictName(assessment, kind, period)),
    light: { kind: "light", light: assessment.light },
    required: figureCell(t.required),
    reasons: textCell(reasonWords(t)),
    bureau: textCell(bureauName(t, facts)),
    source: textCell(target.source.text),
  };
}

function bureauName({ assessment: { target } }: TargetFigures, { input }: EditionFacts): string {
  if (target.bureau === null) return "—";
  const name = input.bureaus.find(({ code }) => code === target.bureau)?.shortName ?? target.bureau;
  return target.bureauIsOurReading ? `${name}${OUR_READING}` : name;
}
