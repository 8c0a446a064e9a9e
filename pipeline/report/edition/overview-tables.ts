import type { CellContent } from "../../model/edition.ts";
import { runsText } from "../printable.ts";
import { goalCell, goalWords } from "../prose/goal.ts";
import { inTable, joinRuns, type Words } from "../prose/runs.ts";
import { widthChars } from "../text-width.ts";
import { figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { markedName } from "./name-marks.ts";
import type { SourceOf } from "./source-links.ts";
import type { TargetFigures } from "./target-figures.ts";
import { byLead, byUrgency, standingOf } from "./verdict-groups.ts";

/** As many as are listed of the farthest behind, and of the farthest ahead. */
const MOST_LISTED = 10;

/** How wide the columns are that hold numbers with units: the longest unit of the plans, 微克/立方米, on one line. */
export const UNIT_CHARS = 11;

/** The cells of a table's rows, its header first. */
export type TableCells = readonly (readonly CellContent[])[];

/**
 * The ten targets that are farthest behind: red before yellow, then by the distance to the goal or the pace, 百分点 as
 * they are and everything else in % of the goal, then as the plan names them.
 */
export function farthestBehind({ targets }: EditionFacts): readonly TargetFigures[] {
  return targets
    .filter(({ assessment }) => standingOf(assessment) === "lagging")
    .sort((a, b) => byUrgency(a.assessment, b.assessment))
    .slice(0, MOST_LISTED);
}

/** The ten that hold and are farthest beyond their goal or their pace, by the same distance, then as the plan names them. */
export function farthestAhead({ targets }: EditionFacts): readonly TargetFigures[] {
  return targets
    .filter(({ assessment }) => standingOf(assessment) === "held")
    .sort((a, b) => byLead(a.assessment, b.assessment))
    .slice(0, MOST_LISTED);
}

/** Targets by name with goal, actual in the goal's unit, gap and light, under a header that says which they are. */
export function targetTable(head: string, targets: readonly TargetFigures[], sourceOf: SourceOf): TableCells {
  const header = [head, "目标", "实际", "差距", "灯"].map((word) => textCell(word));
  const rows = targets.map((target) => targetCells(target, sourceOf));
  return [header, ...(rows.length > 0 ? rows : [[textCell("没有")]])];
}

function targetCells(t: TargetFigures, sourceOf: SourceOf): readonly CellContent[] {
  const { assessment, actual, gap } = t;
  return [
    textCell(markedName(t, assessment.target.quantity === "yoy" ? "增速" : "")),
    textCell(unitWhole(goalWithUnit(t), assessment.target.unit)),
    figureCell(actual, actual ? sourceOf(actual) : undefined),
    textCell(gap === null ? "—" : unitWhole(joinRuns([inTable(gap), gap.unit ?? ""]), gap.unit ?? "")),
    { kind: "light", light: assessment.light },
  ];
}

/** ≥9%, 7%左右; without a unit where the goal is no number. */
function goalWithUnit(t: TargetFigures): Words {
  if (t.low === null && t.high === null) return goalCell(t);
  return t.assessment.target.op === "~" ? goalWords(t) : joinRuns([...goalCell(t), t.assessment.target.unit]);
}

/** Breaks before a unit at the end where it would break inside, and fits a line of its own. */
function unitWhole(words: Words, unit: string): Words {
  const last = words.at(-1);
  const isApart = typeof last === "string" && unit !== "" && last.endsWith(unit);
  const isBroken = widthChars(runsText(words)) > UNIT_CHARS && widthChars(unit) <= UNIT_CHARS;
  if (!isApart || !isBroken) return words;
  return [...words.slice(0, -1), `${last.slice(0, -unit.length)}\n${unit}`];
}
