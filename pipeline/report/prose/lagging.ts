import type { Light } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import type { LaggingTargets } from "../edition/lagging-targets.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { shortfall } from "./outcome.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/**
 * Tells which targets lag and by how much: a paragraph for the red ones, one for the yellow ones.
 *
 * Each says how many of its light stand in the table, and they add up to its count.
 */
export function laggingParagraphs(lagging: LaggingTargets): readonly Words[] {
  const { told, red, yellow, yellowHeadline, restRed, restYellow } = lagging;
  const ofLight = (light: Light) => told.filter(({ assessment }) => assessment.light === light);
  return [
    paragraph(say`亮红灯的${red}项`, { told: ofLight("red"), rest: restRed, isContinued: false }),
    isNone(yellowHeadline)
      ? paragraph(say`亮黄灯的${yellow}项`, { told: ofLight("yellow"), rest: restYellow, isContinued: false })
      : besideHeadline(lagging, ofLight("yellow")),
  ].filter((words) => words.length > 0);
}

function besideHeadline({ yellow, yellowHeadline, restYellow }: LaggingTargets, told: readonly TargetFigures[]): Words {
  if (yellowHeadline.value === yellow.value) return say`亮黄灯的${yellow}项，都是主要目标，已在前面说明。`;
  const opening = say`亮黄灯的${yellow}项，其中主要目标${yellowHeadline}项已在前面说明`;
  return paragraph(opening, { told, rest: restYellow, isContinued: true });
}

interface Told {
  readonly told: readonly TargetFigures[];
  readonly rest: Figure; // in the table
  readonly isContinued: boolean; // the opening has spoken of some already
}

/** Says 主要是 where not all are told; empty for none. */
function paragraph(opening: Words, { told, rest, isContinued }: Told): Words {
  if (told.length === 0 && isNone(rest)) return [];
  if (told.length === 0) return isContinued ? say`${opening}，其余${rest}项见表。` : say`${opening}见表。`;
  const isWhole = isNone(rest) && !isContinued;
  const items = joinWords(told.map(shortfall), "；");
  const head = say`${opening}${isWhole ? "" : isContinued ? "，其他主要是" : "，主要是"}：${items}。`;
  return isNone(rest) ? head : joinRuns([...head, ...say`其余${rest}项见表。`]);
}

function isNone({ value }: Figure): boolean {
  return value === "0";
}
