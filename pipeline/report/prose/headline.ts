import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import type { PaceFigures } from "../edition/pace-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { briefGroups, briefSentence } from "./headline-groups.ts";
import { outcome } from "./outcome.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, joinWords, type Words } from "./runs.ts";

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
 * The first sentence about the paper's own time says which that is (上半年，…); figures of an earlier time follow, those
 * of one time together.
 */
export function headlineParagraphs(
  targets: readonly TargetFigures[],
  input: HeadlineInput,
  tell: Tell,
): readonly Words[] {
  return themed(targets, input.period, tell, (told, period) =>
    told.map((t) => outcome(t, { period, amount: input.amountBeside(t), pace: input.paceOf(t) }, tell)),
  );
}

/**
 * The same for a short paper: those of growth and of amounts that hold in one sentence each, those that lag in another;
 * what does not go with others keeps a sentence of its own, without amounts and without the release before.
 */
export function headlineInBrief(
  targets: readonly TargetFigures[],
  input: Pick<HeadlineInput, "period">,
  tell: Tell,
): readonly Words[] {
  return themed(targets, input.period, tell, (told, period) => {
    const groups = briefGroups(told);
    const grouped = new Set(groups.flatMap((group) => group.targets));
    const others = told.filter((t) => !grouped.has(t));
    return [
      ...groups.map((group) => briefSentence(group, period, tell)),
      ...others.map((t) => outcome(t, { period, amount: null }, tell)),
    ];
  });
}

/** Tells targets of one time, each as a sentence without its full stop, to readers who know that it is this `period`. */
type TellAll = (told: readonly TargetFigures[], period: Period) => readonly Words[];

/**
 * A paragraph for each theme that any target belongs to. What is of one earlier time is told in one sentence, so that the
 * time stands once.
 */
function themed(targets: readonly TargetFigures[], period: Period, tell: Tell, tellAll: TellAll): readonly Words[] {
  const told = targets.filter(({ assessment, actual }) => assessment.target.headline && actual !== null);
  const first = THEMES.findIndex((_, index) => told.some((one) => themeOf(one) === index && !isOlder(one)));
  return THEMES.flatMap(({ opening }, index) => {
    const own = told.filter((one) => themeOf(one) === index);
    if (own.length === 0) return [];
    const time = index === first ? spanName(period, "ytd") : "";
    const ownTime = own.filter((one) => !isOlder(one));
    const sentences = [...tellAll(ownTime, period), ...olderSentences(own.filter(isOlder), tell, tellAll)];
    return [joinRuns([...tell(opening, { period: time }), ...sentences.flatMap(sentence)])];
  });
}

/** 一季度，甲…；乙…: by time, the earliest named first; a level carries its time itself (3月末牛存栏). */
function olderSentences(older: readonly TargetFigures[], tell: Tell, tellAll: TellAll): readonly Words[] {
  const times = [...new Set(older.map(({ assessment }) => earlierTime(assessment) ?? ""))];
  return times.flatMap((time) => {
    const own = older.filter(({ assessment }) => earlierTime(assessment) === time);
    const [first] = own;
    const observed = first?.assessment.observedPeriod ?? null;
    if (!first || observed === null) return [];
    const sentences = tellAll(own, observed);
    if (first.span === "instant") return sentences;
    const [only] = sentences;
    if (sentences.length === 1 && only) return [joinRuns([time, ...only])];
    return [tell("headline-older", { period: time, list: joinWords(sentences, "；") })];
  });
}

function isOlder({ assessment }: TargetFigures): boolean {
  return earlierTime(assessment) !== null;
}

function themeOf(target: TargetFigures): number {
  return THEMES.findIndex(({ holds }) => holds(target));
}
