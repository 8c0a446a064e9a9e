import type { ChartDescription, ChartSeries } from "../../model/chart.ts";
import { type CellLookup, type Labels, labelsOf, type Points, pointsOf } from "./source-cells.ts";

/** A chart with what stands in its cells. */
export interface ChartData {
  readonly chart: ChartDescription;
  readonly categories: Labels;
  readonly series: readonly SeriesData[];
}

export interface SeriesData {
  readonly description: ChartSeries;
  readonly index: number; // its place in the description, from 0
  readonly name: Labels;
  readonly values: Points;
}

/**
 * Looks up all cells that a chart refers to.
 *
 * @throws RangeError naming the chart, where a cell is missing or unfit, or the description contradicts itself
 */
export function chartData(chart: ChartDescription, cellAt: CellLookup): ChartData {
  const fault = faultOf(chart);
  if (fault !== undefined) throw new RangeError(`chart ${chart.id}: ${fault}`);
  try {
    return lookUp(chart, cellAt);
  } catch (cause) {
    throw new RangeError(`chart ${chart.id}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function lookUp(chart: ChartDescription, cellAt: CellLookup): ChartData {
  const categories = labelsOf(chart.categories, cellAt);
  const series = chart.series.map((description, index) => {
    const name = labelsOf(description.name, cellAt);
    const values = pointsOf(description.values, cellAt);
    if (name.texts.length !== 1) throw new RangeError(`${name.reference}: a name is one cell`);
    if (values.points.length !== categories.texts.length) {
      throw new RangeError(`${values.reference}: not as many cells as ${categories.reference}`);
    }
    return { description, index, name, values };
  });
  return { chart, categories, series };
}

function faultOf({ kind, series, secondaryUnit }: ChartDescription): string | undefined {
  const forms = new Set(series.map(({ form }) => form));
  const expected = { line: ["line"], column: ["column"], bar: ["column"], "stacked-bar": ["column"] };
  const wanted = kind === "combo" ? ["line", "column"] : expected[kind];
  if (forms.size !== wanted.length || !wanted.every((form) => forms.has(form as ChartSeries["form"]))) {
    return `${kind} of ${[...forms].join(" and ") || "no series"}`;
  }
  const onSecondary = series.filter(({ axis }) => axis === "secondary");
  if (onSecondary.length === 0) return undefined;
  if (kind !== "combo" || secondaryUnit === null) return `a secondary axis without a unit, or on a ${kind}`;
  const apart =
    new Set(series.map(({ form, axis }) => `${form} ${axis}`)).size === 2 && onSecondary.length < series.length;
  return apart ? undefined : "columns and lines that share their axes in part";
}
