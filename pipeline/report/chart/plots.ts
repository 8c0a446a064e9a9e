import type { ChartDescription } from "../../model/chart.ts";
import type { ChartLook } from "../../model/theme.ts";
import { element, setting } from "../xml.ts";
import type { ChartData, SeriesData } from "./chart-data.ts";
import { firstFormat, labelReference, pointReference } from "./references.ts";
import { columnLook, lineLook, PAPER, solidFill, textProperties } from "./series-look.ts";
import type { Points } from "./source-cells.ts";

/** Series that share a form and axes, to be drawn together. */
export interface Plot {
  readonly form: "line" | "column";
  readonly axis: "primary" | "secondary";
  readonly series: readonly SeriesData[];
  readonly axisIds: readonly [category: number, value: number];
}

/**
 * A chart's plots in the order they are drawn: columns first, so that lines run over them.
 *
 * Plots share axes where their descriptions do.
 */
export function plotsOf({ series }: ChartData): readonly Plot[] {
  const forms = (["column", "line"] as const).filter((form) =>
    series.some(({ description }) => description.form === form),
  );
  return forms.map((form) => {
    const own = series.filter(({ description }) => description.form === form);
    const axis = own[0]?.description.axis ?? "primary";
    return { form, axis, series: own, axisIds: axis === "primary" ? [1, 2] : [3, 4] };
  });
}

/** A plot: its series with their looks and references. */
export function plotXml({ form, series, axisIds }: Plot, { chart, categories }: ChartData, look: ChartLook): string {
  const ids = axisIds.map((id) => setting("c:axId", id));
  const each = series.map((one) => {
    const { description, index, name, values } = one;
    const own = look.series[description.role];
    const isLine = form === "line";
    return element(
      "c:ser",
      {},
      setting("c:idx", index),
      setting("c:order", index),
      element("c:tx", {}, labelReference(name)),
      isLine ? lineLook(own, lonePoints(values)) : columnLook(own) + setting("c:invertIfNegative", 0),
      labels(one, chart, look),
      element("c:cat", {}, labelReference(categories)),
      element("c:val", {}, pointReference(values)),
      isLine ? setting("c:smooth", 0) : "",
    );
  });
  if (form === "line") {
    const head = [setting("c:grouping", "standard"), setting("c:varyColors", 0)];
    return element("c:lineChart", {}, ...head, ...each, setting("c:marker", 1), ...ids);
  }
  return element("c:barChart", {}, ...columnHead(chart), ...each, ...columnTail(chart, look), ...ids);
}

function lonePoints({ points }: Points): readonly number[] {
  const isGap = (index: number) => (points[index] ?? null) === null;
  return [...points.keys()].filter((index) => !isGap(index) && isGap(index - 1) && isGap(index + 1));
}

function columnHead({ kind }: ChartDescription): readonly string[] {
  const liesDown = kind === "bar" || kind === "stacked-bar";
  return [
    setting("c:barDir", liesDown ? "bar" : "col"),
    setting("c:grouping", kind === "stacked-bar" ? "stacked" : "clustered"),
    setting("c:varyColors", 0),
  ];
}

function columnTail({ kind }: ChartDescription, { gapPercent }: ChartLook): readonly string[] {
  return [setting("c:gapWidth", gapPercent), ...(kind === "stacked-bar" ? [setting("c:overlap", 100)] : [])];
}

/** Bars carry their numbers as the cells show them. Lines have the axis; in a stack the numbers of small parts would cover each other. */
function labels({ description, values }: SeriesData, { kind }: ChartDescription, look: ChartLook): string {
  if (kind !== "bar" && kind !== "column") return "";
  const { pattern } = look.series[description.role];
  const shown = ["c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"];
  return element(
    "c:dLbls",
    {},
    element("c:numFmt", { formatCode: firstFormat(values.points), sourceLinked: 1 }),
    element("c:spPr", {}, pattern === "solid" ? "<a:noFill/>" : solidFill(PAPER), "<a:ln><a:noFill/></a:ln>"),
    textProperties(look),
    setting("c:dLblPos", "outEnd"),
    setting("c:showLegendKey", 0),
    ...shown.map((name) => setting(name, name === "c:showVal" ? 1 : 0)),
  );
}
