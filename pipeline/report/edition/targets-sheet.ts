import type { StepName } from "../../model/arithmetic.ts";
import type { CellSpan } from "../../model/chart.ts";
import type { CellContent, RowDescription, SheetDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { goalCell } from "../prose/goal.ts";
import { reasonWords } from "../prose/reasons.ts";
import { inTable, type Words } from "../prose/runs.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { figureCell, textCell } from "./cells.ts";
import { display } from "./display.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";
import { liveFormula, type OperandCell } from "./live-formula.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import { responsibleBureau, responsibleBureauNote } from "./responsible-bureau.ts";
import { columnAddress, type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";
import { type SourceOf, sourceFinder } from "./source-links.ts";
import type { TargetFigures } from "./target-figures.ts";
import { rangeNames } from "./target-ranges.ts";
import { columnName, sheetName, whereNamed } from "./template-names.ts";
import { trendSpans } from "./trend-span.ts";
import { verdictName } from "./verdict-groups.ts";

/** 指标对照: every target with its arithmetic, by chapter in the order of the plan. */
export function targetsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = sheetFrame(facts, sheet);
  const top = firstBodyRow(frame);
  const shared = { facts, sourceOf: sourceFinder(facts), trends: trendSpans(facts) };
  const rows = listedRows(facts).map((listed, index): RowDescription => {
    if (listed.kind === "chapter") return { kind: "section", text: chapterTitle(facts, listed.chapter) };
    const cells = targetCells(listed, { ...shared, addressOf: (column) => columnAddress(sheet, column, top + index) });
    return templatedRow(sheet.columns, cells);
  });
  return {
    ...frame,
    names: rangeNames(sheet, top, rows.length),
    rows,
    notes: targetsNotes(facts),
  };
}

/** How to read the columns, by the names they have. */
function targetsNotes(facts: EditionFacts): readonly Words[] {
  const named = (columns: readonly string[], sentence: (...names: readonly string[]) => string) =>
    whereNamed(
      columns.map((column) => columnName(facts, "targets", column)),
      sentence,
    );
  const sentences = [
    [
      ...named(["gap"], (gap) => `“${gap}”为正表示好于目标。`),
      ...named(["required"], (required) => `“${required}”是以年度目标减去累计实际得出的测算数，单位与目标相同。`),
      ...named(["growth"], (growth) => `“${growth}”是后几个月与上年同期相比的增速。`),
    ],
    [
      ...named(["target"], (target) => `区间目标的“${target}”是下限。`),
      "能照单元格重算的数是公式，四舍五入到印出的位数；公布的数和测算的增速、预计不是公式。",
    ],
    named(["bureau"], (bureau = "") => responsibleBureauNote(bureau)),
    whereNamed(
      [columnName(facts, "targets", "actual"), sheetName(facts, "sources")],
      (actual, sources) => `点击“${actual}”一栏的数字，可以跳到“${sources}”表中对应的一行。`,
    ),
  ];
  return [
    ...sentences.filter((own) => own.length > 0).map((own) => [own.join("")]),
    ...markNotes(facts.targets, facts),
  ];
}

type ListedRow =
  | { readonly kind: "chapter"; readonly chapter: number }
  | { readonly kind: "target"; readonly target: TargetFigures; readonly number: number };

/** A row for every chapter that has targets, each followed by its targets. */
function listedRows({ counts, targets }: EditionFacts): readonly ListedRow[] {
  const listed = targets.map((target, index): ListedRow => ({ kind: "target", target, number: index + 1 }));
  return counts.chapters.flatMap(({ chapter }) => [
    { kind: "chapter", chapter },
    ...listed.filter((row) => row.kind === "target" && row.target.assessment.target.chapter === chapter),
  ]);
}

interface Place {
  readonly facts: EditionFacts;
  readonly sourceOf: SourceOf;
  readonly trends: ReadonlyMap<string, CellSpan>; // by target
  readonly addressOf: (column: string) => string | undefined; // in the target's row
}

function targetCells({ target: t, number }: Extract<ListedRow, { kind: "target" }>, place: Place): RowCells {
  const { facts, sourceOf } = place;
  const { assessment, actual, span } = t;
  const { target, observedPeriod, wayHome } = assessment;
  const { kind, period } = facts.input;
  const goal = goalNumber(t);
  const trend = place.trends.get(target.id);
  return {
    number: textCell(String(number)),
    name: { ...nameCell(t), ...shortNote(t) },
    goal: textCell(goalCell(t)),
    target: figureCell(goal, goal ? sourceOf(goal) : undefined),
    unit: textCell(target.unit),
    actual: figureCell(actual, actual ? sourceOf(actual) : undefined),
    period: textCell(actual && observedPeriod && span ? periodName(observedPeriod, span) : "—"),
    completion: computedCell(t, "completion", t.completion, place),
    pace: computedCell(t, "expected", t.expected, place),
    gap: computedCell(t, "gap", t.gap, place),
    "gap-unit": textCell(t.gap?.unit ?? "—"),
    verdict: textCell(verdictName(assessment, kind, period)),
    light: { kind: "light", light: assessment.light },
    required: computedCell(t, "required", t.required, place),
    growth: figureCell(t.growth),
    chance: textCell(wayHome?.chance ?? "—"),
    outlook: textCell(outlookWords(t)),
    trend: trend ? { kind: "trend", values: trend } : textCell("—"),
    reasons: textCell(reasonWords(t)),
    bureau: textCell(responsibleBureau(target, facts.names)),
    source: textCell(target.source.text),
  };
}

/** What is to be known of a target, where it is short enough to be read beside the cell; 口径说明 has all of it. */
function shortNote({ assessment: { target, reasons } }: TargetFigures): { readonly comment?: string } {
  const scope = reasons.filter(({ code }) => code === "scope-differs").map(({ text }) => text);
  const comment = [...scope, ...(target.note === null ? [] : [target.note])].join("\n");
  return comment !== "" && comment.length <= LONGEST_COMMENT ? { comment } : {};
}

const LONGEST_COMMENT = 60; // characters

/** What completion and gap are reckoned on: of a range its lower end. */
function goalNumber({ low, high }: TargetFigures): Figure | null {
  return low ?? high;
}

function computedCell(t: TargetFigures, name: StepName, figure: Figure | null, { addressOf }: Place): CellContent {
  const cell = figureCell(figure);
  const step = t.assessment.steps.find((one) => one.name === name);
  if (cell.kind !== "number" || !step) return cell;
  const operand = (column: string, of: Figure | null): OperandCell | undefined => {
    const address = addressOf(column);
    return of && address !== undefined ? { address, text: display(of, "cell") } : undefined;
  };
  const goal = operand("target", goalNumber(t));
  const cells = {
    actual: operand("actual", t.actual),
    low: t.low ? goal : undefined,
    high: t.low === null || t.low === t.high ? goal : undefined,
  };
  const formula = liveFormula(step, cell.text, cells);
  return formula === undefined ? cell : { ...cell, formula };
}

function outlookWords({ outlook }: TargetFigures): Words {
  return outlook ? [inTable(outlook.low), "～", inTable(outlook.high)] : ["—"];
}
