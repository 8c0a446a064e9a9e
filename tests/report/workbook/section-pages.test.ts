import { describe, expect, it } from "vitest";
import type { RowDescription } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

/** Rows after which a page ends by hand, on a sheet of A4 with sections of so many rows of one line. */
async function breaks(sections: readonly number[]): Promise<readonly number[]> {
  const rows = sections.flatMap((count): readonly RowDescription[] => [
    { kind: "section", text: "章" },
    ...Array.from({ length: count }, () => ({ kind: "data" as const, cells: [text("行")] })),
  ]);
  const sheet = {
    ...{ name: "表", title: "题", lines: [], columns: [column("栏", 80)], rows, notes: [] },
    ...{ orientation: "portrait" as const, frozenColumns: 0, keepSections: true as const },
  };
  const xml = partXml(
    await renderWorkbook(editionFixture({ sheets: [sheet] }), shippedTheme()),
    "xl/worksheets/sheet1.xml",
  );
  return elements(xml, "brk").map((element) => Number(attribute(element, "brk", "id")));
}

describe("keepSectionsTogether(canvas)", () => {
  it.each([
    ["all of them fit on a page", [10, 10], []],
    ["one is torn and the page before is well filled", [25, 20], [28]],
    ["one is torn early on a page", [5, 60], []],
    ["one is longer than a page", [25, 60, 3], [28]],
    ["each fills a page", [28, 28, 28], [31, 60]],
  ])("where %s", async (_case, sections, expected) => {
    expect(await breaks(sections)).toEqual(expected);
  });
});
