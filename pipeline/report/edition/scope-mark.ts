import type { CellContent } from "../../model/edition.ts";
import type { Words } from "../prose/runs.ts";
import { textCell } from "./cells.ts";
import { isOfOtherScope, type TargetFigures } from "./target-figures.ts";

const MARK = "＊";

/** A target's name for a table, marked where its actual was published in another 口径. */
export function nameCell({ assessment }: TargetFigures): CellContent {
  return textCell(`${assessment.target.name}${isOfOtherScope(assessment) ? MARK : ""}`);
}

/** What the mark means, below a table that has one. */
export function scopeNotes(targets: readonly TargetFigures[]): readonly Words[] {
  const isMarked = targets.some(({ assessment }) => isOfOtherScope(assessment));
  return isMarked ? [[`标${MARK}的指标，公布数的口径与目标不同，见口径说明。`]] : [];
}
