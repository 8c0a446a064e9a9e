import type { Figure } from "../../model/figure.ts";
import type { Chance } from "../../model/prospect.ts";
import { countNames } from "./count-figures.ts";
import type { TargetFigures } from "./target-figures.ts";

/** Headline targets of one chance to be reached. */
export interface ChanceGroup {
  readonly chance: Chance;
  readonly count: Figure;
  readonly targets: readonly TargetFigures[]; // in the order of the plan
}

const CHANCES: readonly (readonly [Chance, string])[] = [
  ["确保", "sure"],
  ["有望", "likely"],
  ["有困难", "hard"],
  ["难以", "unlikely"],
];

/** Sorts the headline targets by their chance, best first; only chances that any has, ids `count/chance/<chance>`. */
export function chanceFigures(targets: readonly TargetFigures[]): readonly ChanceGroup[] {
  return CHANCES.flatMap(([chance, code]) => {
    const own = targets.filter(({ assessment }) => assessment.target.headline && assessment.wayHome?.chance === chance);
    const ids = own.map(({ assessment }) => assessment.target.id).sort();
    const count = countNames(`count/chance/${code}`, `测算${chance}的主要目标`, "项", ids);
    return own.length === 0 ? [] : [{ chance, count, targets: own }];
  });
}
