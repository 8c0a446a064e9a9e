import type { SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import { chartSpaceXml } from "../chart/chart-space.ts";
import type { CellLookup } from "../chart/source-cells.ts";
import { element } from "../xml.ts";
import { drawingXml } from "./drawing.ts";
import type { SheetAddition } from "./sheet-parts.ts";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_ID = "rIdDrawing";

/** What charts and sparklines are made from. */
export interface ChartSources {
  readonly cellAt: CellLookup; // of the workbook's sheets as they are written
  readonly theme: Theme;
}

/** Numbers the charts of all sheets from 1, by their ids. @throws RangeError where two have one id */
export function chartNumbers(sheets: readonly SheetDescription[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { chart } of sheets.flatMap(({ charts = [] }) => charts)) {
    if (numbers.has(chart.id)) throw new RangeError(`chart ${chart.id}: there is another of this id`);
    numbers.set(chart.id, numbers.size + 1);
  }
  return numbers;
}

/**
 * The charts of a sheet, as parts that Excel and WPS can edit; exceljs writes none.
 *
 * @param sheetNumber from 1, as the parts are named
 * @throws RangeError where a chart refers to cells that are missing or unfit
 */
export function sheetCharts(
  { charts = [] }: SheetDescription,
  sheetNumber: number,
  { numbers, cellAt, theme }: ChartSources & { readonly numbers: ReadonlyMap<string, number> },
): readonly SheetAddition[] {
  if (charts.length === 0) return [];
  const made = charts.map(({ chart }) => {
    const path = `charts/chart${numbers.get(chart.id)}.xml`;
    return {
      relationship: { id: `rIdChart${numbers.get(chart.id)}`, type: "chart", target: `../${path}` },
      part: { path: `xl/${path}`, contentType: CHART_TYPE, xml: chartSpaceXml(chart, cellAt, theme.charts) },
    };
  });
  const relationships = made.map(({ relationship }) => relationship);
  const path = `drawings/drawing${sheetNumber}.xml`;
  const xml = drawingXml(
    charts,
    relationships.map(({ id }) => id),
  );
  return [
    {
      element: "drawing",
      xml: element("drawing", { "r:id": DRAWING_ID }),
      relationships: [{ id: DRAWING_ID, type: "drawing", target: `../${path}` }],
      parts: [{ path: `xl/${path}`, contentType: DRAWING_TYPE, xml, relationships }, ...made.map(({ part }) => part)],
    },
  ];
}
