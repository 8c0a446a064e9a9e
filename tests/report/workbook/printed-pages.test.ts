import { describe, expect, it } from "vitest";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { attribute, elements, partXml } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { halfYear, TREND_TARGETS, trendInput } from "../edition/trend-fixture.ts";

const A4_PT = [595.28, 841.89] as const; // ISO 216
const EXCEL_CHAR_PT = 5.25; // 宋体 of 10 points: 7 pixels of 96 to the inch

/** How full each page is that ends by hand, and the last, by the heights and widths that the part gives Excel. */
function shares(xml: string): readonly number[] {
  const number = (element: string, tag: string, name: string) => Number(attribute(element, tag, name));
  const chars = elements(xml, "col").reduce((sum, col) => {
    const count = number(col, "col", "max") - number(col, "col", "min") + 1;
    return sum + count * number(col, "col", "width");
  }, 0);
  const [margins = ""] = elements(xml, "pageMargins");
  const inches = (...sides: readonly string[]) =>
    sides.reduce((sum, side) => sum + number(margins, "pageMargins", side) * 72, 0);
  const scale = Math.min(1, (A4_PT[0] - inches("left", "right")) / (chars * EXCEL_CHAR_PT));
  const page = (A4_PT[1] - inches("top", "bottom")) / scale;
  const ends = elements(xml, "brk").map((brk) => number(brk, "brk", "id"));
  const heights = new Array<number>(ends.length + 1).fill(0);
  for (const [, row, height] of xml.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)) {
    const at = ends.filter((end) => end < Number(row)).length;
    heights[at] = (heights[at] ?? 0) + Number(height);
  }
  return heights.map((height) => height / page);
}

describe("the printed pages of 趋势", () => {
  it.each([3, 4, 7, 12, 18])("hold what is meant for each in Excel, with %i charts", async (charts) => {
    const [first] = TREND_TARGETS;
    if (!first) throw new Error("targets");
    const targets = Array.from({ length: 70 }, (_unused, index) => ({
      ...first,
      ...{ id: `2023-${index + 100}`, headline: index < charts },
    }));
    const edition = describeEdition(trendInput(halfYear(), { targets }));
    const at = edition.sheets.findIndex(({ name }) => name === "趋势");
    const xml = partXml(await renderWorkbook(edition, shippedTheme()), `xl/worksheets/sheet${at + 1}.xml`);
    const pages = shares(xml);
    expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(charts / 3) + 1);
    for (const share of pages) expect(share).toBeLessThan(0.97);
    for (const share of pages) expect(share).toBeGreaterThan(0.55);
  });
});
