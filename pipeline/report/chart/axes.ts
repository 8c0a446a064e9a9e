import type { ChartDescription } from "../../model/chart.ts";
import type { ChartLook } from "../../model/theme.ts";
import { widthChars } from "../text-width.ts";
import { element, setting } from "../xml.ts";
import type { Plot } from "./plots.ts";
import { lineOf, textProperties } from "./series-look.ts";
import { titleXml } from "./title.ts";

const HAIRLINE_PT = 0.75;
const WIDEST_UPRIGHT = 4; // half-width characters of a unit that stands beside its axis without being turned

/**
 * The axes of a chart's plots: one pair for each kind of axis in use, the first one's values on the left, the second
 * one's on the right. The categories are written once; the second pair's own, which the format wants, stay hidden.
 */
export function axesXml(chart: ChartDescription, plots: readonly Plot[], look: ChartLook): string {
  const pairs = plots.filter(({ axis }, index) => plots.findIndex((plot) => plot.axis === axis) === index);
  return pairs.map((plot, index) => axisPair(chart, plot, index > 0, look)).join("");
}

function axisPair(chart: ChartDescription, { axis, axisIds }: Plot, isSecond: boolean, look: ChartLook): string {
  const [category, value] = axisIds;
  const liesDown = chart.kind === "bar" || chart.kind === "stacked-bar";
  const categories = element(
    "c:catAx",
    {},
    setting("c:axId", category),
    scaling(liesDown ? "maxMin" : "minMax"), // the first category on top
    setting("c:delete", isSecond ? 1 : 0),
    setting("c:axPos", liesDown ? "l" : "b"),
    element("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
    ...ticks("low"),
    axisLine(look.axisColour),
    textProperties(look),
    setting("c:crossAx", value),
    setting("c:crosses", "autoZero"),
    ...[setting("c:auto", 0), setting("c:lblAlgn", "ctr"), setting("c:lblOffset", 100), setting("c:noMultiLvlLbl", 1)],
  );
  const isSecondary = axis === "secondary";
  const values = element(
    "c:valAx",
    {},
    setting("c:axId", value),
    scaling("minMax"),
    setting("c:delete", 0),
    setting("c:axPos", liesDown ? "b" : isSecond ? "r" : "l"),
    isSecond ? "" : element("c:majorGridlines", {}, axisLine(look.gridColour)),
    unitTitle(isSecondary ? (chart.secondaryUnit ?? "") : chart.unit, liesDown, look),
    element("c:numFmt", { formatCode: numberFormat(isSecondary ? 0 : chart.decimals), sourceLinked: 0 }),
    ...ticks("nextTo"),
    axisLine(look.axisColour),
    textProperties(look),
    setting("c:crossAx", category),
    setting("c:crosses", isSecond || liesDown ? "max" : "autoZero"),
    setting("c:crossBetween", "between"),
  );
  return categories + values;
}

function scaling(orientation: "minMax" | "maxMin"): string {
  return element("c:scaling", {}, setting("c:orientation", orientation));
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
