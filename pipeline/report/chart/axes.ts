import type { ChartDescription } from "../../model/chart.ts";
import type { ChartLook } from "../../model/theme.ts";
import { widthChars } from "../text-width.ts";
import { element, setting } from "../xml.ts";
import type { Plot } from "./plots.ts";
import { lineOf, textProperties } from "./series-look.ts";
import { titleXml } from "./title.ts";

const HAIRLINE_PT = 0.75;
const WIDEST_UPRIGHT = 4; // half-width characters of a unit that stands beside its axis without being turned
const MOST_LEVEL_NAMES = 8; // of points along an axis as wide as a page

/** A pair of axes, of categories and of values, and what is drawn on them. */
interface AxisPair {
  readonly plots: readonly [Plot, ...Plot[]];
  readonly liesDown: boolean; // bars: categories from top to bottom
  readonly isSecond: boolean; // values on the right
}

/**
 * The axes of a chart's plots: one pair for each kind of axis in use, the first one's values on the left, the second
 * one's on the right. The categories are written once; the second pair's own, which the format wants, stay hidden.
 */
export function axesXml(chart: ChartDescription, plots: readonly Plot[], look: ChartLook): string {
  const liesDown = chart.kind === "bar" || chart.kind === "stacked-bar";
  const firsts = plots.filter(({ axis }, index) => plots.findIndex((plot) => plot.axis === axis) === index);
  const pairs = firsts.map((first, index): AxisPair => {
    const others = plots.filter((plot) => plot !== first && plot.axis === first.axis);
    return { plots: [first, ...others], liesDown, isSecond: index > 0 };
  });
  return pairs.map((pair) => categoryAxis(pair, look) + valueAxis(pair, chart, look)).join("");
}

/** Names of categories stand level: programs turn those that are left to them where there are many. */
function categoryAxis({ plots, liesDown, isSecond }: AxisPair, look: ChartLook): string {
  const [own, other] = plots[0].axisIds;
  return element(
    "c:catAx",
    {},
    setting("c:axId", own),
    element("c:scaling", {}, setting("c:orientation", liesDown ? "maxMin" : "minMax")),
    setting("c:delete", isSecond ? 1 : 0),
    setting("c:axPos", liesDown ? "l" : "b"),
    element("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
    ...ticks("low"),
    axisLine(look.axisColour),
    textProperties(look, true),
    setting("c:crossAx", other),
    setting("c:crosses", "autoZero"),
    ...[setting("c:auto", 0), setting("c:lblAlgn", "ctr"), setting("c:lblOffset", 100)],
    setting("c:tickLblSkip", nameStep(plots)),
    setting("c:noMultiLvlLbl", 1),
  );
}

/** Every bar has its name; of many points on a line every second one has, since all would not stand level. */
function nameStep(plots: AxisPair["plots"]): 1 | 2 {
  const points = Math.max(...plots.flatMap(({ series }) => series.map(({ values }) => values.points.length)));
  return plots.some(({ form }) => form === "line") && points > MOST_LEVEL_NAMES ? 2 : 1;
}

function valueAxis({ plots, liesDown, isSecond }: AxisPair, chart: ChartDescription, look: ChartLook): string {
  const [other, own] = plots[0].axisIds;
  const isSecondary = plots[0].axis === "secondary";
  return element(
    "c:valAx",
    {},
    setting("c:axId", own),
    element("c:scaling", {}, setting("c:orientation", "minMax"), zeroBound(plots)),
    setting("c:delete", 0),
    setting("c:axPos", liesDown ? "b" : isSecond ? "r" : "l"),
    isSecond ? "" : element("c:majorGridlines", {}, axisLine(look.gridColour)),
    unitTitle(isSecondary ? (chart.secondaryUnit ?? "") : chart.unit, liesDown, look),
    element("c:numFmt", { formatCode: numberFormat(isSecondary ? 0 : chart.decimals), sourceLinked: 0 }),
    ...ticks("nextTo"),
    axisLine(look.axisColour),
    textProperties(look),
    setting("c:crossAx", other),
    setting("c:crosses", isSecond || liesDown ? "max" : "autoZero"),
    setting("c:crossBetween", "between"),
  );
}

/** Columns are as long as their numbers only from zero on; Excel would begin higher where all are large. */
function zeroBound(plots: readonly Plot[]): string {
  if (plots.every(({ form }) => form === "line")) return "";
  const points = plots.flatMap(({ series }) => series.flatMap(({ values }) => values.points));
  if (points.every((point) => point === null || point.value >= 0)) return setting("c:min", 0);
  return points.every((point) => point === null || point.value <= 0) ? setting("c:max", 0) : "";
}

function ticks(labels: "low" | "nextTo"): readonly string[] {
  return [setting("c:majorTickMark", "none"), setting("c:minorTickMark", "none"), setting("c:tickLblPos", labels)];
}

function axisLine(colour: string): string {
  return element("c:spPr", {}, lineOf(colour, HAIRLINE_PT));
}

function unitTitle(unit: string, liesDown: boolean, { textPt, textFont, textColour }: ChartLook): string {
  const turned = !liesDown && widthChars(unit) > WIDEST_UPRIGHT;
  return titleXml(unit, { sizePt: textPt, font: textFont, colour: textColour, turned });
}

/** At least one digit after the point where the values have any, and as many more as the axis steps by: 5.0, 5.05. */
function numberFormat(decimals: number): string {
  return decimals === 0 ? "General" : "0.0###";
}
