import { describe, expect, it } from "vitest";
import { checkNames } from "../../../pipeline/report/workbook/defined-names.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { editionFixture, sheet } from "../../support/edition-fixture.ts";
import { elements, partXml, unescaped } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const named = (...names: readonly string[]) => sheet({ names: Object.fromEntries(names.map((name) => [name, "A3"])) });

describe("checkNames(sheets)", () => {
  it.each(["实际值", "_x", "gap.unit", "目标2023", "ABCD1", "完成率"])("takes %s", (name) => {
    expect(() => checkNames([named(name)])).not.toThrow();
  });

  it.each(["", "A1", "xfd1048576", "R1C1", "r", "C", "1a", "a b", "a!b", "a-b", "名（称）", "字".repeat(256)])(
    "refuses %j",
    (name) => {
      expect(() => checkNames([named(name)])).toThrow(RangeError);
    },
  );

  it.each([
    ["two sheets", [named("数据"), named("数据")]],
    ["cases", [named("Data", "DATA")]],
    ["a table and a range", [sheet({ table: "数据" }), named("数据")]],
  ])("refuses a name given twice, over %s", (_case, sheets) => {
    expect(() => checkNames(sheets)).toThrow(RangeError);
  });
});

describe("names of ranges", () => {
  it("stand in the workbook as fixed places on their sheet", async () => {
    const sheets = [sheet({ name: "it's & 表", names: { 实际值: "B7:B119", 合计: "C3" } }), sheet({ name: "乙" })];
    const file = await renderWorkbook(editionFixture({ sheets }), shippedTheme());
    const names = elements(partXml(file, "xl/workbook.xml"), "definedName").map(unescaped);
    expect(names).toContain(`<definedName name="实际值">'it''s & 表'!$B$7:$B$119</definedName>`);
    expect(names).toContain(`<definedName name="合计">'it''s & 表'!$C$3</definedName>`);
  });

  it.each(["B7:B", "表!B7", "B7,B9", "B0", "#REF!"])("refuse the range %s", async (range) => {
    const sheets = [sheet({ names: { 实际值: range } })];
    await expect(renderWorkbook(editionFixture({ sheets }), shippedTheme())).rejects.toThrow(RangeError);
  });
});
