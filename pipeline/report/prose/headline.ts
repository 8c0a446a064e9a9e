import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { outcome } from "./outcome.ts";
import { joinRuns, type Words } from "./runs.ts";

interface HeadlineInput {
  readonly period: Period;
  readonly amountBeside: (target: TargetFigures) => Figure | null;
}

interface Theme {
  readonly opening: string;
  readonly holds: (target: TargetFigures) => boolean;
}

const THEMES: readonly Theme[] = [
  { opening: "", holds: ({ assessment }) => assessment.target.quantity === "yoy" },
  {
    opening: "从总量目标看，",
    holds: ({ assessment, completion }) => assessment.target.basis === "flow" && completion !== null,
  },
  { opening: "从水平和控制目标看，", holds: () => true },
];

/**
 * Tells how the headline targets with a figure stand: a paragraph each for growth, amounts and levels.
 *
 * The first says which time it speaks of (上半年，…).
 */
export function headlineParagraphs(targets: readonly TargetFigures[], input: HeadlineInput): readonly Words[] {
  const told = targets.filter(({ assessment, actual }) => assessment.target.headline && actual !== null);
  const paragraphs = THEMES.flatMap(({ opening }, index) => {
    const own = told.filter((target) => THEMES.findIndex(({ holds }) => holds(target)) === index);
    const sentences = own.flatMap((target) => [
      ...outcome(target, { period: input.period, amount: input.amountBeside(target) }),
      "。",
    ]);
    return own.length === 0 ? [] : [joinRuns([opening, ...sentences])];
  });
  const [first, ...others] = paragraphs;
  return first === undefined ? [] : [joinRuns([`${spanName(input.period, "ytd")}，`, ...first]), ...others];
}
