import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { CellContent } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, number, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml, unescaped, xmlFaults } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const SHORT = "初步数";
const LONG = "此值后来修订为5.3，原值5.2；差0.1个百分点。".repeat(4);
const noted = (comment: string): CellContent => ({ ...number("f", "5.2", "表!A1"), comment }) as CellContent;

function render(...comments: readonly string[]) {
  const rows = comments.map((comment) => ({ kind: "data" as const, cells: [text("a"), noted(comment)] }));
  const plain = sheet({ name: "甲", rows: [{ kind: "data", cells: [text("a")] }] });
  const sheets = [plain, sheet({ columns: [column("指标", 20), column("数", 8)], rows })];
  return renderWorkbook(editionFixture({ sheets }), shippedTheme());
}

/** Left, pixels into it, top, pixels, right, pixels, bottom, pixels. */
function anchors(vml: string): readonly (readonly number[])[] {
  return elements(vml, "x:Anchor").map((one) =>
    one
      .replace(/<[^>]*>/g, "")
      .split(", ")
      .map(Number),
  );
}

describe("comments", () => {
  it("hang on their cells with their words, beside links, and nowhere else", async () => {
    const file = await render(SHORT, LONG, 'a<b>&\u0000"c"');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer as ArrayBuffer);
    const notes = ["B3", "B4", "B5"].map((at) => {
      const { note } = book.getWorksheet("表")?.getCell(at) ?? {};
      return typeof note === "object" ? note.texts?.map((one) => one.text).join("") : note;
    });
    expect(notes).toEqual([SHORT, LONG, 'a<b>&"c"']);
    expect(xmlFaults(partXml(file, "xl/comments2.xml"))).toEqual([]);
    expect(() => partXml(file, "xl/comments1.xml")).toThrow();
    expect(elements(partXml(file, "xl/worksheets/sheet2.xml"), "hyperlink")).toHaveLength(3);
  });

  it("stand in boxes of their own, hidden, each tied to its cell", async () => {
    const vml = partXml(await render(SHORT, LONG), "xl/drawings/vmlDrawing2.vml");
    expect(xmlFaults(vml)).toEqual([]);
    const shapes = elements(vml, "v:shape");
    expect(shapes).toHaveLength(2);
    expect(shapes.every((shape) => shape.includes("visibility:hidden"))).toBe(true);
    expect(elements(vml, "x:Row").map((one) => one.replace(/<[^>]*>/g, ""))).toEqual(["2", "3"]);
    expect(new Set(shapes.map((shape) => attribute(shape, "v:shape", "id"))).size).toBe(2);
  });

  it("have boxes that hold their words: right of the cell, longer words in larger ones", async () => {
    const vml = partXml(await render(SHORT, LONG), "xl/drawings/vmlDrawing2.vml");
    const heights = elements(vml, "v:shape").map((shape) => Number(/height:(\d+)pt/.exec(shape)?.[1]));
    const lines = Math.ceil((LONG.length * 2) / 40);
    expect(heights[0]).toBeGreaterThanOrEqual(10);
    expect(heights[1]).toBeGreaterThanOrEqual(lines * 10);
    for (const [left = 0, , top = 0, , right = 0, rightPx = 0, bottom = 0] of anchors(vml)) {
      expect(left).toBe(2);
      expect(right > left || rightPx > 15).toBe(true);
      expect(bottom).toBeGreaterThan(top);
    }
  });

  it("are declared once for the workbook, however many sheets have them", async () => {
    const rows = [{ kind: "data" as const, cells: [noted(SHORT)] }];
    const sheets = ["甲", "乙"].map((name) => sheet({ name, rows }));
    const file = await renderWorkbook(editionFixture({ sheets }), shippedTheme());
    const types = unescaped(partXml(file, "[Content_Types].xml"));
    expect(types.match(/Extension="vml"/g)).toHaveLength(1);
    const ids = [1, 2].map((at) => attribute(partXml(file, `xl/drawings/vmlDrawing${at}.vml`), "v:shape", "id"));
    expect(new Set(ids).size).toBe(2);
  });
});
