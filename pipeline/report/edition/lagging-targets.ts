import type { Figure } from "../../model/figure.ts";
import { countNames } from "./count-figures.ts";
import type { TargetFigures } from "./target-figures.ts";
import { byUrgency, standingOf } from "./verdict-groups.ts";

/** As many as a leader reads in sentences; the rest stand in a table. */
const MOST_IN_PROSE = 12;

/** As many yellow ones as a short paper names. */
export const MOST_NAMED = 3;

/**
 * The lagging targets, the most urgent first, cut where the sentences end.
 *
 * Headline targets under a yellow light are counted only: the paper has told them one by one before.
 */
export interface LaggingTargets {
  readonly told: readonly TargetFigures[];
  readonly tabled: readonly TargetFigures[];
  readonly red: Figure; // how many of all are red
  readonly yellow: Figure;
  readonly yellowHeadline: Figure; // how many of the yellow ones are headline targets
  readonly restRed: Figure; // how many of the red ones are in the table
  readonly restYellow: Figure;
  readonly unnamed: Figure; // how many of the yellow ones a short paper does not name
}

/** Finds what lags: red first, then the farthest from its goal. */
export function laggingTargets(targets: readonly TargetFigures[]): LaggingTargets {
  const lagging = targets
    .filter(({ assessment }) => standingOf(assessment) === "lagging")
    .sort((a, b) => byUrgency(a.assessment, b.assessment));
  const isToldBefore = ({ assessment: { light, target } }: TargetFigures) => light === "yellow" && target.headline;
  const listed = lagging.filter((target) => !isToldBefore(target));
  const tabled = listed.slice(MOST_IN_PROSE);
  const count = (id: string, name: string, counted: readonly TargetFigures[]) =>
    countNames(id, name, "项", counted.map(({ assessment }) => assessment.target.id).sort());
  const ofLight = (light: "red" | "yellow", all = lagging) =>
    all.filter(({ assessment }) => assessment.light === light);
  return {
    told: listed.slice(0, MOST_IN_PROSE),
    tabled,
    red: count("count/lagging-red", "红灯的滞后目标", ofLight("red")),
    yellow: count("count/lagging-yellow", "黄灯的滞后目标", ofLight("yellow")),
    yellowHeadline: count("count/lagging-yellow-headline", "黄灯的主要目标", lagging.filter(isToldBefore)),
    restRed: count("count/lagging-rest-red", "列入表中的红灯目标", ofLight("red", tabled)),
    restYellow: count("count/lagging-rest-yellow", "列入表中的黄灯目标", ofLight("yellow", tabled)),
    unnamed: count("count/lagging-unnamed", "未列出的黄灯目标", ofLight("yellow", listed).slice(MOST_NAMED)),
  };
}
