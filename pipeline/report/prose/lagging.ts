import type { Figure } from "../../model/figure.ts";
import type { LaggingTargets } from "../edition/lagging-targets.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { shortfall } from "./outcome.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/** Tells which targets lag and by how much: a paragraph for the red ones, one for the yellow ones. */
export function laggingParagraphs({ told, red, yellow, yellowHeadline, rest }: LaggingTargets): readonly Words[] {
  const reds = told.filter(({ assessment }) => assessment.light === "red");
  const yellows = told.filter(({ assessment }) => assessment.light === "yellow");
  const paragraphs = [
    ...(reds.length === 0 ? [] : [paragraph(say`亮红灯的${red}项`, reds, red)]),
    ...yellowParagraph(yellows, yellow, yellowHeadline),
  ];
  if (rest.value === "0" || paragraphs.length === 0) return paragraphs;
  return [...paragraphs.slice(0, -1), joinRuns([...(paragraphs.at(-1) ?? []), ...say`其余${rest}项见表。`])];
}

function yellowParagraph(told: readonly TargetFigures[], yellow: Figure, headline: Figure): readonly Words[] {
  if (headline.value === "0") return told.length === 0 ? [] : [paragraph(say`亮黄灯的${yellow}项`, told, yellow)];
  if (headline.value === yellow.value) return [say`亮黄灯的${yellow}项，都是主要目标，已在前面说明。`];
  const opening = say`亮黄灯的${yellow}项，其中主要目标${headline}项已在前面说明`;
  if (told.length === 0) return [joinRuns([...opening, "。"])];
  return [joinRuns([...opening, "，其他主要是：", ...joinWords(told.map(shortfall), "；"), "。"])];
}

/** Says 主要是 where not all of them are told. */
function paragraph(opening: Words, targets: readonly TargetFigures[], all: Figure): Words {
  const isWhole = String(targets.length) === all.value;
  const items = joinWords(targets.map(shortfall), "；");
  return joinRuns([...opening, isWhole ? "：" : "，主要是：", ...items, "。"]);
}
