import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAddress } from "../../../pipeline/model/cell.ts";
import type { ChartDescription, ChartSeries } from "../../../pipeline/model/chart.ts";
import { chartSpaceXml } from "../../../pipeline/report/chart/chart-space.ts";
import type { CellLookup, SourceCell } from "../../../pipeline/report/chart/source-cells.ts";
import { cellsOf, readChart } from "../../support/chart-parts.ts";
import { orderFaults } from "../../support/chart-schema.ts";
import { chartOfEachKind, monthly, monthlyChart, span } from "../../support/charted-edition.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { childOf, parseXml } from "../../support/xml-tree.ts";

const look = shippedTheme().charts;
const word = (text: string): SourceCell => ({ value: text, text, numberFormat: null });
const amount = (value: number): SourceCell => ({ value, text: String(value), numberFormat: "0.0" });
const BLANK: SourceCell = { value: null, text: "", numberFormat: null };

/** Words in the first column and in the header's row of the made edition's sheets, a number everywhere else. */
const full: CellLookup = ({ sheet, row, column }) =>
  column === 1 || row === (sheet === "图表数据" ? 3 : 2) ? word(`词${row}`) : amount(row + column / 10);

/** All cells full, but for one. */
function allBut(address: string, cell: SourceCell | undefined): CellLookup {
  return (place) => (toAddress(place.row, place.column) === address ? cell : full(place));
}

describe("chartSpaceXml(chart, cellAt, look)", () => {
  it.each(chartOfEachKind().map((chart) => [chart.kind, chart.id, chart] as const))(
    "writes a %s (%s) with all children in the schema's order",
    (_kind, _id, chart) => {
      expect(orderFaults(parseXml(chartSpaceXml(chart, full, look)))).toEqual([]);
    },
  );

  it.each<[string, Partial<ChartDescription>, number, readonly string[]]>([
    ["columns above zero", { kind: "column", series: [monthly("B", "actual", { form: "column" })] }, 1, ["min"]],
    ["columns below zero", { kind: "column", series: [monthly("B", "actual", { form: "column" })] }, -1, ["max"]],
    ["lines", {}, 1, [""]],
    [
      "columns on the left, lines on the right",
      { kind: "combo", series: mixed("column"), secondaryUnit: "%" },
      1,
      ["min", ""],
    ],
  ])("begins the axis of %s at zero only where columns stand on it", (_case, change, sign, wanted) => {
    const signed: CellLookup = (place) => {
      const cell = full(place);
      return typeof cell?.value === "number" ? amount(cell.value * sign) : cell;
    };
    const { axes } = readChart(parseXml(chartSpaceXml(monthlyChart(change), signed, look)));
    const bounds = axes
      .filter(({ name }) => name === "c:valAx")
      .map((axis) => {
        const scaling = childOf(axis, "c:scaling").children.filter(({ attributes }) => attributes.val === "0");
        return scaling.map(({ name }) => name.replace("c:", "")).join();
      });
    expect(bounds).toEqual(wanted);
  });

  it("begins no axis at zero where columns lie on both sides of it", () => {
    const series = [monthly("B", "actual", { form: "column" })];
    const xml = chartSpaceXml(monthlyChart({ kind: "column", series }), allBut("B7", amount(-1)), look);
    expect(xml).not.toMatch(/<c:(min|max) /);
  });

  it("keeps what text would break the part, as text", () => {
    const title = "<&\"'>\u0000]]> 一\n二";
    const chart = readChart(parseXml(chartSpaceXml(monthlyChart({ title }), allBut("A4", word("<&>")), look)));
    expect(chart.title).toBe("<&\"'>]]> 一\n二");
    expect(chart.series[0]?.categories.points.get(0)).toBe("<&>");
  });

  it.each<[string, Partial<ChartDescription>, CellLookup, string]>([
    [
      "a sheet that is not there",
      { categories: span("无", "A4", "A11") },
      ({ sheet, ...at }) => (sheet === "无" ? undefined : full({ sheet, ...at })),
      "无!A4",
    ],
    ["a cell that is not there", {}, allBut("B7", undefined), "图表数据!B7"],
    ["words in place of a number", {}, allBut("B7", word("未发布")), "图表数据!B7"],
    ["a number that is kept as text", {}, allBut("B7", word("12345678901234567")), "图表数据!B7"],
    ["a blank category", {}, allBut("A5", BLANK), "图表数据!A5"],
    ["a blank name", {}, allBut("B3", BLANK), "图表数据!B3"],
    ["nothing but gaps", {}, (place) => (place.column === 2 && place.row > 3 ? BLANK : full(place)), "图表数据!B4"],
    [
      "a name of two cells",
      { series: [monthly("B", "actual", { name: span("图表数据", "A3", "B3") })] },
      full,
      "$A$3:$B$3",
    ],
    ["fewer values than categories", { categories: span("图表数据", "A4", "A12") }, full, "$A$4:$A$12"],
    ["a block of cells", { categories: span("图表数据", "A4", "B11") }, full, "A4:B11"],
    ["cells from the last to the first", { categories: span("图表数据", "A11", "A4") }, full, "A11:A4"],
    ["what is no address", { categories: span("图表数据", "A0", "11") }, full, "A0:11"],
    ["no series", { series: [] }, full, "no series"],
    ["a line chart of columns", { series: [monthly("B", "actual", { form: "column" })] }, full, "column"],
    ["a combo of lines", { kind: "combo" }, full, "line"],
    ["a column chart of lines", { kind: "column" }, full, "line"],
    ["a secondary axis on a line chart", { series: mixed("line"), secondaryUnit: "%" }, full, "secondary"],
    ["a secondary axis without a unit", { kind: "combo", series: mixed("column") }, full, "secondary"],
    [
      "lines on both axes",
      { kind: "combo", series: [...mixed("column"), monthly("D", "goal", { axis: "secondary" })], secondaryUnit: "%" },
      full,
      "share",
    ],
    [
      "all on the secondary axis",
      {
        kind: "combo",
        series: mixed("column").map((one) => ({ ...one, axis: "secondary" as const })),
        secondaryUnit: "%",
      },
      full,
      "share",
    ],
  ])("refuses %s, naming chart and place", (_case, change, cellAt, place) => {
    const run = () => chartSpaceXml(monthlyChart(change), cellAt, look);
    expect(run).toThrow(RangeError);
    expect(run).toThrow("chart growth: ");
    expect(run).toThrow(place);
  });

  it("keeps exactly the numbers of any table, its gaps as gaps", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 })),
    );
    const table = fc
      .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns }),
      )
      .filter((columns) => columns.every((values) => values.some((value) => value !== null)));
    fc.assert(
      fc.property(table, fc.boolean(), (columns, across) => {
        const cellAt: CellLookup = ({ row, column }) => {
          const [point, series] = across ? [column, row] : [row, column];
          if (point === 1 || series === 1) return word(`${row}.${column}`);
          const value = columns[series - 2]?.[point - 2];
          if (value === undefined) return undefined;
          if (value === null) return BLANK;
          const text = (value[0] / 10 ** value[1]).toFixed(value[1]);
          return { value: Number(text), text, numberFormat: value[1] === 0 ? "0" : `0.${"0".repeat(value[1])}` };
        };
        const { series } = readChart(parseXml(chartSpaceXml(chartOver(columns, across), cellAt, look)));
        expect(series).toHaveLength(columns.length);
        for (const [index, { values }] of series.entries()) {
          const known = (columns[index] ?? []).flatMap((value, at) => (value === null ? [] : [[at, value] as const]));
          expect([...values.points.keys()]).toEqual(known.map(([at]) => at));
          const texts = known.map(([, [digits, places]]) => Number((digits / 10 ** places).toFixed(places)));
          expect([...values.points.values()].map(Number)).toEqual(texts);
          expect(values.formats.map((format) => format.replace(/^0\.?/, "").length)).toEqual(
            known.map(([, [, places]]) => places),
          );
          expect(values.count).toBe(columns[index]?.length);
          expect(cellsOf(values.formula)).toHaveLength(values.count);
        }
      }),
    );
  });
});

function mixed(form: ChartSeries["form"]): readonly ChartSeries[] {
  return [monthly("E", "amount", { form, axis: "secondary" }), monthly("B", "actual")];
}

/** A line chart over a table whose first row and column are words; `across`: each series is a row. */
function chartOver(columns: readonly (readonly unknown[])[], across: boolean): ChartDescription {
  const address = (point: number, series: number) => (across ? toAddress(series, point) : toAddress(point, series));
  const last = (columns[0]?.length ?? 0) + 1;
  return monthlyChart({
    categories: span("表", address(2, 1), address(last, 1)),
    series: columns.map((_, index) => ({
      ...monthly("B", "actual"),
      name: span("表", address(1, index + 2)),
      values: span("表", address(2, index + 2), address(last, index + 2)),
    })),
  });
}
