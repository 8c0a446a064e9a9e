import type { Figure } from "../../model/figure.ts";
import type { Period } from "../../model/period.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { againstPace } from "./comparison.ts";
import { goalNoun } from "./goal.ts";
import { areAlike } from "./growth.ts";
import { enumerate, enumerateNames } from "./list.ts";
import { timedSubject } from "./outcome.ts";
import type { Tell } from "./phrase.ts";
import { respectively } from "./rank.ts";
import { rates } from "./regions.ts";
import { joinRuns, say, type Words } from "./runs.ts";

/** Targets that one sentence tells side by side: all of one kind, all beyond their goal or all short of it. */
export interface BriefGroup {
  readonly kind: "growth" | "progress";
  readonly isShort: boolean;
  readonly targets: readonly TargetFigures[]; // two or more
}

type Kind = BriefGroup["kind"];

/** Finds what can be told side by side, those that hold before those that lag. */
export function briefGroups(targets: readonly TargetFigures[]): readonly BriefGroup[] {
  return (["growth", "progress"] as const).flatMap((kind) =>
    [false, true].flatMap((isShort): readonly BriefGroup[] => {
      const own = targets.filter((t) => kindOf(t) === kind && signOf(t.gap as Figure) === (isShort ? -1 : 1));
      return own.length < 2 || !areAlike(own.map((t) => measured(t, kind))) ? [] : [{ kind, isShort, targets: own }];
    }),
  );
}

/**
 * 甲、乙和丙同比分别增长8.4%、8.3%和14.2%，均高于年度目标; 丁和戊分别完成年度目标的16.3%和40.0%，分别慢于序时进度33.7个和10.0个
 * 百分点.
 */
export function briefSentence({ kind, isShort, targets }: BriefGroup, period: Period, tell: Tell): Words {
  const list = enumerateNames(targets.map((t) => timedSubject(t, period)));
  const gaps = respectively(
    targets.map(({ gap }) => gap as Figure),
    "个百分点",
  );
  if (kind === "growth") {
    const growths = targets.map((t) => ({ growth: measured(t, kind) }));
    return tell("brief-growth", {
      list,
      rates: rates(growths),
      goal: isShort ? apart(gaps, "低于年度目标") : "均高于年度目标",
    });
  }
  const completions = enumerate(targets.map((t) => say`${measured(t, kind)}%`));
  return tell("brief-progress", {
    ...{ list, rates: joinRuns(["分别完成年度目标的", ...completions]) },
    pace: isShort ? apart(gaps, "慢于序时进度") : "均快于序时进度",
  });
}

/** 分别 before the verb, the numbers behind it. */
function apart(gaps: Words, verb: string): Words {
  const [first, ...others] = gaps;
  return typeof first === "string" ? joinRuns([first.replace("分别", `分别${verb}`), ...others]) : gaps;
}

/** Plain goals of the year: others need words of their own. */
function kindOf(t: TargetFigures): Kind | null {
  const { assessment, gap, actual, completion } = t;
  const { target, reasons } = assessment;
  const isPlain = target.op === ">=" || target.op === ">" || target.op === "~";
  const isTolerated = reasons.some(({ code }) => code === "within-tolerance" || code === "striven-for");
  if (gap === null || actual === null || !isPlain || isTolerated) return null;
  if (goalNoun(assessment) !== "年度目标" || gap.unit !== "百分点") return null;
  if (target.quantity === "yoy") return t.indicator?.nature === "index" ? null : "growth";
  const isPaced = target.basis === "flow" && completion !== null && againstPace(t).length > 0;
  return isPaced ? "progress" : null;
}

function measured({ actual, completion }: TargetFigures, kind: Kind): Figure {
  return (kind === "growth" ? actual : completion) as Figure;
}
