import type { Light } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import { type LaggingTargets, MOST_NAMED } from "../edition/lagging-targets.ts";
import type { Names } from "../edition/names.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { shortfall, shortfallInBrief } from "./outcome.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, joinWords, type Words } from "./runs.ts";

/** What goes with the lagging targets. */
export interface LaggingInput {
  readonly lagging: LaggingTargets;
  readonly lags: ReadonlyMap<string, Figure>; // releases in a row behind, by target id
  readonly names: Names;
}

/**
 * Tells which targets lag and by how much: a paragraph for the red ones, each with who leads, since when it lags and what
 * the rest of the year must bring, and one for the yellow ones.
 *
 * Each says how many of its light stand in the table, and they add up to its count. Yellow headline targets, told before,
 * are counted only.
 */
export function laggingParagraphs({ lagging, lags, names }: LaggingInput, tell: Tell): readonly Words[] {
  const { told: first, restRed, restYellow } = lagging;
  const lag = (t: TargetFigures) => lags.get(t.assessment.target.id);
  const red = joinWords(
    ofLight(first, "red").map((t) => shortfall(t, tell, { lag: lag(t), source: bureauOf(t, names) })),
    "；",
  );
  const yellow = joinWords(
    ofLight(first, "yellow").map((t) => shortfall(t, tell, { lag: lag(t) })),
    "；",
  );
  const told = paragraphs(lagging, { red, yellow, restRed, restYellow }, tell);
  if (red.length === 0) return told;
  const [redOnes = [], ...others] = told;
  return [joinRuns([...redOnes, ...bureauNote({ lagging, names }, tell)]), ...others];
}

/**
 * The same for a short paper that has no table of what is left: the red ones without what each month must bring, of the
 * yellow ones those farthest behind by name with their gap, and how many more there are. What the bureaus behind the
 * names are is left to its small print (`bureauNote`).
 */
export function laggingInBrief({ lagging, lags, names }: LaggingInput, tell: Tell): readonly Words[] {
  const all = [...lagging.told, ...lagging.tabled];
  const withoutEach: Tell = (key, slots) => tell(key, key === "rest-amount" ? { ...slots, each: null } : slots);
  const lag = (t: TargetFigures) => lags.get(t.assessment.target.id);
  const red = joinWords(
    ofLight(all, "red").map((t) => shortfall(t, withoutEach, { lag: lag(t), source: bureauOf(t, names) })),
    "；",
  );
  const listed = ofLight(all, "yellow");
  const named = joinWords(
    listed.slice(0, MOST_NAMED).map((t) => shortfallInBrief(t, tell)),
    "、",
  );
  const isWhole = listed.length <= MOST_NAMED;
  const yellow = isWhole ? named : tell("lagging-named", { list: named, left: lagging.unnamed });
  return paragraphs(lagging, { red, yellow, restRed: null, restYellow: null }, tell);
}

/** Where the bureaus behind the red ones come from, where any is not the plan's own word: a sentence, or none. */
export function bureauNote({ lagging, names }: Pick<LaggingInput, "lagging" | "names">, tell: Tell): Words {
  const red = ofLight([...lagging.told, ...lagging.tabled], "red");
  return red.some((t) => isOurReading(t) && bureauOf(t, names) !== "") ? sentence(tell("lagging-sources", {})) : [];
}

interface Items {
  readonly red: Words;
  readonly yellow: Words;
  readonly restRed: Figure | null; // in the table
  readonly restYellow: Figure | null;
}

function paragraphs(
  lagging: LaggingTargets,
  { red, yellow, restRed, restYellow }: Items,
  tell: Tell,
): readonly Words[] {
  const redOnes = sentence(
    ofOneLight({ light: "红灯", count: lagging.red, items: red, left: someOf(restRed), before: null }, tell),
  );
  const before = someOf(lagging.yellowHeadline);
  const yellowOnes = ofOneLight(
    { light: "黄灯", count: lagging.yellow, items: yellow, left: someOf(restYellow), before },
    tell,
  );
  return [redOnes, sentence(yellowOnes)].filter((words) => words.length > 0);
}

interface OfOneLight {
  readonly light: string;
  readonly count: Figure;
  readonly items: Words;
  readonly left: Figure | null; // in the table
  readonly before: Figure | null; // how many the paper has told already
}

/** Says 主要是 where not all are told; empty for none. */
function ofOneLight({ light, count, items, left, before }: OfOneLight, tell: Tell): Words {
  const own = { light, count };
  if (before !== null) {
    if (before.value === count.value) return tell("lagging-told-before", own);
    if (items.length === 0 && left !== null) return tell("lagging-beside-tabled", { ...own, told: before, left });
    return tell("lagging-beside", { ...own, told: before, list: items, left });
  }
  if (items.length === 0) return left === null ? [] : tell("lagging-tabled", own);
  return left === null
    ? tell("lagging-all", { ...own, list: items })
    : tell("lagging-most", { ...own, list: items, left });
}

function ofLight(targets: readonly TargetFigures[], light: Light): readonly TargetFigures[] {
  return targets.filter(({ assessment }) => assessment.light === light);
}

function bureauOf({ assessment }: TargetFigures, names: Names): string {
  return names.bureau(assessment.target.bureau) ?? "";
}

function isOurReading({ assessment }: TargetFigures): boolean {
  return assessment.target.bureauIsOurReading;
}

function someOf(count: Figure | null): Figure | null {
  return count === null || count.value === "0" ? null : count;
}
