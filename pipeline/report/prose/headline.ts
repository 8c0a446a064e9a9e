import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { outcome } from "./outcome.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, type Words } from "./runs.ts";

interface HeadlineInput {
  readonly period: Period;
  readonly amountBeside: (target: TargetFigures) => Figure | null;
}

interface Theme {
  readonly opening: "headline-growth" | "headline-amounts" | "headline-levels";
  readonly holds: (target: TargetFigures) => boolean;
}

const THEMES: readonly Theme[] = [
  { opening: "headline-growth", holds: ({ assessment }) => assessment.target.quantity === "yoy" },
  {
    opening: "headline-amounts",
    holds: ({ assessment, completion }) => assessment.target.basis === "flow" && completion !== null,
  },
  { opening: "headline-levels", holds: () => true },
];

/**
 * Tells how the headline targets with a figure stand: a paragraph each for growth, amounts and levels.
 *
 * The first sentence about the paper's own time says which that is (上半年，…); figures of an earlier time follow, each
 * with its own.
 */
export function headlineParagraphs(
  targets: readonly TargetFigures[],
  input: HeadlineInput,
  tell: Tell,
): readonly Words[] {
  const told = targets.filter(({ assessment, actual }) => assessment.target.headline && actual !== null);
  const isOlder = ({ assessment }: TargetFigures) => earlierTime(assessment) !== null;
  const first = THEMES.findIndex((_, index) => told.some((one) => themeOf(one) === index && !isOlder(one)));
  return THEMES.flatMap(({ opening }, index) => {
    const own = told.filter((one) => themeOf(one) === index);
    if (own.length === 0) return [];
    const ordered = [...own.filter((one) => !isOlder(one)), ...own.filter(isOlder)];
    const sentences = ordered.flatMap((target) =>
      sentence(outcome(target, { period: input.period, amount: input.amountBeside(target) }, tell)),
    );
    return [
      joinRuns([...tell(opening, { period: index === first ? spanName(input.period, "ytd") : "" }), ...sentences]),
    ];
  });
}

function themeOf(target: TargetFigures): number {
  return THEMES.findIndex(({ holds }) => holds(target));
}
