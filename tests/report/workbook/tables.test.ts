import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { SheetDescription } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, number, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml, unescaped } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const row = (...cells: readonly string[]) => ({ kind: "data" as const, cells: cells.map((cell) => text(cell)) });

function tableSheet(change: Partial<SheetDescription> = {}): SheetDescription {
  return sheet({
    name: "数据",
    table: "数据表",
    lines: [["单位见各行"]],
    columns: [column("指标", 20), column("数值\n（<1>）", 9)],
    rows: [{ kind: "data", cells: [text("a"), number("f", "5.2")] }, row("b", "—")],
    notes: [["注"]],
    ...change,
  });
}

const render = (...sheets: readonly SheetDescription[]) => renderWorkbook(editionFixture({ sheets }), shippedTheme());

describe("a sheet that is a table", () => {
  it("has one over its head and rows, with filters and the heads as names of columns", async () => {
    const file = await render(tableSheet());
    const xml = partXml(file, "xl/tables/table1.xml");
    expect([attribute(xml, "table", "ref"), attribute(xml, "autoFilter", "ref")]).toEqual(["A3:B5", "A3:B5"]);
    expect(attribute(xml, "table", "displayName")).toBe("数据表");
    const columns = elements(xml, "tableColumn").map((one) => unescaped(attribute(one, "tableColumn", "name") ?? ""));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer as ArrayBuffer);
    const heads = [1, 2].map((at) => String(book.getWorksheet("数据")?.getCell(3, at).value));
    expect(columns.map((name) => name.replaceAll("_x000a_", "\n"))).toEqual(heads);
    expect(partXml(file, "[Content_Types].xml")).toContain('PartName="/xl/tables/table1.xml"');
  });

  it("is pointed at by its sheet, last of all parts of it, and has no merged cell", async () => {
    const file = await render(sheet({ name: "甲" }), tableSheet());
    const xml = partXml(file, "xl/worksheets/sheet2.xml");
    const id = attribute(xml, "tablePart", "r:id");
    const rels = partXml(file, "xl/worksheets/_rels/sheet2.xml.rels");
    const target = elements(rels, "Relationship").find((one) => attribute(one, "Relationship", "Id") === id);
    expect(attribute(target ?? "", "Relationship", "Target")).toBe("../tables/table1.xml");
    expect(xml).toMatch(/<\/tableParts><\/worksheet>$/);
    const merged = elements(xml, "mergeCell").map((one) => attribute(one, "mergeCell", "ref"));
    expect(merged).toEqual(["A1:B1", "A2:B2", "A7:B7"]);
  });

  it("is numbered over the workbook", async () => {
    const file = await render(tableSheet(), sheet({ name: "乙" }), tableSheet({ name: "丙", table: "另表" }));
    const numbers = [1, 2].map((at) => attribute(partXml(file, `xl/tables/table${at}.xml`), "table", "id"));
    expect(numbers).toEqual(["1", "2"]);
  });

  it("has none where there is no row, as a spreadsheet would not open it", async () => {
    const xml = partXml(await render(tableSheet({ rows: [] })), "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("tablePart");
  });

  it.each([
    ["groups of columns", { columns: [column("指标", 20), column("值", 9, "right", "组")] }],
    ["a section row", { rows: [row("a"), { kind: "section" as const, text: "章" }] }],
    ["a head twice", { columns: [column("Ab", 20), column("aB", 9)] }],
    ["a blank head", { columns: [column("", 20), column("b", 9)] }],
  ])("cannot have %s", async (_case, change) => {
    await expect(render(tableSheet(change))).rejects.toThrow(RangeError);
  });
});
