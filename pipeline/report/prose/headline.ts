import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import type { PaceFigures } from "../edition/pace-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { briefGroups, briefSentence } from "./headline-groups.ts";
import { outcome } from "./outcome.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, type Words } from "./runs.ts";

interface HeadlineInput {
  readonly period: Period;
  readonly amountBeside: (target: TargetFigures) => Figure | null;
  readonly paceOf: (target: TargetFigures) => PaceFigures | undefined; // since the release before
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
  return themed(targets, input.period, tell, (told) =>
    told.map((t) => outcome(t, { period: input.period, amount: input.amountBeside(t), pace: input.paceOf(t) }, tell)),
  );
}

/**
 * The same for a short paper: those of growth and of amounts that hold in one sentence each, those that lag in another;
 * what does not go with others keeps a sentence of its own, without amounts and without the release before.
 */
export function headlineInBrief(
  targets: readonly TargetFigures[],
  { period }: Pick<HeadlineInput, "period">,
  tell: Tell,
): readonly Words[] {
  return themed(targets, period, tell, (told) => {
    const groups = briefGroups(told);
    const grouped = new Set(groups.flatMap((group) => group.targets));
    const others = told.filter((t) => !grouped.has(t));
    return [
      ...groups.map((group) => briefSentence(group, period, tell)),
      ...others.map((t) => outcome(t, { period, amount: null }, tell)),
    ];
  });
}

/** A paragraph for each theme that any target belongs to, with the sentences that `tellAll` makes of its targets. */
function themed(
  targets: readonly TargetFigures[],
  period: Period,
  tell: Tell,
  tellAll: (told: readonly TargetFigures[]) => readonly Words[],
): readonly Words[] {
  const told = targets.filter(({ assessment, actual }) => assessment.target.headline && actual !== null);
  const isOlder = ({ assessment }: TargetFigures) => earlierTime(assessment) !== null;
  const first = THEMES.findIndex((_, index) => told.some((one) => themeOf(one) === index && !isOlder(one)));
  return THEMES.flatMap(({ opening }, index) => {
    const own = told.filter((one) => themeOf(one) === index);
    if (own.length === 0) return [];
    const sentences = tellAll([...own.filter((one) => !isOlder(one)), ...own.filter(isOlder)]).flatMap(sentence);
    const time = index === first ? spanName(period, "ytd") : "";
    return [joinRuns([...tell(opening, { period: time }), ...sentences])];
  });
}

function themeOf(target: TargetFigures): number {
  return THEMES.findIndex(({ holds }) => holds(target));
}
