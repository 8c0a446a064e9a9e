import { compare, times } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { makePeriod, monthOf, spanName, yearOf } from "../../model/period.ts";
import { display } from "./display.ts";
import type { TrendFigures } from "./trend-figures.ts";
import { standingOf } from "./verdict-groups.ts";

/** A run of releases is news from the second. */
const FEWEST_TOLD = 2;

/**
 * Counts for how many releases in a row a target has been behind, the latest included; by target id, ids
 * `<target>/behind`.
 *
 * Of goals of growth, releases below the goal as printed; of amounts that add up over the year, those slower than the
 * months gone by. A release that is not known ends the run. None for a single release, and for goals that a comparison
 * with one number does not judge.
 */
export function lagFigures(trends: readonly TrendFigures[]): ReadonlyMap<string, Figure> {
  return new Map(
    trends.flatMap((trend): readonly (readonly [string, Figure])[] => {
      const run = runOf(trend);
      return run.length < FEWEST_TOLD ? [] : [[trend.target.assessment.target.id, runFigure(trend, run)]];
    }),
  );
}

/** The months of the releases in a row, latest first. */
function runOf(trend: TrendFigures): readonly number[] {
  const { target: t, months, actual } = trend;
  const { target, observedPeriod } = t.assessment;
  const isPlain = (target.op === ">=" || target.op === ">") && target.low !== null && target.relativeTo === null;
  if (standingOf(t.assessment) !== "lagging" || observedPeriod === null || !isPlain) return [];
  if (actual.get(monthOf(observedPeriod)) !== t.actual) return [];
  const latestFirst = months.filter((month) => month <= monthOf(observedPeriod)).reverse();
  const end = latestFirst.findIndex((month) => !isBehind(trend, month));
  return end < 0 ? latestFirst : latestFirst.slice(0, end);
}

function isBehind({ target: t, indicator, actual }: TrendFigures, month: number): boolean {
  const { basis, quantity, low, due } = t.assessment.target;
  const figure = actual.get(month);
  if (figure === undefined || low === null) return false;
  if (quantity === "yoy") return compare(display(figure, "cell"), low) < 0;
  if (basis !== "flow" || monthOf(due) !== 12 || month < indicator.judgedFrom) return false;
  return compare(times(figure.value, "12"), times(low, String(month))) < 0;
}

function runFigure({ target: t, indicator, span }: TrendFigures, run: readonly number[]): Figure {
  const { target, period } = t.assessment;
  const times = [...run].reverse().map((month) => spanName(makePeriod(yearOf(period), month), span));
  const isByMonth =
    indicator.cadence === "monthly" && (indicator.firstMonth === 1 || !run.includes(indicator.firstMonth));
  return {
    id: `${target.id}/behind`,
    name: `${target.name} 连续落后的期数`,
    value: String(run.length),
    unit: isByMonth ? "个月" : indicator.cadence === "quarterly" ? "个季度" : "期", // 1—2月 is one release of two months
    derivation: { kind: "computed", formula: `计数：${times.join("、")}`, operands: [] },
  };
}
