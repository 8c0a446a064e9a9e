import { decimalPlaces } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { type Indicator, releaseMonths } from "../../model/indicator.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { monthOf, type Period, periodName, type Span, yearOf } from "../../model/period.ts";
import { compareText } from "../../model/text-order.ts";
import type { Point, Trend, TrendGap } from "../../model/trend.ts";
import { printsAsRate, rateDecimals } from "./display.ts";
import { type ReadFigure, readFigure, withValue } from "./observed-figures.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A target's figures month by month; each map is by the month of the year, 1 to 12, and holds no month that is not known. */
export interface TrendFigures {
  readonly target: TargetFigures;
  readonly indicator: Indicator;
  readonly span: Span; // of every month
  readonly months: readonly number[]; // in which a figure is released
  readonly actual: ReadonlyMap<number, Figure>;
  readonly lastYear: ReadonlyMap<number, Figure>;
  readonly amount: ReadonlyMap<number, Figure>; // beside growth
  readonly goal: Figure | null; // null where the goal is no number, two numbers, or one that moves with another figure
  readonly gaps: readonly TrendGap[];
  readonly illustrative: readonly number[]; // months of this year whose actual is 演示数据
  readonly read: readonly Figure[]; // as they stand in cells
  readonly observations: readonly KnownObservation[]; // behind all of them
}

/**
 * Makes the figures of every trend, with ids `<target>/trend/<period>` and `<target>/trend/<period>/amount`, in the
 * order of the targets.
 *
 * The month of the target's actual is the actual itself, the same figure.
 */
export function trendFigures(targets: readonly TargetFigures[], trends: readonly Trend[]): readonly TrendFigures[] {
  const byTarget = new Map(trends.map((trend) => [trend.target, trend]));
  return targets.flatMap((target) => {
    const trend = byTarget.get(target.assessment.target.id);
    return trend && target.indicator ? [figuresOfTrend(target, target.indicator, trend)] : [];
  });
}

/** Every figure of trends, each once. */
export function figuresOfTrends(trends: readonly TrendFigures[]): readonly Figure[] {
  const all = trends.flatMap(({ actual, lastYear, amount, read }) => [
    ...actual.values(),
    ...lastYear.values(),
    ...amount.values(),
    ...read,
  ]);
  return [...new Set(all)];
}

function figuresOfTrend(target: TargetFigures, indicator: Indicator, trend: Trend): TrendFigures {
  const year = yearOf(target.assessment.period);
  const current = trend.points.filter(({ period }) => yearOf(period) === year);
  const finest = finestConverted(trend.points, target.assessment.target.unit);
  const point = (one: Point) => readPoint(target, one, finest);
  const read = {
    actual: byMonth(current, point),
    lastYear: byMonth(
      trend.points.filter(({ period }) => yearOf(period) === year - 1),
      point,
    ),
    amount: byMonth(
      trend.amounts.filter(({ period }) => yearOf(period) === year),
      (one) => readAmount(target, indicator, one),
    ),
  };
  return {
    target,
    indicator,
    span: trend.span,
    months: releaseMonths(indicator),
    actual: figuresIn(read.actual),
    lastYear: figuresIn(read.lastYear),
    amount: figuresIn(read.amount),
    goal: goalLine(target),
    gaps: [...trend.gaps].sort((a, b) => compareText(a.period, b.period)),
    illustrative: current.filter(isIllustrative).map(({ period }) => monthOf(period)),
    read: Object.values(read).flatMap((months) => [...months.values()].flatMap((one) => one.read)),
    observations: [...trend.points, ...trend.amounts].flatMap(({ observations }) => observations),
  };
}

function byMonth<T>(points: readonly Point[], make: (point: Point) => T): ReadonlyMap<number, T> {
  return new Map(points.map((point) => [monthOf(point.period), make(point)]));
}

function figuresIn(read: ReadonlyMap<number, ReadFigure>): ReadonlyMap<number, Figure> {
  return new Map([...read].map(([month, { figure }]) => [month, figure]));
}

function readPoint({ assessment, actual, subject }: TargetFigures, point: Point, finest: number): ReadFigure {
  const { target, observedPeriod } = assessment;
  if (actual !== null && point.period === observedPeriod) return { figure: actual, read: [] };
  const published = isAsPublished(point, target.unit) ? point.decimals : finest;
  const decimals = printsAsRate(target.unit) ? rateDecimals(published) : published;
  const name = `${subject} ${periodName(point.period, point.span)}`;
  const wanted = { id: figureId(target.id, point.period), name, value: point.value, unit: target.unit, decimals };
  return readFigure(wanted, withValue(point.observations));
}

function readAmount({ assessment }: TargetFigures, indicator: Indicator, point: Point): ReadFigure {
  const converted = Math.min(decimalPlaces(point.value), indicator.decimals);
  const decimals = isAsPublished(point, indicator.unit) ? point.decimals : converted;
  const name = `${indicator.name} ${periodName(point.period, point.span)}`;
  const id = `${figureId(assessment.target.id, point.period)}/amount`;
  const wanted = { id, name, value: point.value, unit: indicator.unit, decimals };
  return readFigure(wanted, withValue(point.observations));
}

/** Values that were converted, 6530人 and 8127人 into 万人, print as many digits as the finest of them: 0.6530, 0.8127. */
function finestConverted(points: readonly Point[], unit: string): number {
  const converted = points.filter((point) => !isAsPublished(point, unit));
  return Math.max(0, ...converted.map(({ decimals }) => decimals));
}

function isAsPublished({ observations }: Point, wanted: string): boolean {
  return observations.some(({ unit }) => unit === null || unit === wanted);
}

function figureId(target: string, period: Period): string {
  return `${target}/trend/${period}`;
}

/** The goal as one level line: 7%左右 and 5%以内 are drawn at the number itself. */
function goalLine({ assessment: { target }, low, high }: TargetFigures): Figure | null {
  if (target.relativeTo !== null) return null;
  return low === null || high === null || low === high ? (low ?? high) : null;
}

function isIllustrative({ observations }: Point): boolean {
  return observations.some(({ illustrative }) => illustrative);
}
