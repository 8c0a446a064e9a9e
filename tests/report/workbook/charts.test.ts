import { describe, expect, it } from "vitest";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { cellsOf, type ReadReference, readCells, readCharts } from "../../support/chart-parts.ts";
import { chartedEdition, chartOfEachKind } from "../../support/charted-edition.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();
const edition = chartedEdition();
const bytes = await renderWorkbook(edition, theme);
const charts = readCharts(bytes);
const cells = readCells(bytes);

/** What the cells of a reference hold, by index; blank ones are left out. */
function held({ formula }: ReadReference): ReadonlyMap<number, string> {
  const values = cellsOf(formula).map((place) => cells.get(place));
  return new Map(values.flatMap((value, index) => (value === undefined ? [] : [[index, value] as const])));
}

describe("the charts of a workbook", () => {
  it("are all there, of their kinds, with their series in order", () => {
    const found = charts.map(({ series }) =>
      series.map(({ form, direction, grouping }) => [form, direction, grouping]),
    );
    const line = ["line", undefined, "standard"];
    const [column, bar, stacked] = [
      ["column", "col", "clustered"],
      ["column", "bar", "clustered"],
      ["column", "bar", "stacked"],
    ];
    expect(found).toEqual([
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
    expect(charts[0]?.series[2]?.values.points).toEqual(
      new Map([..."6.8 7.5 -2.1".split(" ").map((v, i) => [i + 1, v] as const), [5, "8.3"], [6, "8.85"]]),
    );
  });

  it("refer to the cells that are described", () => {
    const wanted = chartOfEachKind().map(({ series }) =>
      series.map(({ values: { sheet, from, to } }) => [sheet, from, to]),
    );
    const found = charts.map(({ series }) =>
      series.map(({ values }) => {
        const [first = "", ...rest] = cellsOf(values.formula);
        const [sheet, from] = first.split("!");
        return [sheet, from, rest.at(-1)?.split("!")[1]];
      }),
    );
    expect(found).toEqual(wanted);
  });
});
