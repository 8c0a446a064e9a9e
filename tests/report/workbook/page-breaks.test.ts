import { describe, expect, it } from "vitest";
import type { RowDescription, SheetDescription } from "../../../pipeline/model/edition.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { chartedEdition } from "../../support/charted-edition.ts";
import { column, editionFixture, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

/** Rows after which a page ends by hand, on a sheet of A4 with sections of so many rows of one line each. */
async function breaks(sections: readonly number[], change: Partial<SheetDescription> = {}): Promise<readonly number[]> {
  const rows = sections.flatMap((count): readonly RowDescription[] => [
    { kind: "section", text: "章" },
    ...Array.from({ length: count }, () => ({ kind: "data" as const, cells: [text("行")] })),
  ]);
  return breaksOfFirst([sheet({ columns: [column("栏", 80)], rows, ...change })]);
}

async function breaksOfFirst(sheets: readonly SheetDescription[]): Promise<readonly number[]> {
  const file = await renderWorkbook(editionFixture({ sheets }), shippedTheme());
  const xml = partXml(file, "xl/worksheets/sheet1.xml");
  return elements(xml, "brk").map((element) => Number(attribute(element, "brk", "id")));
}

describe("breakPages(canvas)", () => {
  it.each([
    ["all of them fit on a page", [10, 10], []],
    ["one is torn and the page before is well filled", [25, 20], [28]],
    ["one is torn early on a page", [5, 60], [35]],
    ["one is longer than a page", [25, 60, 3], [28, 61]],
    ["each fills a page", [28, 28, 28], [31, 60]],
  ])("spreads sections where %s", async (_case, sections, expected) => {
    expect(await breaks(sections)).toEqual(expected);
  });

  it("spreads rows without sections evenly, and some of them with the notes", async () => {
    expect(await breaks([25])).toEqual([]);
    expect(await breaks([36])).toEqual([20]);
    expect(await breaks([25], { notes: Array.from({ length: 20 }, () => ["注"]) })).toEqual([25]);
  });

  it.each([
    ["a table that is just over a page", [35], "1", []],
    ["a table that is further over", [36], "0", [20]],
    ["a table of two pages", [70], "0", [37]],
  ])("prints %s smaller, or on two pages", async (_case, [count = 0], fitToHeight, broken) => {
    const data = { kind: "data" as const, cells: [text("行")] };
    const rows: RowDescription[] = [{ kind: "section", text: "章" }, ...Array.from({ length: count }, () => data)];
    const sheets = [sheet({ columns: [column("栏", 80)], rows })];
    const file = await renderWorkbook(editionFixture({ sheets }), shippedTheme());
    const [setup = ""] = elements(partXml(file, "xl/worksheets/sheet1.xml"), "pageSetup");
    expect(attribute(setup, "pageSetup", "fitToHeight") ?? "1").toBe(fitToHeight);
    expect(await breaksOfFirst(sheets)).toEqual(broken);
  });

  it("leaves a sheet alone that is made to fit one page", async () => {
    expect(await breaks([25, 60], { fit: "page" })).toEqual([]);
  });

  it("leaves a sheet alone that has charts", async () => {
    const [charted, ...others] = chartedEdition().sheets;
    if (!charted) throw new Error("sheet");
    const rows = Array.from({ length: 100 }, () => charted.rows).flat();
    expect(await breaksOfFirst([{ ...charted, rows }, ...others])).toEqual([]);
    expect(await breaksOfFirst([{ ...charted, rows, charts: [] }, ...others])).toHaveLength(2);
  });
});
