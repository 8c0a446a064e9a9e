import type { Light } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import type { LaggingTargets } from "../edition/lagging-targets.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { shortfall } from "./outcome.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinWords, type Words } from "./runs.ts";

/**
 * Tells which targets lag and by how much: a paragraph for the red ones, one for the yellow ones.
 *
 * Each says how many of its light stand in the table, and they add up to its count. Yellow headline targets, told before,
 * are counted only.
 */
export function laggingParagraphs(lagging: LaggingTargets, tell: Tell): readonly Words[] {
  const { told, red, yellow, yellowHeadline, restRed, restYellow } = lagging;
  const ofLight = (light: Light) => told.filter(({ assessment }) => assessment.light === light);
  const parts = [
    { light: "红灯", count: red, told: ofLight("red"), left: restRed },
    { light: "黄灯", count: yellow, told: ofLight("yellow"), left: restYellow, before: yellowHeadline },
  ];
  return parts.map((part) => sentence(ofOneLight(part, tell))).filter((words) => words.length > 0);
}

interface OfOneLight {
  readonly light: string;
  readonly count: Figure;
  readonly told: readonly TargetFigures[];
  readonly left: Figure; // in the table
  readonly before?: Figure; // how many the paper has told already
}

/** Says 主要是 where not all are told; empty for none. */
function ofOneLight({ light, count, told, left, before }: OfOneLight, tell: Tell): Words {
  const own = { light, count };
  const items = joinWords(
    told.map((target) => shortfall(target, tell)),
    "；",
  );
  const some = isNone(left) ? null : left;
  if (before !== undefined && !isNone(before)) {
    if (before.value === count.value) return tell("lagging-told-before", own);
    if (told.length === 0) return tell("lagging-beside-tabled", { ...own, told: before, left });
    return tell("lagging-beside", { ...own, told: before, list: items, left: some });
  }
  if (told.length === 0) return some === null ? [] : tell("lagging-tabled", own);
  return some === null
    ? tell("lagging-all", { ...own, list: items })
    : tell("lagging-most", { ...own, list: items, left });
}

function isNone({ value }: Figure): boolean {
  return value === "0";
}
