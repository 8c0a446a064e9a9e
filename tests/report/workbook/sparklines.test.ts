import { describe, expect, it } from "vitest";
import type { CellContent, Edition } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { cellsOf, readSparklines } from "../../support/chart-parts.ts";
import { chartedEdition, span } from "../../support/charted-edition.ts";
import { partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { childrenOf, descendants, parseXml } from "../../support/xml-tree.ts";

const theme = shippedTheme();
const bytes = await renderWorkbook(chartedEdition(), theme);

/** The made edition with another cell where the first sparkline is. */
function withTrend(content: CellContent): Edition {
  const edition = chartedEdition([]);
  const [first, ...rest] = edition.sheets;
  const [row] = first?.rows ?? [];
  if (row?.kind !== "data" || !first) throw new Error("no row");
  const cells = [row.cells[0] ?? content, content, ...row.cells.slice(2)];
  return { ...edition, sheets: [{ ...first, rows: [{ ...row, cells }] }, ...rest] };
}

describe("the sparklines of a workbook", () => {
  it("stand in their cells and refer to the values of another sheet", () => {
    const lines = readSparklines(bytes).map(({ sheet, cell, formula }) => [sheet, cell, cellsOf(formula).join(" ")]);
    const months = (letter: string) => [4, 5, 6, 7, 8, 9, 10, 11].map((row) => `图表数据!${letter}${row}`).join(" ");
    expect(lines).toEqual([
      ["趋势", "B3", months("B")],
      ["趋势", "E3", months("D")],
    ]);
  });

  it.each([
    ["values on both sides of zero", span("图表数据", "B4", "B11"), {}],
    ["values above zero, on zero", span("图表数据", "E4", "E11"), { manualMin: "0", minAxisType: "custom" }],
    ["values below zero, from zero", span("图表数据", "B7"), { manualMax: "0", maxAxisType: "custom" }],
  ])("draw a column each for %s, with gaps, and rows that are hidden", async (_case, values, axis) => {
    const file = await renderWorkbook(withTrend({ kind: "trend", values }), theme);
    const look = { type: "column", displayEmptyCellsAs: "gap", last: "1", displayXAxis: "1", displayHidden: "1" };
    expect(readSparklines(file)[0]?.group).toEqual({ ...look, ...axis });
  });

  it("are drawn in the theme's colours, the last value darker", () => {
    const sheet = parseXml(partXml(bytes, "xl/worksheets/sheet1.xml"));
    const [group] = descendants(sheet, "x14:sparklineGroup");
    const colours = (group?.children ?? []).slice(0, -1).map(({ name, attributes }) => [name.slice(4), attributes.rgb]);
    const { fill, colour } = theme.charts.series.actual;
    const names = ["Series", "Negative", "Axis", "Markers", "First", "Last", "High", "Low"];
    const others: Readonly<Record<string, string>> = { Axis: theme.charts.axisColour, Last: colour };
    expect(colours).toEqual(names.map((name) => [`color${name}`, `FF${others[name] ?? fill}`]));
  });

  it("are the last in the sheet's part, and only where there are any", () => {
    const [first, second] = [1, 2].map((number) => parseXml(partXml(bytes, `xl/worksheets/sheet${number}.xml`)));
    expect(first?.children.at(-1)?.name).toBe("extLst");
    expect(second && childrenOf(second, "extLst")).toEqual([]);
  });

  it.each([
    ["a cell that is not there", span("图表数据", "B4", "B12")],
    ["a sheet that is not there", span("无", "B4", "B11")],
    ["a header", span("图表数据", "B3", "B11")],
    ["words", span("图表数据", "A4", "A11")],
    ["nothing but blanks", span("图表数据", "E4", "E4")],
    ["the title", span("图表数据", "A1", "A1")],
  ])("refuse %s", async (_case, values) => {
    await expect(renderWorkbook(withTrend({ kind: "trend", values }), theme)).rejects.toThrow(RangeError);
  });

  it("accept a single known value", async () => {
    const file = await renderWorkbook(withTrend({ kind: "trend", values: span("图表数据", "B5") }), theme);
    expect(readSparklines(file)[0]?.formula).toBe("'图表数据'!$B$5");
  });
});
