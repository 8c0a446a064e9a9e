import { compare } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { makePeriod, monthOf, yearOf } from "../../model/period.ts";
import { signOf } from "./display.ts";
import { type CandidateFacts, type NoteCandidate, namesOfActual, namesOfTarget } from "./note-candidate.ts";
import { noteRegionCandidates } from "./note-region-candidates.ts";
import type { NoteRole } from "./note-roles.ts";
import { timesLeft, timesOf } from "./note-times.ts";
import type { TargetFigures } from "./target-figures.ts";
import type { TrendFigures } from "./trend-figures.ts";

/** Every figure of the edition that a note may speak of, counts excepted: of targets, of their other months, of places. */
export function noteCandidates(facts: CandidateFacts): readonly NoteCandidate[] {
  return [
    ...facts.targets.flatMap((target) => ofTarget(target, facts)),
    ...facts.trends.flatMap((trend) => [...ofMonths(trend, facts), ...ofPace(trend, facts)]),
    ...noteRegionCandidates(facts),
  ];
}

function ofTarget(t: TargetFigures, { input, lags }: CandidateFacts): readonly NoteCandidate[] {
  const { target, observedPeriod, completion, gapUnit } = t.assessment;
  const now = ["", ...(observedPeriod && t.span ? timesOf(observedPeriod, t.span) : [])];
  const own = { target: target.id, names: namesOfTarget(t), place: null, compared: [], end: null, swing: null };
  const of = (role: NoteRole, figure: Figure | null, change: Partial<NoteCandidate> = {}): readonly NoteCandidate[] =>
    figure === null ? [] : [{ ...own, figure, role, times: now, way: 0, ...change }];
  const isGrowth = target.quantity !== "value";
  const signed = (figure: Figure | null) => ({ way: figure && isGrowth ? signOf(figure) : 0 }) as const;
  const goal = { times: ["", "全年"] };
  const left = { times: timesLeft(input.period) };
  const isPace = completion !== null && gapUnit === "百分点";
  return [
    ...of(isGrowth ? "growth" : "amount", t.actual, {
      ...signed(t.actual),
      ...{ names: namesOfActual(t), compared: isGrowth ? ["上年", "上年同期"] : [] },
    }),
    ...of("goal", t.low, { ...goal, ...signed(t.low), end: t.high && t.low !== t.high ? "low" : null }),
    ...(t.high === t.low ? [] : of("goal", t.high, { ...goal, ...signed(t.high), end: t.low ? "high" : null })),
    ...of(isPace ? "pace-gap" : "gap", t.gap, { way: isPace ? wayFrom(t.completion, t.expected) : wayFromGoal(t) }),
    ...of("completion", t.completion),
    ...of("expected", t.expected),
    ...of("required", t.required, left),
    ...of("required-growth", t.growth, { ...left, way: t.growth ? signOf(t.growth) : 0 }),
    ...of("each", t.each, left),
    ...of("outlook", t.outlook?.low ?? null, { ...goal, ...signed(t.outlook?.low ?? null), end: "low" }),
    ...of("outlook", t.outlook?.mid ?? null, { ...goal, ...signed(t.outlook?.mid ?? null) }),
    ...of("outlook", t.outlook?.high ?? null, { ...goal, ...signed(t.outlook?.high ?? null), end: "high" }),
    ...of("run", lags.get(target.id) ?? null),
  ];
}

function wayFrom(a: Figure | null, b: Figure | null): -1 | 0 | 1 {
  return a === null || b === null ? 0 : compare(a.value, b.value);
}

/** Above or below the goal, whatever is better. */
function wayFromGoal({ actual, low, high }: TargetFigures): -1 | 0 | 1 {
  if (low !== null && high !== null && low !== high) {
    return wayFrom(actual, low) < 0 ? -1 : wayFrom(actual, high) > 0 ? 1 : 0;
  }
  return wayFrom(actual, low ?? high);
}

function ofMonths({ target: t, span, actual, lastYear, amount }: TrendFigures, { input }: CandidateFacts) {
  const { id, quantity } = t.assessment.target;
  const isGrowth = quantity !== "value";
  const year = yearOf(input.period);
  const own = { target: id, place: null, end: null, swing: null };
  const months = (figures: ReadonlyMap<number, Figure>, isRate: boolean, isPast: boolean) =>
    [...figures].flatMap(([month, figure]): readonly NoteCandidate[] => {
      if (figure === t.actual) return [];
      const isNow = month === monthOf(input.period);
      const names = timesOf(makePeriod(year, month), span);
      const past = [
        ...names.map((name) => `上年${name}`),
        ...(isNow ? ["上年同期"] : []),
        ...(month === 12 ? ["上年"] : []),
      ];
      const times = isPast ? past : isNow ? ["", ...names] : names;
      const what = { role: isRate ? "growth" : "amount", way: isRate ? signOf(figure) : 0 } as const;
      const compared = isRate && !isPast ? ["上年", "上年同期"] : [];
      return [{ ...own, ...what, figure, names: namesOfActual(t), times, compared }];
    });
  return [...months(actual, isGrowth, false), ...months(amount, false, false), ...months(lastYear, isGrowth, true)];
}

function ofPace({ target: t, span, actual }: TrendFigures, { input, paces }: CandidateFacts): readonly NoteCandidate[] {
  const { id } = t.assessment.target;
  const pace = paces.get(id);
  const { observedPeriod } = t.assessment;
  if (!pace || t.actual === null || observedPeriod === null) return [];
  const months = [...actual].flatMap(([month, figure]) => (figure === pace.before ? [month] : []));
  const signs = [signOf(pace.before), signOf(t.actual)];
  const size = compare(t.actual.value, pace.before.value) * (signs[1] ?? 0);
  const isOneSide = signs[0] === signs[1] && size !== 0;
  return [
    {
      ...{ figure: pace.difference, role: "change", target: id, names: namesOfActual(t), place: null, end: null },
      times: ["", ...timesOf(observedPeriod, span)],
      compared: [
        "上期",
        "上一期",
        ...months.flatMap((month) => timesOf(makePeriod(yearOf(input.period), month), span)),
      ],
      way: signOf(pace.difference),
      swing: isOneSide ? (size < 0 ? "narrower" : "wider") : null,
    },
  ];
}
