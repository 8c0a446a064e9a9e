import { toAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import { pointsOf } from "../chart/source-cells.ts";
import { placedCells } from "../sheet-layout.ts";
import { element, escapedXml } from "../xml.ts";
import type { ChartSources } from "./charts.ts";
import type { SheetAddition } from "./sheet-parts.ts";

const EXTENSION = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"; // of sparklines, [MS-XLSX] 2.3.3
const MAIN_2009 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const FORMULAS_2006 = "http://schemas.microsoft.com/office/excel/2006/main";
const LINE_PT = 1.25;

/**
 * The small lines of a sheet's trend cells: every known value a dot, the last one marked, gaps left open.
 *
 * @throws RangeError where a line refers to cells that are missing or unfit
 */
export function sheetTrends(sheet: SheetDescription, { cellAt, theme }: ChartSources): readonly SheetAddition[] {
  const lines = [...placedCells(sheet)].flatMap(({ row, column, content }) => {
    if (content.kind !== "trend") return [];
    const formula = `<xm:f>${escapedXml(pointsOf(content.values, cellAt).reference)}</xm:f>`;
    return [element("x14:sparkline", {}, formula, `<xm:sqref>${toAddress(row, column)}</xm:sqref>`)];
  });
  if (lines.length === 0) return [];
  const group = element(
    "x14:sparklineGroup",
    { lineWeight: LINE_PT, displayEmptyCellsAs: "gap", markers: 1, last: 1 },
    ...colours(theme),
    element("x14:sparklines", {}, ...lines),
  );
  const groups = element("x14:sparklineGroups", { "xmlns:xm": FORMULAS_2006 }, group);
  const extension = element("ext", { uri: EXTENSION, "xmlns:x14": MAIN_2009 }, groups);
  return [{ element: "extLst", xml: extension, relationships: [], parts: [] }];
}

/** All that the format has, in its order; those that are not shown take the line's own. */
function colours({ charts }: Theme): readonly string[] {
  const { colour } = charts.series.actual;
  const last = charts.series.goal.colour;
  const own = { colorSeries: colour, colorNegative: colour, colorAxis: charts.axisColour, colorMarkers: colour };
  const all = { ...own, colorFirst: colour, colorLast: last, colorHigh: colour, colorLow: colour };
  return Object.entries(all).map(([name, rgb]) => element(`x14:${name}`, { rgb: `FF${rgb}` }));
}
