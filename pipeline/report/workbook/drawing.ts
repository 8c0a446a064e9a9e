import type { PlacedChart } from "../../model/chart.ts";
import { printableText } from "../../model/printable-text.ts";
import { element, XML_HEAD } from "../xml.ts";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const NAMESPACES = {
  "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/**
 * Writes the layer of a sheet that carries its charts, each held by its two corner cells.
 *
 * @param ids of the relationships to the charts' parts, in the same order
 */
export function drawingXml(charts: readonly PlacedChart[], ids: readonly string[]): string {
  const anchors = charts.map((placed, index) => anchor(placed, index + 1, ids[index] ?? ""));
  return XML_HEAD + element("xdr:wsDr", NAMESPACES, ...anchors);
}

function anchor({ chart, row, column, rows, columns }: PlacedChart, number: number, relationship: string): string {
  const name = printableText(chart.title);
  const about = { id: number + 1, name, descr: printableText(chart.alt) };
  return element(
    "xdr:twoCellAnchor",
    { editAs: "oneCell" }, // rows that a filter hides do not squeeze it
    ...Object.entries({ from: [row, column], to: [row + rows, column + columns] }).map(corner),
    element(
      "xdr:graphicFrame",
      { macro: "" },
      element("xdr:nvGraphicFramePr", {}, element("xdr:cNvPr", about), "<xdr:cNvGraphicFramePr/>"),
      element("xdr:xfrm", {}, '<a:off x="0" y="0"/>', '<a:ext cx="0" cy="0"/>'),
      element(
        "a:graphic",
        {},
        element("a:graphicData", { uri: CHART }, element("c:chart", { "xmlns:c": CHART, "r:id": relationship })),
      ),
    ),
    "<xdr:clientData/>",
  );
}

/** The top left corner of a cell, which the format counts from 0. */
function corner([side, [row = 1, column = 1]]: readonly [string, readonly number[]]): string {
  const at = { "xdr:col": column - 1, "xdr:colOff": 0, "xdr:row": row - 1, "xdr:rowOff": 0 };
  return element(`xdr:${side}`, {}, ...Object.entries(at).map(([key, value]) => `<${key}>${value}</${key}>`));
}
