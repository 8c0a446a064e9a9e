import { describe, expect, it } from "vitest";
import type { TemplatePart } from "../../../pipeline/model/briefing-template.ts";
import type { CellSpan, ChartDescription } from "../../../pipeline/model/chart.ts";
import type { Edition, SheetDescription } from "../../../pipeline/model/edition.ts";
import type { ChartBlock } from "../../../pipeline/report/briefing/charts.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { cellsIn, sheetNamed, textsIn } from "../../support/sheet-cells.ts";
import { undeclaredDigits } from "../../support/standing-text.ts";
import { halfYear, published, trendInput } from "./trend-fixture.ts";

const NAMES = ["gdp", "industrial-value-added", "jobs", "gaps", "lights"];

/** An edition whose skeleton has nothing but these charts, each under a heading of its own. */
function charted(input: EditionInput, names: readonly string[] = NAMES): Edition {
  const parts = names.flatMap((name): readonly TemplatePart[] => [
    { kind: "heading", level: 1, text: [name] },
    { kind: "chart", name },
  ]);
  return describeEdition({ ...input, template: { parts: [{ kind: "title", text: ["题"] }, ...parts] } });
}

function chartsOf({ blocks }: Edition): readonly ChartBlock[] {
  return blocks.filter((block) => block.kind === "chart");
}

/** A chart without where its cells stand: what it says, and the words and figures in the cells. */
function essence({ alt, categories, series, ...chart }: ChartDescription, sheet: SheetDescription) {
  const said = (span: CellSpan) => cellsIn(sheet, span).map((cell) => (cell?.kind === "number" ? cell.figure : null));
  const points = series.map(({ name: _name, values, ...one }) => ({
    ...one,
    figures: said(values),
    texts: textsIn(sheet, values),
  }));
  return { ...chart, alt: alt.replace(/数据见.*/, ""), categories: textsIn(sheet, categories), points };
}

describe("a chart's place in the skeleton", () => {
  it("is filled with the chart that the workbook has, figure by figure", () => {
    const edition = charted(trendInput());
    const inBook = ["趋势", "总览"].flatMap((name) => {
      const sheet = sheetNamed(edition, name);
      return (sheet.charts ?? []).map(({ chart }) => essence(chart, sheet));
    });
    const drawn = chartsOf(edition).map(({ chart, cells }) => essence(chart, cells));
    expect(drawn.map(({ id }) => id)).toEqual(["trend-2023-002", "trend-2023-003", "lights-by-chapter"]);
    for (const chart of drawn) expect(inBook).toContainEqual(chart);
  });

  it("is left out with its heading where fewer than three points are known, and numbers run on", () => {
    const edition = charted(trendInput());
    const outline = edition.blocks.flatMap((block) => {
      if (block.kind === "chart") return [block.caption];
      return block.kind === "paragraph" && block.style === "heading1" ? [textOf(block.runs)] : [];
    });
    expect(outline).toEqual([
      "一、industrial-value-added",
      "图1　规模以上工业增加值增速（%）",
      "二、jobs",
      "图2　城镇新增就业（万人）（含演示数据）",
      "三、lights",
      "图3　各篇章目标的灯（含演示数据）",
    ]);
    const [, third] = [3, 9].map((at) =>
      charted(trendInput([...halfYear(), published("gdp", 9, "6.0")], { at }), ["gdp"]),
    );
    expect(third && chartsOf(third).map(({ caption }) => caption)).toEqual(["图1　地区生产总值增速（%）"]);
  });

  it("prints nothing for an indicator that the plan has no target of", () => {
    expect(chartsOf(charted(trendInput(), ["retail-sales"]))).toEqual([]);
  });

  it("draws how far each headline target of growth is from its goal, and says what its marks mean", () => {
    const edition = charted(juneInput(), ["gaps"]);
    const [chart] = chartsOf(edition);
    const at = (from: string, to: string) =>
      textsIn(chart?.cells ?? sheetNamed(edition, "总览"), { sheet: "数据", from, to });
    expect([at("A2", "A5"), at("B2", "B5")]).toEqual([
      ["地区生产总值", "规模以上工业增加值", "限额以上固定资产投资＊", "一般公共预算收入"],
      ["-1.8", "-12.2", "-5.7", "2.0"],
    ]);
    expect(chart?.chart).toMatchObject({ kind: "bar", unit: "百分点", decimals: 1 });
    const [, , note] = edition.blocks.slice(edition.blocks.findIndex(({ kind }) => kind === "chart") - 1);
    expect(note).toMatchObject({ kind: "paragraph", style: "note" });
  });

  it("says what its marks mean once where it stands right below the table that says it", () => {
    const notesOf = (...parts: readonly TemplatePart[]) =>
      describeEdition(juneInput({ template: { parts: [{ kind: "title", text: ["题"] }, ...parts] } })).blocks.filter(
        (block) => block.kind === "paragraph" && block.style === "note",
      );
    const table: TemplatePart = { kind: "block", name: "table:headline" };
    const chart: TemplatePart = { kind: "chart", name: "gaps" };
    const said = notesOf(table).map((block) => (block.kind === "paragraph" ? textOf(block.runs) : ""));
    expect(said).toEqual([expect.stringMatching(/^差距为正表示好于目标.*为负表示不及/), expect.stringMatching(/^标/)]);
    expect(notesOf(table, chart)).toEqual(notesOf(table));
    expect(notesOf(chart)).toEqual(notesOf(table).slice(1));
    expect(notesOf(table, { kind: "block", name: "overview" }, chart)).toHaveLength(3);
  });

  it("needs three headline targets of growth, and three chapters", () => {
    const { assessments, ...rest } = juneInput();
    const few = assessments.filter(({ target }) => target.chapter < 2 && !/00[12]$/.test(target.id));
    expect(chartsOf(charted({ ...rest, assessments: few }, ["gaps", "lights"]))).toEqual([]);
    expect(chartsOf(charted({ ...rest, assessments }, ["gaps", "lights"]))).toHaveLength(2);
  });

  it.each([
    ["all published", false, false, ""],
    ["all illustrative", true, true, "（演示数据）"],
    ["of both kinds", true, false, "（含演示数据）"],
  ])("says in the caption where its figures are %s", (_case, first, rest, word) => {
    const observations = halfYear()
      .filter(({ indicator }) => indicator === "industrial-value-added")
      .map((one, index) => ({ ...one, illustrative: index === 2 ? first : rest }));
    const [chart] = chartsOf(charted(trendInput(observations), ["industrial-value-added"]));
    expect(chart?.caption).toBe(`图1　规模以上工业增加值增速（%）${word}`);
  });

  it("has a place in the ledger for each of its cells, by series and point", () => {
    const edition = charted(trendInput());
    const places = new Map(
      ledger(edition).figures.flatMap(({ id, places: own }) =>
        own.filter(({ paper }) => paper === "briefing").map(({ place, text }) => [place, [id, text]] as const),
      ),
    );
    expect(places.get("图1 本年/上半年")).toEqual(["2023-002/actual", "7.0"]);
    expect(places.get("图1 目标/全年")).toEqual(["2023-002/target", "9"]);
    expect(places.get("图3 灰/增长")).toBeUndefined();
    const cells = chartsOf(edition).flatMap(({ cells: { rows } }, chart) =>
      rows.flatMap((row) => (row.kind === "data" ? row.cells : []).map((cell) => ({ chart, cell }))),
    );
    const numbers = cells.flatMap(({ chart, cell }) =>
      cell.kind === "number" ? [`图${chart + 1} ${cell.figure} ${cell.text}`] : [],
    );
    const listed = [...places].map(([place, [id, text]]) => `${place.slice(0, place.indexOf(" "))} ${id} ${text}`);
    expect(listed.sort()).toEqual(numbers.sort());
    expect(numbers.length).toBeGreaterThan(30);
  });

  it("holds no number in words", () => {
    const input = trendInput();
    expect(undeclaredDigits(charted(input), input)).toEqual([]);
  });
});
