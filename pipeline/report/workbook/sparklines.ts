import { toAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import { type Points, pointsOf } from "../chart/source-cells.ts";
import { placedCells } from "../sheet-layout.ts";
import { element, escapedXml } from "../xml.ts";
import type { ChartSources } from "./charts.ts";
import type { SheetAddition } from "./sheet-parts.ts";

const EXTENSION = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"; // of sparklines, [MS-XLSX] 2.3.3
const MAIN_2009 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const FORMULAS_2006 = "http://schemas.microsoft.com/office/excel/2006/main";

/** Columns, since LibreOffice prints no lines; rows that a filter hides stay. */
const LOOK = { type: "column", displayEmptyCellsAs: "gap", last: 1, displayXAxis: 1, displayHidden: 1 };

/** Columns stand on zero, by themselves only where values lie on both sides of it. */
const AXES = {
  above: { manualMin: 0, minAxisType: "custom" },
  below: { manualMax: 0, maxAxisType: "custom" },
  both: {},
};

/**
 * The sparklines of a sheet's trend cells: a column for every known value, the last one darker, gaps left open.
 *
 * @throws RangeError where one refers to cells that are missing or unfit
 */
export function sheetSparklines(sheet: SheetDescription, { cellAt, theme }: ChartSources): readonly SheetAddition[] {
  const cells = placedCells(sheet, ({ kind }) => kind === "trend").flatMap(({ row, column, content }) => {
    if (content.kind !== "trend") return [];
    const points = pointsOf(content.values, cellAt);
    const formula = `<xm:f>${escapedXml(points.reference)}</xm:f>`;
    const line = element("x14:sparkline", {}, formula, `<xm:sqref>${toAddress(row, column)}</xm:sqref>`);
    return [{ line, side: sideOf(points) }];
  });
  if (cells.length === 0) return [];
  const groups = (["above", "below", "both"] as const).map((side) => {
    const lines = cells.filter((cell) => cell.side === side).map(({ line }) => line);
    if (lines.length === 0) return "";
    const attributes = { ...AXES[side], ...LOOK };
    return element("x14:sparklineGroup", attributes, ...colours(theme), element("x14:sparklines", {}, ...lines));
  });
  const all = element("x14:sparklineGroups", { "xmlns:xm": FORMULAS_2006 }, ...groups);
  const extension = element("ext", { uri: EXTENSION, "xmlns:x14": MAIN_2009 }, all);
  return [{ element: "extLst", xml: extension, relationships: [], parts: [] }];
}

/** Where the known values lie: at or above zero, at or below it, or on both sides. */
function sideOf({ points }: Points): keyof typeof AXES {
  const values = points.flatMap((point) => (point === null ? [] : [point.value]));
  if (values.every((value) => value >= 0)) return "above";
  return values.every((value) => value <= 0) ? "below" : "both";
}

/** All that the format has, in its order; those that are not shown take the columns' own. */
function colours({ charts }: Theme): readonly string[] {
  const { fill, colour } = charts.series.actual;
  const own = { colorSeries: fill, colorNegative: fill, colorAxis: charts.axisColour, colorMarkers: fill };
  const all = { ...own, colorFirst: fill, colorLast: colour, colorHigh: fill, colorLow: fill };
  return Object.entries(all).map(([name, rgb]) => element(`x14:${name}`, { rgb: `FF${rgb}` }));
}
