import { describe, expect, it } from "vitest";
import type { ChartDescription } from "../../../pipeline/model/chart.ts";
import type { Block, SheetDescription } from "../../../pipeline/model/edition.ts";
import type { ChartBlock } from "../../../pipeline/report/briefing/charts.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { keptAndHeld, readBriefingCharts } from "../../support/briefing-charts.ts";
import { cellsOf } from "../../support/chart-parts.ts";
import { orderFaults } from "../../support/chart-schema.ts";
import { column, editionFixture, number, text } from "../../support/edition-fixture.ts";
import { attribute, elements, officeText, partXml, xmlFaults } from "../../support/office-text.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";
import { at, childOf, childrenOf, parseXml } from "../../support/xml-tree.ts";

const theme = shippedTheme();

const LINE: ChartDescription = {
  ...{ id: "line", kind: "line", title: "工业 <A & B>", alt: "折线“图”", unit: "%", secondaryUnit: null, decimals: 1 },
  categories: { sheet: "数 '1'", from: "A2", to: "A5" },
  series: (["B", "C"] as const).map((letter) => ({
    name: { sheet: "数 '1'", from: `${letter}1`, to: `${letter}1` },
    values: { sheet: "数 '1'", from: `${letter}2`, to: `${letter}5` },
    ...{ role: letter === "B" ? "goal" : "actual", form: "line", axis: "primary" },
  })),
};

/** Months with a gap, numbers with one and two digits, and words that look like markup, an escape and a blank. */
const CELLS: SheetDescription = {
  ...{ name: "数 '1'", title: "", lines: [], notes: [], orientation: "portrait", frozenColumns: 0, plain: true },
  columns: ["时间", "目标", "_x0041_ <本年>"].map((head) => column(head, 12)),
  rows: [
    ["1—2月 ", "9.0", "-6.8"],
    ["<3&4>", "9.0", null],
    ["5", "9.0", "7.55"],
    ["6", "9.0", "8.0"],
  ].map(([name = "", ...numbers]) => ({
    kind: "data",
    cells: [
      text(name ?? ""),
      ...numbers.map((one) => (one === null ? ({ kind: "blank" } as const) : number("f", one))),
    ],
  })),
};

function bars(count: number): ChartBlock {
  const [first] = LINE.series;
  if (!first) throw new Error("no series");
  const values = { ...first.values, to: `B${count + 1}` };
  const chart: ChartDescription = {
    ...LINE,
    ...{ id: "bars", kind: "bar", categories: { ...LINE.categories, to: `A${count + 1}` } },
    series: [{ ...first, values, form: "column" }],
  };
  const rows = Array.from({ length: count }, (_, index) => ({
    kind: "data" as const,
    cells: [text(`地${index}`), number("f", `${index}.5`)],
  }));
  return { kind: "chart", caption: "图2　条", chart, cells: { ...CELLS, rows } };
}

const BODY: Block = { kind: "paragraph", style: "body", runs: ["文"] };
const BLOCKS: readonly Block[] = [
  BODY,
  { kind: "chart", caption: "图1　工业 <A & B>（演示数据）", chart: LINE, cells: CELLS },
  BODY,
  bars(4),
];
const write = (blocks: readonly Block[]) => renderBriefing(editionFixture({ blocks }), theme, shippedLetterhead());
const bytes = await write(BLOCKS);
const charts = readBriefingCharts(bytes);
const document = partXml(bytes, "word/document.xml");

describe("the charts of a briefing", () => {
  it("are all there, each in a paragraph of its own style, above its caption", () => {
    const paragraphs = childrenOf(at(parseXml(document), "w:body"), "w:p");
    const styleOf = (index: number) =>
      paragraphs[index] && at(paragraphs[index], "w:pPr", "w:pStyle").attributes["w:val"];
    const places = charts.map(({ inline }) =>
      paragraphs.findIndex((one) => JSON.stringify(one).includes(JSON.stringify(inline))),
    );
    expect(places.map(styleOf)).toEqual(["Figure", "Figure"]);
    expect(places.map((place) => styleOf(place + 1))).toEqual(["FigureCaption", "FigureCaption"]);
  });

  it("keep every point exactly as their own workbook holds it, and leave gaps out", () => {
    for (const chart of charts) {
      const { kept, held } = keptAndHeld(chart, cellsOf);
      expect(kept).toEqual(held);
    }
    expect(charts[0]?.series.map(({ values }) => [...values.points].join(" "))).toEqual([
      "0,9 1,9 2,9 3,9",
      "0,-6.8 2,7.55 3,8",
    ]);
    expect(charts[0]?.series[1]?.values.formats).toEqual(["0.0", "0.00", "0.0"]);
  });

  it("bring the cells that they refer to, numbers as numbers in their formats, words as they are", () => {
    const [line] = charts;
    expect([...(line?.cells ?? [])].slice(0, 5)).toEqual([
      ["数 '1'!A1", "时间"],
      ["数 '1'!B1", "目标"],
      ["数 '1'!C1", "_x005F_x0041_ <本年>"],
      ["数 '1'!A2", "1—2月 "],
      ["数 '1'!B2", "9"],
    ]);
    const parts = officeText(line?.book ?? new Uint8Array());
    const formats = elements(parts["xl/styles.xml"] ?? "", "numFmt").map((one) =>
      attribute(one, "numFmt", "formatCode"),
    );
    const looks = elements(parts["xl/styles.xml"] ?? "", "xf").map((one) => Number(attribute(one, "xf", "numFmtId")));
    const shown = elements(parts["xl/worksheets/sheet1.xml"] ?? "", "c").flatMap((cell) =>
      cell.includes('t="s"') ? [] : [formats[(looks[1 + Number(attribute(cell, "c", "s"))] ?? 0) - 164]],
    );
    expect(shown).toEqual(["0.0", "0.0", "0.0", "0.0", "0.00", "0.0", "0.0"]);
  });

  it("write sound XML with all children in the schema's order", () => {
    const all = [officeText(bytes), ...charts.map(({ book }) => officeText(book))]
      .flatMap(Object.entries<string>)
      .filter(([path]) => !path.endsWith(".xlsx"));
    expect(all.flatMap(([path, xml]) => xmlFaults(xml).map((fault) => `${path} ${fault}`))).toEqual([]);
    expect(charts.flatMap(({ part }) => orderFaults(part))).toEqual([]);
  });

  it("leave their title to the caption, and say what they show to those who cannot see them", () => {
    expect(charts.map(({ title, part }) => [title, at(part, "c:chart", "c:autoTitleDeleted").attributes.val])).toEqual(
      Array(2).fill(["", "1"]),
    );
    const about = charts.map(({ inline }) => childOf(inline, "wp:docPr").attributes);
    expect(about).toEqual([
      { id: "1", name: "图1　工业 <A & B>（演示数据）", descr: LINE.alt },
      { id: "2", name: "图2　条", descr: LINE.alt },
    ]);
  });

  it("are as wide as the 版心, and as high as they have bars", async () => {
    const sizes = [...charts, ...readBriefingCharts(await write([bars(14)]))].map(({ inline }) => {
      const { cx, cy } = childOf(inline, "wp:extent").attributes;
      return [Number(cx), Number(cy)].map((emu) => emu / 36_000);
    });
    const { heightMm, barMm, barsMm } = theme.charts;
    expect(sizes.map(([, height]) => height)).toEqual([heightMm, barsMm + 4 * barMm, barsMm + 14 * barMm]);
    for (const [width = 0] of sizes) expect(Math.abs(width - 156)).toBeLessThan(0.1);
  });

  it("stand in lines that grow with them, and go with their caption to the next page", () => {
    const styles = elements(partXml(bytes, "word/styles.xml"), "w:style");
    const figure = styles.find((style) => attribute(style, "w:style", "w:styleId") === "Figure") ?? "";
    expect(attribute(figure, "w:spacing", "w:lineRule")).toBe("auto");
    expect(figure).toContain("<w:keepNext/>");
    expect(figure).toContain('<w:snapToGrid w:val="false"/>');
  });

  it("leave a briefing without charts as it is", async () => {
    const plain = Object.keys(officeText(await write([BODY])));
    expect(plain.filter((path) => /chart|embedding/.test(path))).toEqual([]);
  });

  it("are refused where they refer to a cell that is missing or unfit", async () => {
    const { rows } = CELLS;
    const block = { kind: "chart" as const, caption: "图1", chart: LINE };
    await expect(write([{ ...block, cells: { ...CELLS, rows: rows.slice(1) } }])).rejects.toThrow("数 '1'!A5");
    await expect(write([{ ...block, cells: { ...CELLS, name: "数" } }])).rejects.toThrow(RangeError);
  });

  it("are the same bytes again", async () => {
    expect(Buffer.from(await write(BLOCKS)).equals(Buffer.from(bytes))).toBe(true);
  });
});
