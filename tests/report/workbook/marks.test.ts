import { describe, expect, it } from "vitest";
import type { ColumnMarks, RowDescription } from "../../../pipeline/model/edition.ts";
import { sheetMarks } from "../../../pipeline/report/workbook/marks.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, number, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();
const rows: readonly RowDescription[] = ["-2", "0", "3.5"].map((value) => ({
  kind: "data",
  cells: [text("a"), number("f", value)],
}));
const marked = (...marks: readonly ColumnMarks[]) =>
  sheet({ lines: [["行"]], columns: [column("指标", 20), column("差距", 9)], rows, marks });
const render = async (...marks: readonly ColumnMarks[]) =>
  partXml(await renderWorkbook(editionFixture({ sheets: [marked(...marks)] }), theme), "xl/worksheets/sheet1.xml");

describe("marks of a column", () => {
  it.each([
    ["all rows", undefined, "B4:B6"],
    ["some rows", [1, 2], "B5:B6"],
    ["one row", [0, 0], "B4:B4"],
  ] as const)("cover %s", async (_case, only, range) => {
    const xml = await render({ column: 1, kind: "bars", ...(only && { rows: only }) });
    expect(attribute(xml, "conditionalFormatting", "sqref")).toBe(range);
    expect(elements(xml, "xm:sqref")).toEqual([`<xm:sqref>${range}</xm:sqref>`]);
  });

  it("draw bars from zero with a border, negative ones apart, in colours of the theme", async () => {
    const xml = await render({ column: 1, kind: "bars" });
    const [bar = ""] = elements(xml, "x14:dataBar");
    expect([attribute(bar, "x14:dataBar", "border"), attribute(bar, "x14:dataBar", "gradient")]).toEqual(["1", "0"]);
    expect(elements(bar, "x14:cfvo").map((one) => attribute(one, "x14:cfvo", "type"))).toEqual(["autoMin", "autoMax"]);
    const colours = bar.match(/rgb="FF[0-9A-F]{6}"/g) ?? [];
    expect(colours).toHaveLength(4);
    const known = JSON.stringify(theme);
    expect(colours.filter((colour) => !known.includes(colour.slice(7, 13)))).toEqual([]);
    const id = elements(xml, "x14:id")
      .join()
      .replace(/<[^>]*>/g, "");
    expect(attribute(xml, "x14:cfRule", "id")).toBe(id);
  });

  it("draw arrows down below zero, level at it, up above it", async () => {
    const xml = await render({ column: 1, kind: "arrows" });
    const thresholds = elements(elements(xml, "iconSet").join(), "cfvo").slice(1);
    const [level, up] = thresholds.map((one) => Number(attribute(one, "cfvo", "val")));
    expect(level).toBe(0);
    expect(up).toBeGreaterThan(0);
    expect(up).toBeLessThan(0.00001);
    expect(thresholds.join()).not.toContain("gte"); // which LibreOffice does not know
    expect(xml).not.toContain("extLst");
  });

  it("are told apart from one another on one sheet and over sheets", () => {
    const marks: readonly ColumnMarks[] = [
      { column: 1, kind: "bars" },
      { column: 1, kind: "arrows" },
      { column: 0, kind: "bars" },
    ];
    const xml = [1, 2].flatMap((at) => sheetMarks(marked(...marks), at, theme).map((one) => one.xml)).join("");
    const ids = elements(xml, "x14:id");
    expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
    expect(elements(xml, "cfRule").map((one) => attribute(one, "cfRule", "priority"))).toEqual([..."123123"]);
  });

  it("are none where there is no row", () => {
    expect(sheetMarks({ ...marked({ column: 1, kind: "bars" }), rows: [] }, 1, theme)).toEqual([]);
  });
});
