import type { ReasonCode } from "../../model/assessment.ts";
import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure, Run } from "../../model/figure.ts";
import { display } from "../edition/display.ts";
import { figuresOf, type TargetFigures } from "../edition/target-figures.ts";
import { againstGoal, againstPace } from "./comparison.ts";
import { goalNoun } from "./goal.ts";
import { unitAfter } from "./growth.ts";
import { inProse, joinRuns, joinWords, say, type Words } from "./runs.ts";

/** Reasons that say what the figures already say; the paper says it with its own figures. */
const ARITHMETIC: readonly ReasonCode[] = [
  "on-pace",
  "behind-pace",
  "goal-met",
  "goal-missed",
  "within-tolerance",
  "outside-tolerance",
  "not-yet-reached",
  "negative-growth",
  "cap-held",
  "cap-broken",
];

const NUMERAL = /\d+(?:\.\d+)?/g;

/**
 * Why a target is judged as it is, for the 说明 column: what its figures say, then every other reason, each once.
 *
 * Empty where there is nothing to say.
 */
export function reasonWords(t: TargetFigures): Words {
  const texts = t.assessment.reasons.filter(({ code }) => !ARITHMETIC.includes(code)).map(({ text }) => text);
  const others = [...new Set(texts)].map((text) => withFigures(text.replace(/[。；]$/, ""), t));
  const [figures, time] = [arithmetic(t), earlierTime(t.assessment)];
  return joinWords([figures.length === 0 || time === null ? figures : [time, ...figures], ...others], "；");
}

/** Empty where a reason tells the figures itself: that of a figure which is not judged yet. */
function arithmetic(t: TargetFigures): Words {
  const { completion, assessment } = t;
  if (assessment.reasons.some(({ code }) => code === "not-judged-yet")) return [];
  if (assessment.target.basis === "flow" && completion !== null) {
    return joinWords([say`完成${goalNoun(assessment)}的${completion}%`, againstPace(t)], "，");
  }
  return againstGoal(t);
}

/**
 * Finds the target's own figures in a sentence that came as text, so that they can be traced.
 *
 * A numeral is a figure only where the figure's unit follows it; months, counts and places in files stay words.
 */
export function withFigures(text: string, t: TargetFigures): Words {
  const figures = figuresOf(t);
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(NUMERAL)) {
    const after = text.slice(match.index + match[0].length);
    const figure = figures.find((one) => display(one, "prose") === match[0] && hasUnit(after, one));
    if (!figure) continue;
    runs.push(text.slice(end, match.index), inProse(figure));
    end = match.index + match[0].length;
  }
  return joinRuns([...runs, text.slice(end)]);
}

function hasUnit(after: string, { unit }: Figure): boolean {
  return unit !== null && (after.startsWith(unit) || after.startsWith(unitAfter(unit)));
}
