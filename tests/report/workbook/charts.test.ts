import { describe, expect, it } from "vitest";
import type { ChartDescription } from "../../../pipeline/model/chart.ts";
import type { Edition } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { cellsOf, type ReadChart, type ReadReference, readCells, readCharts } from "../../support/chart-parts.ts";
import { chartedEdition, chartOfEachKind, monthlyChart } from "../../support/charted-edition.ts";
import { attribute, elements, partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { at, childOf, childrenOf, descendants, type XmlNode } from "../../support/xml-tree.ts";

const theme = shippedTheme();
const described = chartOfEachKind();
const bytes = await renderWorkbook(chartedEdition(), theme);
const charts = readCharts(bytes);
const cells = readCells(bytes);

/** What the cells of a reference hold, by index; blank ones are left out. */
function held({ formula }: ReadReference): ReadonlyMap<number, string> {
  const values = cellsOf(formula).map((place) => cells.get(place));
  return new Map(values.flatMap((value, index) => (value === undefined ? [] : [[index, value] as const])));
}

function chartOf(id: string): ReadChart {
  const found = charts[described.findIndex((chart) => chart.id === id)];
  if (!found) throw new Error(`no chart ${id}`);
  return found;
}

function settingOf(node: XmlNode, ...path: readonly string[]): string | undefined {
  return at(node, ...path).attributes.val;
}

describe("the charts of a workbook", () => {
  it("are all there, of their kinds, with their series in order", () => {
    const line = "line undefined standard";
    const [column, bar, stacked] = ["column col clustered", "column bar clustered", "column bar stacked"];
    expect(
      charts.map(({ series }) => series.map(({ form, direction, grouping }) => `${form} ${direction} ${grouping}`)),
    ).toEqual([
      [line, line, line],
      [column, line, line],
      [column, line, line],
      [column],
      [bar],
      [stacked, stacked, stacked, stacked],
    ]);
  });

  it("keep every point exactly as its cell holds it, and leave gaps out", () => {
    const references = charts.flatMap(({ series }) => series.flatMap((one) => [one.name, one.categories, one.values]));
    let points = 0;
    for (const reference of references) {
      expect(reference.points).toEqual(held(reference));
      expect(reference.count).toBe(cellsOf(reference.formula).length);
      points += reference.points.size;
    }
    expect(points).toBe(188);
    const [, , actual] = chartOf("growth").series;
    expect([...(actual?.values.points ?? [])].join(" ")).toBe("1,6.8 2,7.5 3,-2.1 5,8.3 6,8.85");
    expect(actual?.values.formats).toEqual(["0.0", "0.0", "0.0", "0.0", "0.00"]);
  });

  it("refer to the cells that are described", () => {
    const spansOf = ({ categories, series }: ChartDescription) =>
      series.flatMap((one) => [one.name, categories, one.values]);
    const referencesOf = ({ series }: ReadChart) => series.flatMap((one) => [one.name, one.categories, one.values]);
    const wanted = described.map((chart) =>
      spansOf(chart).map(({ sheet, from, to }) => [`${sheet}!${from}`, `${sheet}!${to}`]),
    );
    const found = charts.map((chart) =>
      referencesOf(chart).map(({ formula }) => [cellsOf(formula).at(0), cellsOf(formula).at(-1)]),
    );
    expect(found).toEqual(wanted);
  });

  it("stand where they are placed, by their titles, with words for those who cannot see them", () => {
    const placed = chartedEdition().sheets[0]?.charts ?? [];
    expect(charts.map(({ sheet, anchor, name, title, alt }) => ({ sheet, anchor, name, title, alt }))).toEqual(
      placed.map(({ chart, row, column, rows, columns }) => ({
        sheet: "趋势",
        anchor: [column - 1, row - 1, column + columns - 1, row + rows - 1],
        ...{ name: chart.title, title: chart.title, alt: chart.alt },
      })),
    );
  });

  it("keep blank months and months that a filter hides as they are", () => {
    for (const { part } of charts) {
      expect(settingOf(part, "c:chart", "c:dispBlanksAs")).toBe("gap");
      expect(settingOf(part, "c:chart", "c:plotVisOnly")).toBe("0");
    }
  });

  it("have a legend only where there is more than one series", () => {
    const legends = charts.map(({ part }) => childrenOf(childOf(part, "c:chart"), "c:legend").length);
    expect(legends).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it("lead back and forth between plots and axes, each pair used", () => {
    for (const { axes, series } of charts) {
      const pairs = new Map(axes.map((axis) => [settingOf(axis, "c:axId") ?? "", settingOf(axis, "c:crossAx") ?? ""]));
      expect(pairs.size).toBe(axes.length);
      for (const [axis, other] of pairs) expect(pairs.get(other)).toBe(axis);
      for (const { axes: own } of series) expect(pairs.get(own[0] ?? "")).toBe(own[1]);
      expect([...new Set(series.flatMap((one) => one.axes))].sort()).toEqual([...pairs.keys()].sort());
    }
  });

  it.each([
    ["growth", ["l % 0.0###"]],
    ["growth-and-amount", ["l 亿元 General", "r % 0.0###"]], // its columns have the secondary unit, and stand left
    ["amount-and-growth", ["l 万平方米 General", "r % General"]],
    ["amount", ["l 亿元 0.0###"]],
    ["lights", ["b 项 General"]],
  ])("%s says the units and decimals of its values", (id, wanted) => {
    const { axes } = chartOf(id);
    const values = axes.filter(({ name }) => name === "c:valAx");
    const words = values.map((axis) => {
      const unit = descendants(childOf(axis, "c:title"), "a:t").map(({ text }) => text);
      return `${settingOf(axis, "c:axPos")} ${unit} ${childOf(axis, "c:numFmt").attributes.formatCode}`;
    });
    expect(words).toEqual(wanted);
    const shown = axes.filter((axis) => axis.name === "c:catAx" && settingOf(axis, "c:delete") === "0");
    expect(shown).toHaveLength(1);
  });

  it("gives the columns of a combo their own axis pair, in front of which its lines run", () => {
    const [columns, ...lines] = chartOf("growth-and-amount").series;
    expect(columns?.form).toBe("column");
    expect(new Set(lines.map(({ axes }) => axes.join()))).not.toContain(columns?.axes.join());
  });

  it("numbers bars and columns as their cells show them, and no part of a stack", () => {
    const formats = ["amount", "counts", "lights"].map((id) =>
      chartOf(id).series.map(({ node }) =>
        descendants(node, "c:dLbls").map((labels) => at(labels, "c:numFmt").attributes.sourceLinked),
      ),
    );
    expect(formats).toEqual([[["1"]], [["1"]], [[], [], [], []]]);
  });

  it("names parts by number, the charts of two sheets in one row", async () => {
    const edition = chartedEdition([monthlyChart()]);
    const [first, data, ...rest] = edition.sheets;
    const second = { chart: monthlyChart({ id: "second" }), row: 20, column: 1, rows: 9, columns: 4 };
    if (!first || !data) throw new Error("no sheets");
    const both = { ...edition, sheets: [first, { ...data, charts: [second] }, ...rest] };
    const file = await renderWorkbook(both, theme);
    expect(readCharts(file).map(({ sheet }) => sheet)).toEqual(["趋势", "图表数据"]);
    const overrides = elements(partXml(file, "[Content_Types].xml"), "Override");
    expect(
      overrides.map((one) => attribute(one, "Override", "PartName")).filter((path) => path?.includes("chart")),
    ).toEqual(["/xl/charts/chart1.xml", "/xl/charts/chart2.xml"]);
  });

  it("refuses two charts of one id", async () => {
    await expect(renderWorkbook(chartedEdition([monthlyChart(), monthlyChart()]), theme)).rejects.toThrow(RangeError);
  });

  it("stand beside links, comments, bars and tables in a sheet that has them all", async () => {
    const file = await renderWorkbook(crowded(), theme);
    const xml = partXml(file, "xl/worksheets/sheet2.xml");
    const order = [
      "</conditionalFormatting>",
      "<hyperlinks>",
      "<pageSetup",
      "<drawing ",
      "<legacyDrawing ",
      "<tableParts",
      "<extLst><ext",
    ];
    const places = order.map((tag) => xml.lastIndexOf(tag));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(readCharts(file)).toHaveLength(1);
  });

  it("are the same bytes again", async () => {
    expect(Buffer.from(await renderWorkbook(chartedEdition(), theme)).equals(Buffer.from(bytes))).toBe(true);
  });
});

/** The data sheet with everything that goes into a sheet's part beside its cells. */
function crowded(): Edition {
  const edition = chartedEdition([]);
  const [first, data, ...rest] = edition.sheets;
  if (!first || !data) throw new Error("no sheets");
  const [top, ...rows] = data.rows;
  const linked = { kind: "text" as const, runs: ["1月"], link: "趋势!A1", comment: "初步数" };
  const cells = top?.kind === "data" ? [linked, ...top.cells.slice(1)] : [];
  const full = {
    ...data,
    rows: [{ kind: "data" as const, cells }, ...rows],
    table: "months",
    marks: [{ column: 4, kind: "bars" as const }],
    charts: [{ chart: monthlyChart(), row: 20, column: 1, rows: 9, columns: 4 }],
  };
  return { ...edition, sheets: [first, full, ...rest] };
}
