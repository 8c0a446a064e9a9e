import type { ChartDescription } from "../../model/chart.ts";
import type { ChartLook } from "../../model/theme.ts";
import { element, setting, XML_HEAD } from "../xml.ts";
import { axesXml } from "./axes.ts";
import { chartData } from "./chart-data.ts";
import { plotsOf, plotXml } from "./plots.ts";
import { lineOf, PAPER, solidFill, textProperties } from "./series-look.ts";
import type { CellLookup } from "./source-cells.ts";
import { titleXml } from "./title.ts";

const NAMESPACES = {
  "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/** What is other where a chart does not stand beside its cells, in a workbook. */
export interface ChartSetting {
  readonly isUntitled?: true; // the document says its title
  readonly bookId?: string; // of the relationship to the workbook that holds the cells; absent: they are in this file
}

/**
 * Writes a chart as a DrawingML part, for whatever document holds the cells it refers to.
 *
 * Its points are kept in the part as the cells hold them, so that it shows before anything is recalculated; blank cells
 * are gaps.
 *
 * @throws RangeError naming chart and cell, where it refers to a cell that is missing or unfit
 */
export function chartSpaceXml(
  chart: ChartDescription,
  cellAt: CellLookup,
  look: ChartLook,
  { isUntitled, bookId }: ChartSetting = {},
): string {
  const data = chartData(chart, cellAt);
  const plots = plotsOf(data);
  const title = titleXml(chart.title, { sizePt: look.titlePt, font: look.titleFont, colour: look.textColour });
  const plotArea = element(
    "c:plotArea",
    {},
    "<c:layout/>",
    ...plots.map((plot) => plotXml(plot, data, look)),
    axesXml(chart, plots, look),
  );
  const drawn = element(
    "c:chart",
    {},
    isUntitled ? "" : title,
    setting("c:autoTitleDeleted", isUntitled ? 1 : 0), // else Excel titles a lone series by its name
    plotArea,
    chart.series.length > 1 ? legend(look) : "",
    setting("c:plotVisOnly", 0), // rows that a filter hides stay in the chart
    setting("c:dispBlanksAs", "gap"),
  );
  const frame = element("c:spPr", {}, solidFill(PAPER), lineOf(look.gridColour, 0.75));
  const settings = [setting("c:date1904", 0), setting("c:lang", "zh-CN"), setting("c:roundedCorners", 0)];
  const book = bookId === undefined ? "" : element("c:externalData", { "r:id": bookId }, setting("c:autoUpdate", 0));
  return XML_HEAD + element("c:chartSpace", NAMESPACES, ...settings, drawn, frame, textProperties(look), book);
}

function legend(look: ChartLook): string {
  return element("c:legend", {}, setting("c:legendPos", "b"), setting("c:overlay", 0), textProperties(look));
}
