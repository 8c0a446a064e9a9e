import { describe, expect, it } from "vitest";
import { SERIES_ROLES, type SeriesRole } from "../../../pipeline/model/chart.ts";
import type { ChartLook } from "../../../pipeline/model/theme.ts";
import { chartSpaceXml } from "../../../pipeline/report/chart/chart-space.ts";
import type { CellLookup } from "../../../pipeline/report/chart/source-cells.ts";
import { readChart } from "../../support/chart-parts.ts";
import { orderFaults } from "../../support/chart-schema.ts";
import { monthly, monthlyChart } from "../../support/charted-edition.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { at, childOf, descendants, parseXml, type XmlNode } from "../../support/xml-tree.ts";

const look = shippedTheme().charts;
const cellAt: CellLookup = ({ row, column }) =>
  column === 1 || row === 3
    ? { value: "词", text: "词", numberFormat: null }
    : { value: row, text: String(row), numberFormat: "0" };

function drawn(role: SeriesRole, form: "line" | "column", own: ChartLook = look): XmlNode {
  const chart = monthlyChart({ kind: form, series: [monthly("B", role, { form })] });
  const [series] = readChart(parseXml(chartSpaceXml(chart, cellAt, own))).series;
  if (!series) throw new Error("no series");
  return series.node;
}

/** What of a line is left in black and white: its width, dash and marker. */
function lineInGrey(role: SeriesRole): string {
  const node = drawn(role, "line");
  const line = at(node, "c:spPr", "a:ln");
  const marker = at(node, "c:marker", "c:symbol").attributes.val;
  return [line.attributes.w, childOf(line, "a:prstDash").attributes.val, marker].join(" ");
}

describe("the look of a series", () => {
  it("draws the actual thick with markers, the goal dashed, last year grey and thin", () => {
    expect(["actual", "goal", "last-year"].map((role) => lineInGrey(role as SeriesRole))).toEqual([
      "28575 solid circle",
      "19050 dash none",
      "12700 solid none",
    ]);
    const [last] = descendants(at(drawn("last-year", "line"), "c:spPr", "a:ln"), "a:srgbClr");
    expect(last?.attributes.val).toMatch(/^(..)\1\1$/);
  });

  it("tells lines apart without colour", () => {
    expect(new Set(SERIES_ROLES.map(lineInGrey)).size).toBe(SERIES_ROLES.length);
  });

  it("tells the lights apart without colour", () => {
    const patterns = (["green", "yellow", "red", "grey"] as const).map((role) => {
      const [pattern] = descendants(drawn(role, "column"), "a:pattFill");
      return pattern?.attributes.prst ?? "solid";
    });
    expect(new Set(patterns).size).toBe(4);
  });

  it.each<[string, SeriesRole, readonly number[], readonly number[]]>([
    ["between gaps", "last-year", [2, 4, 5, 7], [2, 7]],
    ["of a line that has markers", "actual", [2, 4, 5, 7], []],
    ["of a whole line", "goal", [0, 1, 2, 3, 4, 5, 6, 7], []],
    ["at both ends", "goal", [0, 2, 3, 7], [0, 7]],
  ])("shows single points %s", (_case, role, known, marked) => {
    const blank = { value: null, text: "", numberFormat: null };
    const gappy: CellLookup = (place) =>
      place.column === 2 && place.row > 3 && !known.includes(place.row - 4) ? blank : cellAt(place);
    const xml = chartSpaceXml(monthlyChart({ series: [monthly("B", role)] }), gappy, look);
    const points = descendants(parseXml(xml), "c:dPt");
    expect(orderFaults(parseXml(xml))).toEqual([]);
    expect(points.map((point) => Number(childOf(point, "c:idx").attributes.val))).toEqual(marked);
  });

  it("is the theme's alone: colours, fonts and sizes of another theme replace all", () => {
    const series = Object.fromEntries(
      SERIES_ROLES.map((role) => [role, { ...look.series[role], colour: "00AA01", fill: "00AA02", widthPt: 5 }]),
    ) as ChartLook["series"];
    const fonts = { titleFont: "楷体", textFont: "仿宋", titlePt: 20, textPt: 11 };
    const colours = { textColour: "00AA03", gridColour: "00AA04", axisColour: "00AA05" };
    const xml = (["line", "column"] as const).map((form) => {
      const chart = monthlyChart({
        kind: form,
        series: [monthly("C", "red", { form }), monthly("B", "goal", { form })],
      });
      return chartSpaceXml(chart, cellAt, { ...look, ...fonts, ...colours, series, gapPercent: 7 });
    });
    const found = (pattern: RegExp) => [...new Set(xml.join("").match(pattern))].sort();
    expect(found(/(?<=srgbClr val=")\w+/g)).toEqual(["00AA01", "00AA02", "00AA03", "00AA04", "00AA05", "FFFFFF"]);
    expect(found(/(?<=typeface=")[^"]+/g)).toEqual(["仿宋", "楷体"]);
    expect(found(/(?<= sz=")\d+/g)).toEqual(["1100", "2000"]);
    expect(found(/(?<=gapWidth val=")\d+/g)).toEqual(["7"]);
  });

  it.each([
    ["months on a line", "line", "A4", "A11", "1"],
    ["more months than stand level", "line", "A4", "A12", "2"],
    ["as many bars", "bar", "A4", "A12", "1"],
  ] as const)("writes the names of %s level, and every second where they are many", (_case, kind, from, to, step) => {
    const form = kind === "line" ? "line" : "column";
    const cells = (letter: string) => ({
      sheet: "图表数据",
      from: `${letter}${from.slice(1)}`,
      to: `${letter}${to.slice(1)}`,
    });
    const series = [monthly("B", "actual", { form, values: cells("B") })];
    const axis = descendants(
      parseXml(chartSpaceXml(monthlyChart({ kind, categories: cells("A"), series }), cellAt, look)),
      "c:catAx",
    )[0];
    if (!axis) throw new Error("no axis");
    expect(at(axis, "c:txPr", "a:bodyPr").attributes).toMatchObject({ rot: "0", vert: "horz" });
    expect(childOf(axis, "c:tickLblSkip").attributes.val).toBe(step);
  });
});
