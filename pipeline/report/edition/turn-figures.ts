import type { Verdict } from "../../model/assessment.ts";
import type { Change } from "../../model/explanation.ts";
import type { Figure } from "../../model/figure.ts";
import { compareText } from "../../model/text-order.ts";
import { countNames } from "./count-figures.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A target that is judged otherwise than in the issue before. */
export interface Turn {
  readonly target: TargetFigures;
  readonly from: string; // verdicts as printed
  readonly to: string;
  readonly onRevised: boolean; // the issue before is judged by figures that were revised since
}

/** Turns of one kind, headline targets first, then as the plan names them. */
export interface Turns {
  readonly count: Figure;
  readonly turns: readonly Turn[];
}

/** What turned since the issue before, and what can be judged from this one on, or no longer. */
export interface TurnFigures {
  readonly better: Turns;
  readonly worse: Turns;
  readonly begun: Turns; // had no figure or were not judged yet, and are judged now
  readonly ended: Turns; // were judged, and are not any more
}

/** How good a verdict is; those of one number are one light, so that a step between them is no turn. */
const GOODNESS: Readonly<Partial<Record<Verdict, number>>> = {
  已完成: 2,
  超序时: 2,
  达序时: 2,
  滞后: 1,
  严重滞后: 0,
  突破上限: 0,
};

/** Sorts changes of verdict by which way they go, with ids `count/turns/<way>`. */
export function turnFigures(targets: readonly TargetFigures[], changes: readonly Change[]): TurnFigures {
  const places = new Map(targets.map((one, index) => [one.assessment.target.id, { one, index }]));
  const turns = changes
    .flatMap(({ target, kind, from, to, onRevised = false }) => {
      const place = places.get(target);
      const isJudgement = kind === "verdict" || kind === "judging-begins" || kind === "newly-late";
      return place && isJudgement && from !== null && to !== null ? [{ ...place, from, to, onRevised }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.one.assessment.target.headline) - Number(a.one.assessment.target.headline) ||
        a.index - b.index ||
        compareText(a.to, b.to),
    )
    .map(({ one, from, to, onRevised }): Turn => ({ target: one, from, to, onRevised }));
  const first = firstJudged(targets, changes);
  const of = (way: string, name: string, own: readonly Turn[]): Turns => ({
    count: countNames(`count/turns/${way}`, name, "项", own.map(({ target }) => target.assessment.target.id).sort()),
    turns: own,
  });
  const step = ({ from, to }: Turn) => {
    const [before, now] = [goodness(from), goodness(to)];
    return before === undefined || now === undefined ? null : now - before;
  };
  return {
    better: of(
      "better",
      "评价转好的目标",
      turns.filter((turn) => (step(turn) ?? 0) > 0),
    ),
    worse: of(
      "worse",
      "评价转差的目标",
      turns.filter((turn) => (step(turn) ?? 0) < 0),
    ),
    begun: of("begun", "本期起可以评价的目标", [
      ...turns.filter(({ from, to }) => goodness(from) === undefined && goodness(to) !== undefined),
      ...first,
    ]),
    ended: of(
      "ended",
      "本期不能评价的目标",
      turns.filter(({ from, to }) => goodness(from) !== undefined && goodness(to) === undefined),
    ),
  };
}

/** Every count, each once. */
export function figuresOfTurns({ better, worse, begun, ended }: TurnFigures): readonly Figure[] {
  return [better, worse, begun, ended].map(({ count }) => count);
}

/** What was reported for the first time this year and is judged at once. */
function firstJudged(targets: readonly TargetFigures[], changes: readonly Change[]): readonly Turn[] {
  const news = new Set(changes.flatMap(({ kind, target }) => (kind === "newly-reported" ? [target] : [])));
  return targets
    .filter(({ assessment }) => news.has(assessment.target.id) && goodness(assessment.verdict) !== undefined)
    .map((target) => ({ target, from: "", to: target.assessment.verdict, onRevised: false }));
}

function goodness(verdict: string): number | undefined {
  return GOODNESS[verdict as Verdict];
}
