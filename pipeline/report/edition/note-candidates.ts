import type { Figure } from "../../model/figure.ts";
import { monthOf, periodName, spanName, yearOf } from "../../model/period.ts";
import type { Region } from "../../model/region.ts";
import type { EditionFacts } from "./facts.ts";
import { figuresOf, type TargetFigures } from "./target-figures.ts";

/** A figure that a number in a note may be. */
export interface NoteCandidate {
  readonly figure: Figure;
  readonly target: string | null; // that it is of, by id; null: of the paper as a whole
  readonly names: readonly string[]; // by which it is called
  readonly needs: readonly (readonly string[])[]; // of each list one word must stand in the paragraph
  readonly carries: "growth" | "pace" | null; // what its sign says, where a verb before it must agree
}

/**
 * Every figure of the edition that a note may speak of: of the targets, of their other months, of the places, and the
 * counts. One of another month or place only where the note names it.
 */
export function noteCandidates(facts: CandidateFacts): readonly NoteCandidate[] {
  return [...facts.targets.flatMap(ofTarget), ...ofMonths(facts), ...ofPlaces(facts), ...ofCounts(facts)];
}

type CandidateFacts = Pick<
  EditionFacts,
  "targets" | "trends" | "regional" | "completions" | "counts" | "milestones" | "input"
>;

function ofTarget(t: TargetFigures): readonly NoteCandidate[] {
  const { target, completion } = t.assessment;
  const own = { target: target.id, names: namesOf(t), needs: [] };
  return figuresOf(t).map((figure): NoteCandidate => {
    const isGrowth = figure === t.actual && target.quantity === "yoy";
    const isPace = figure === t.gap && completion !== null;
    return { ...own, figure, carries: isGrowth ? "growth" : isPace ? "pace" : null };
  });
}

function namesOf({ assessment: { target }, subject, indicator }: TargetFigures): readonly string[] {
  return [target.name, subject, ...(indicator ? [indicator.name, ...indicator.aliases.map(({ text }) => text)] : [])];
}

function ofMonths({ trends, input }: CandidateFacts): readonly NoteCandidate[] {
  return trends.flatMap(({ target, actual, lastYear, amount }) => {
    const own = { target: target.assessment.target.id, names: namesOf(target) };
    const isGrowth = target.assessment.target.quantity === "yoy";
    const months = (figures: ReadonlyMap<number, Figure>, year: readonly (readonly string[])[], carries: boolean) =>
      [...figures].flatMap(([month, figure]): readonly NoteCandidate[] => {
        const isNow = year.length === 0 && month === monthOf(input.period);
        const needs = isNow ? [] : [...year, monthWords(input.period, month)];
        return figure === target.actual ? [] : [{ ...own, figure, needs, carries: carries ? "growth" : null }];
      });
    const past = [["上年", "去年", `${yearOf(input.period) - 1}年`]];
    return [...months(actual, [], isGrowth), ...months(amount, [], false), ...months(lastYear, past, isGrowth)];
  });
}

/** 3月, 1—3月, 一季度. */
function monthWords(period: CandidateFacts["input"]["period"], month: number): readonly string[] {
  const own = `${period.slice(0, 4)}-${String(month).padStart(2, "0")}` as typeof period;
  return [`${month}月`, spanName(own, "ytd"), periodName(own, "ytd")];
}

function ofPlaces({ regional, completions, targets, input }: CandidateFacts): readonly NoteCandidate[] {
  const places = input.regions.filter(({ kind }) => kind !== "city");
  const growths = regional.flatMap(({ indicator, growth, amount }) => {
    const owner = targets.find((one) => one.indicator?.code === indicator.code && one.assessment.target.headline);
    const own = { target: owner?.assessment.target.id ?? null, names: owner ? namesOf(owner) : [indicator.name] };
    return [
      ...atPlaces(places, growth, { ...own, carries: "growth" }),
      ...atPlaces(places, amount, { ...own, carries: null }),
    ];
  });
  const shares = completions.flatMap(({ target, completion }) =>
    atPlaces(places, completion, { target: target.assessment.target.id, names: namesOf(target), carries: null }),
  );
  return [...growths, ...shares];
}

function atPlaces(
  places: readonly Region[],
  figures: ReadonlyMap<string, Figure>,
  own: Omit<NoteCandidate, "figure" | "needs">,
): readonly NoteCandidate[] {
  return places.flatMap(({ code, name, shortName, aliases }): readonly NoteCandidate[] => {
    const figure = figures.get(code);
    return figure ? [{ ...own, figure, needs: [[name, shortName, ...aliases]] }] : [];
  });
}

function ofCounts({ counts, milestones }: CandidateFacts): readonly NoteCandidate[] {
  const called = (figure: Figure, ...words: readonly string[]): NoteCandidate => ({
    ...{ figure, target: null, names: [], needs: [words], carries: null },
  });
  return [
    called(counts.total, "量化目标"),
    called(counts.judged, "可以评价", "可评价"),
    ...Object.values(counts.lights).map((figure) => called(figure, figure.name)),
    ...Object.entries(counts.verdicts).map(([verdict, figure]) => called(figure, verdict)),
    called(milestones.total, "项目和任务"),
    called(milestones.known, "有进展报送"),
  ];
}
