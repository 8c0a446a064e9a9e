import { earlierTime, earlierTimeWords } from "../../model/earlier-period.ts";
import type { CellContent } from "../../model/edition.ts";
import type { Words } from "../prose/runs.ts";
import { textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { isOfOtherScope, type TargetFigures } from "./target-figures.ts";
import { sheetName, whereNamed } from "./template-names.ts";

const SCOPE_MARK = "＊";
const TIME_MARK = "△";

/** A target's name for a table, marked where its actual was published in another 口径, and where it is of an earlier time. */
export function nameCell(target: TargetFigures): CellContent {
  return textCell(markedName(target));
}

/** The same as words. @param measure stands behind the name and before the marks: 增速 */
export function markedName({ assessment }: TargetFigures, measure = ""): string {
  const scope = isOfOtherScope(assessment) ? SCOPE_MARK : "";
  const time = earlierTime(assessment) === null ? "" : TIME_MARK;
  return `${assessment.target.name}${measure}${scope}${time}`;
}

/** What the marks mean, below a table that has any. */
export function markNotes(targets: readonly TargetFigures[], facts: Pick<EditionFacts, "input">): readonly Words[] {
  const assessments = targets.map(({ assessment }) => assessment);
  const where = whereNamed([sheetName(facts, "scopes")], (sheet) => `，见“${sheet}”表`).join("");
  const times = earlierTimeWords(assessments, ({ target }) => target.name);
  return [
    ...(assessments.some(isOfOtherScope) ? [[`标${SCOPE_MARK}的指标，公布数的口径与目标不同${where}。`]] : []),
    ...(times === "" ? [] : [[`标${TIME_MARK}的指标，实际为较早一期的数：${times}。`]]),
  ];
}
