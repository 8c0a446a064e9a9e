import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { toAddress } from "../../../pipeline/model/cell.ts";
import type { Edition, SheetDescription } from "../../../pipeline/model/edition.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { cellValue } from "../../../pipeline/report/workbook/cell-value.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, number, printedTexts, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, officeText, partXml, unescaped, xmlFaults } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();
const edition = editionFixture();
const bytes = await renderWorkbook(edition, theme);
const workbook = await opened(bytes);

async function opened(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.buffer as ArrayBuffer);
  return book;
}

function sheetXml(index: number, file = bytes): string {
  return partXml(file, `xl/worksheets/sheet${index + 1}.xml`);
}

/** A cell's element; undefined where the sheet has none. */
function cellXml(xml: string, address: string): string | undefined {
  return elements(xml, "c").find((cell) => attribute(cell, "c", "r") === address);
}

function oneCell(content: SheetDescription["rows"][number], change: Partial<Edition> = {}): Edition {
  return editionFixture({ sheets: [sheet({ rows: [content] })], illustrative: false, ...change });
}

describe("renderWorkbook(edition, theme)", () => {
  it("gives the same bytes again", async () => {
    expect(Buffer.from(await renderWorkbook(editionFixture(), theme)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("writes sound XML and the edition's date, and no date of today", () => {
    const parts = officeText(bytes);
    expect(Object.entries(parts).flatMap(([path, xml]) => xmlFaults(xml).map((fault) => `${path} ${fault}`))).toEqual(
      [],
    );
    expect(parts["docProps/core.xml"]).toContain("2023-07-12T00:00:00Z");
    expect(parts["docProps/core.xml"]?.match(/\d{4}-\d\d-\d\dT/g)).toEqual(["2023-07-12T", "2023-07-12T"]);
  });

  it("says in its properties what it is, of when, from whom, and that it is 演示数据 where it is", async () => {
    const about = async (change: Partial<Edition>) => {
      const file = await renderWorkbook(editionFixture(change), theme, "通辽市发展和改革委员会");
      return unescaped(`${partXml(file, "docProps/core.xml")}${partXml(file, "docProps/app.xml")}`);
    };
    const demo = await about({});
    for (const [name, words] of [
      ["dc:title", "2023年6月通辽市国民经济和社会发展计划执行情况"],
      ["dc:subject", "2023年通辽市国民经济和社会发展计划（通政发〔2023〕21号）"],
      ["cp:category", "月报"],
      ["dc:language", "zh-CN"],
      ["Company", "通辽市发展和改革委员会"],
    ]) {
      expect(demo).toContain(`<${name}>${words}</${name}>`);
    }
    for (const name of ["cp:keywords", "dc:description"]) expect(elements(demo, name).join()).toContain("演示数据");
    expect(elements(await about({ partlyIllustrative: true }), "cp:keywords").join()).toContain("含演示数据");
    expect(await about({ illustrative: false })).not.toContain("演示");
    expect(elements(await about({ kind: "quarterly" }), "cp:category").join()).toContain("季报");
    expect(
      xmlFaults(partXml(await renderWorkbook(editionFixture({ title: "<&\u0000>" }), theme), "docProps/core.xml")),
    ).toEqual([]);
  });

  it("keeps the breaks between a text's lines without a mark that the schema does not know", async () => {
    const file = await renderWorkbook(oneCell({ kind: "data", cells: [text("-2.2\n微克/立方米")] }), theme);
    expect(elements(partXml(file, "xl/sharedStrings.xml"), "t")).toContain("<t>-2.2\n微克/立方米</t>");
  });

  it("opens on its first sheet", () => {
    const selected = edition.sheets.map((_sheet, index) => attribute(sheetXml(index), "sheetView", "tabSelected"));
    expect(selected).toEqual(["1", undefined, undefined]);
  });

  it.each([
    ["rows", sheet({ rows: [{ kind: "data", cells: [text("a")] }] }), "$A$1:$A$3"],
    ["notes", sheet({ notes: [["注"], ["注"]] }), "$A$1:$A$5"],
    ["no rows", sheet({ columns: [column("甲", 9), column("乙", 9)] }), "$A$1:$B$2"],
    ["a plain sheet", sheet({ plain: true, rows: [{ kind: "data", cells: [text("a")] }] }), "$A$1:$A$2"],
  ])("prints all that is written: %s", async (_case, only, area) => {
    const file = await renderWorkbook(editionFixture({ sheets: [only] }), theme);
    const names = elements(partXml(file, "xl/workbook.xml"), "definedName").filter((name) =>
      name.includes("Print_Area"),
    );
    expect(names.map(unescaped)).toEqual([expect.stringContaining(`'表'!${area}<`)]);
  });

  it.each(edition.sheets.map((sheet, index) => [sheet.name, index, sheet] as const))(
    "shows every text and figure of %s at its place",
    (name, index, sheet) => {
      const worksheet = workbook.getWorksheet(name);
      const top = firstBodyRow(sheet);
      const xml = sheetXml(index);
      sheet.rows.forEach((row, at) => {
        if (row.kind === "section") expect(worksheet?.getCell(top + at, 1).value).toBe(row.text);
        else
          row.cells.forEach((content, columnIndex) => {
            const expected = cellValue(content, theme);
            const address = toAddress(top + at, columnIndex + 1);
            const cell = cellXml(xml, address) ?? "";
            const isNumber = typeof expected.value === "number";
            if (isNumber) {
              expect(elements(cell, "v")).toEqual([`<v>${expected.value}</v>`]);
              expect(worksheet?.getCell(address).numFmt).toBe(expected.numberFormat);
            } else if (expected.value !== null) expect(worksheet?.getCell(address).text).toBe(expected.text);
            expect(attribute(cell, "c", "t")).toBe(expected.value === null || isNumber ? undefined : "s");
          });
      });
      expect(printedTexts(sheet.rows).length).toBeGreaterThan(10);
    },
  );

  it("links every figure to a cell that exists, and pages by relationship", () => {
    const links = elements(sheetXml(1), "hyperlink");
    expect(links).toHaveLength(100);
    for (const link of links) {
      const [, name, address] =
        /^'(.+)'!([A-Z]+\d+)$/.exec(unescaped(attribute(link, "hyperlink", "location") ?? "")) ?? [];
      expect(workbook.getWorksheet(name)?.getCell(address ?? "").value).not.toBeNull();
      expect(cellXml(sheetXml(1), attribute(link, "hyperlink", "ref") ?? "")).toMatch(/<v>-?[\d.]+<\/v>/);
    }
    const rels = partXml(bytes, "xl/worksheets/_rels/sheet3.xml.rels");
    const ids = new Set(elements(sheetXml(2), "hyperlink").map((link) => attribute(link, "hyperlink", "r:id")));
    expect([...ids]).toEqual(
      elements(rels, "Relationship").map((relationship) => attribute(relationship, "Relationship", "Id")),
    );
  });

  it.each(edition.sheets.map((sheet, index) => [sheet.name, index, sheet] as const))(
    "sets up %s for screen and paper",
    (name, index, sheet) => {
      const xml = sheetXml(index);
      const top = firstBodyRow(sheet);
      expect(attribute(xml, "pane", "ySplit")).toBe(String(top - 1));
      expect(attribute(xml, "pane", "xSplit")).toBe(
        sheet.frozenColumns === 0 ? undefined : String(sheet.frozenColumns),
      );
      expect(attribute(xml, "pane", "state")).toBe("frozen");
      expect(attribute(xml, "selection", "activeCell")).toBe("A1");
      expect(attribute(xml, "sheetView", "showGridLines")).toBe("0");
      expect(attribute(xml, "pageSetup", "paperSize")).toBe("9");
      expect(attribute(xml, "pageSetup", "orientation")).toBe(sheet.orientation);
      expect([attribute(xml, "pageSetup", "fitToWidth"), attribute(xml, "pageSetup", "fitToHeight")]).toEqual([
        "1",
        "0",
      ]);
      expect(unescaped(xml)).toContain("第 &P 页 共 &N 页");
      const depth = sheet.columns.some(({ group }) => group) ? 2 : 1;
      expect(unescaped(partXml(bytes, "xl/workbook.xml"))).toContain(`'${name}'!$${top - depth}:$${top - 1}`);
    },
  );

  it("gives every column the width that is described, none left to chance", () => {
    const widths = elements(sheetXml(1), "col").flatMap((col) => {
      const span = Number(attribute(col, "col", "max")) - Number(attribute(col, "col", "min")) + 1;
      return Array<number>(span).fill(Number(attribute(col, "col", "width")));
    });
    expect(widths).toEqual(edition.sheets[1]?.columns.map(({ widthChars }) => widthChars + 1.25));
  });

  it("widens a column for web addresses, which some programs do not break", () => {
    const [last] = elements(sheetXml(2), "col").slice(-1);
    expect(Number(attribute(last ?? "", "col", "width"))).toBe(
      "https://tjj.example.cn/2023/07/t20230712_1.html?a=1&b=2".length + 1.25,
    );
  });

  it("widens a column for its longest number, which would show as #### else", async () => {
    const row = { kind: "data" as const, cells: [number("f", "-12345678901.2345")] };
    const [first] = oneCell(row).sheets;
    if (!first) throw new Error("no sheet");
    const file = await renderWorkbook(editionFixture({ sheets: [{ ...first, columns: [column("栏", 4)] }] }), theme);
    expect(Number(attribute(sheetXml(0, file), "col", "width"))).toBe(17 + 1.25);
  });

  it("makes every written row as high as its longest text needs", () => {
    const heights = elements(sheetXml(1), "row").map((row) => Number(attribute(row, "row", "ht")));
    expect(Math.min(...heights.filter((height) => !Number.isNaN(height)))).toBeGreaterThanOrEqual(19);
    expect(Math.max(...heights)).toBeGreaterThan(80); // the plan's sentence over seven lines
  });

  it("gives a head over both rows the height it needs", async () => {
    const [first] = oneCell({ kind: "data", cells: [] }).sheets;
    if (!first) throw new Error("no sheet");
    const columns = [column("一二三四五六七八九十一二", 4), column("甲", 10, "left", "组")];
    const xml = sheetXml(0, await renderWorkbook(editionFixture({ sheets: [{ ...first, columns }] }), theme));
    const [upper, lower] = elements(xml, "row")
      .slice(1, 3)
      .map((row) => Number(attribute(row, "row", "ht")));
    expect([upper, (upper ?? 0) + (lower ?? 0)]).toEqual([19, 91]); // six lines of 14.5 pt
  });

  it.each([
    ["a short title", "总览", 18],
    ["a title that fits when smaller", "总".repeat(13), 15],
    ["a title that no line holds", "总".repeat(60), 12],
  ])("sets %s", async (_case, title, expected) => {
    const [first] = oneCell({ kind: "data", cells: [] }).sheets;
    if (!first) throw new Error("no sheet");
    const sheet = { ...first, title, columns: [column("栏", 40)] };
    const file = await opened(await renderWorkbook(editionFixture({ sheets: [sheet] }), theme));
    expect(file.getWorksheet("表")?.getCell("A1").font.size).toBe(expected);
  });

  it.each([
    ["page", "1"],
    ["width", "0"],
    [undefined, "0"],
  ] as const)("fits a sheet that asks for %s", async (fit, expected) => {
    const sheets = [sheet({ ...(fit !== undefined && { fit }) })];
    const xml = sheetXml(0, await renderWorkbook(editionFixture({ sheets }), theme));
    expect([attribute(xml, "pageSetup", "fitToWidth"), attribute(xml, "pageSetup", "fitToHeight")]).toEqual([
      "1",
      expected,
    ]);
  });

  it("starts a page where a section says so, but for one that begins the sheet", async () => {
    const section = { kind: "section" as const, text: "章", newPage: true as const };
    const data = { kind: "data" as const, cells: [text("a")] };
    const rows = [section, data, { ...section }, data, { kind: "section" as const, text: "节" }, data, { ...section }];
    const xml = sheetXml(0, await renderWorkbook(editionFixture({ sheets: [sheet({ rows })] }), theme));
    expect(elements(xml, "brk").map((brk) => [attribute(brk, "brk", "id"), attribute(brk, "brk", "man")])).toEqual([
      ["4", "1"],
      ["8", "1"],
    ]);
  });

  it("colours the tabs that have a colour", async () => {
    const sheets = [sheet({ name: "甲", tabColour: "00612E" }), sheet({ name: "乙" })];
    const file = await renderWorkbook(editionFixture({ sheets }), theme);
    expect([0, 1].map((index) => attribute(sheetXml(index, file), "tabColor", "rgb"))).toEqual(["FF00612E", undefined]);
  });

  it("writes what a number is recomputed by with the number as its result", async () => {
    const cells = [{ ...number("f", "52.0"), formula: 'ROUND(IF(B3<>"a&b",E7/C7*100),1)' } as const];
    const file = await renderWorkbook(oneCell({ kind: "data", cells }), theme);
    const cell = cellXml(sheetXml(0, file), "A3") ?? "";
    expect(unescaped(cell)).toContain('<f>ROUND(IF(B3<>"a&b",E7/C7*100),1)</f><v>52</v>');
    expect((await opened(file)).getWorksheet("表")?.getCell("A3").numFmt).toBe("0.0");
  });

  it("gives no formula to a number that only text can show, and takes none that reaches out", async () => {
    const long = [{ ...number("f", "1234567890.1234567"), formula: "A1" } as const];
    expect(sheetXml(0, await renderWorkbook(oneCell({ kind: "data", cells: long }), theme))).not.toContain("<f>");
    const hostile = [{ ...number("f", "1"), formula: 'HYPERLINK("http://a.cn")' } as const];
    await expect(renderWorkbook(oneCell({ kind: "data", cells: hostile }), theme)).rejects.toThrow(RangeError);
  });

  it("prints wide landscape sheets on A3", async () => {
    const [sheet] = oneCell({ kind: "data", cells: [] }).sheets;
    if (!sheet) throw new Error("no sheet");
    const wide = { ...sheet, orientation: "landscape" as const, columns: [column("甲", 150), column("乙", 60)] };
    expect(
      attribute(sheetXml(0, await renderWorkbook(editionFixture({ sheets: [wide] }), theme)), "pageSetup", "paperSize"),
    ).toBe("8");
  });

  it("says 演示数据 on every printed page, and only where it is", async () => {
    expect(edition.sheets.map((_sheet, index) => elements(sheetXml(index), "oddHeader").join())).toEqual(
      Array(3).fill("<oddHeader>&amp;R演示数据</oddHeader>"),
    );
    const partly = sheetXml(0, await renderWorkbook(editionFixture({ partlyIllustrative: true }), theme));
    expect(elements(partly, "oddHeader").join()).toBe("<oddHeader>&amp;R含演示数据</oddHeader>");
    const real = await renderWorkbook(oneCell({ kind: "data", cells: [text("a")] }), theme);
    expect(JSON.stringify(officeText(real))).not.toContain("演示");
  });

  it.each([
    ["a formula", '=HYPERLINK("http://x.cn","点我")', undefined],
    ["a formula after a tab", "\t=1+1", " =1+1"],
    ["an end of CDATA", "]]><x>&amp;", undefined],
    ["control characters", "a\u0000\u0001\uFFFE\uD800b", "ab"],
    ["an Excel escape", "_x0041_", undefined],
    ["blanks at both ends", "  a  ", undefined],
    ["lines", "一\n二", undefined],
  ])("keeps %s harmless text", async (_case, hostile, shown) => {
    const file = await renderWorkbook(oneCell({ kind: "data", cells: [text(hostile)] }, { title: hostile }), theme);
    const cell = (await opened(file)).getWorksheet("表")?.getCell("A3");
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
    expect(String(cell?.value).replaceAll("_x005F_", "_")).toBe(shown ?? hostile);
    expect(Object.values(officeText(file)).flatMap(xmlFaults)).toEqual([]);
    expect(sheetXml(0, file)).not.toContain("<f");
  });

  it("begins a plain sheet with its header, repeated on every page", async () => {
    const [first] = oneCell({ kind: "data", cells: [text("a")] }).sheets;
    if (!first) throw new Error("no sheet");
    const file = await renderWorkbook(editionFixture({ sheets: [{ ...first, plain: true, lines: [["行"]] }] }), theme);
    const sheet = (await opened(file)).getWorksheet("表");
    expect([1, 2, 3].map((row) => sheet?.getCell(row, 1).text)).toEqual(["栏", "a", ""]);
    expect(attribute(sheetXml(0, file), "pane", "ySplit")).toBe("1");
    expect(unescaped(partXml(file, "xl/workbook.xml"))).toContain("'表'!$1:$1");
  });

  it("marks text that looks like a formula as typed text", async () => {
    const file = await renderWorkbook(oneCell({ kind: "data", cells: [text("=1+1")] }), theme);
    const style = Number(attribute(cellXml(sheetXml(0, file), "A3") ?? "", "c", "s"));
    const formats = elements(elements(partXml(file, "xl/styles.xml"), "cellXfs").join(), "xf");
    expect(attribute(formats[style] ?? "", "xf", "quotePrefix")).toBe("1");
  });

  it("holds a text of 40,000 characters as far as a cell can", async () => {
    const file = await renderWorkbook(oneCell({ kind: "data", cells: [text("字".repeat(40_000))] }), theme);
    expect((await opened(file)).getWorksheet("表")?.getCell("A3").text).toHaveLength(32_767);
  });

  it("leaves links that lead nowhere known as plain text", async () => {
    const cells = [{ ...number("f", "5.2"), link: "javascript:alert(1)" }];
    const file = await renderWorkbook(oneCell({ kind: "data", cells }), theme);
    expect(sheetXml(0, file)).not.toContain("hyperlink");
  });

  it("sets heads within the rows, totals and data apart", async () => {
    const row = { kind: "data" as const, cells: [text("a")] };
    const [first] = oneCell(row).sheets;
    if (!first) throw new Error("no sheet");
    const rows = [row, { ...row, look: "total" as const }, { ...row, look: "header" as const }];
    const file = await opened(await renderWorkbook(editionFixture({ sheets: [{ ...first, rows }] }), theme));
    const fills = [2, 3, 4, 5].map((at) => file.getWorksheet("表")?.getCell(at, 1).fill);
    expect(fills[3]).toEqual(fills[0]);
    expect(new Set(fills.map((fill) => JSON.stringify(fill))).size).toBe(3);
  });

  it("sets a row's numbers where the row says, and its words where the column does", async () => {
    const cells = [text("a"), number("f", "5.2")];
    const [first] = oneCell({ kind: "data", cells }).sheets;
    if (!first) throw new Error("no sheet");
    const columns = ["甲", "乙"].map((header) => ({ header, widthChars: 9, align: "left" as const }));
    const rows = [{ kind: "data" as const, cells, numbers: "center" as const }];
    const sheet = (
      await opened(await renderWorkbook(editionFixture({ sheets: [{ ...first, columns, rows }] }), theme))
    ).getWorksheet("表");
    expect([1, 2].map((at) => sheet?.getCell(3, at).alignment.horizontal)).toEqual(["left", "center"]);
  });

  it("uses no colour outside the theme", () => {
    const colours = new Set(partXml(bytes, "xl/styles.xml").match(/rgb="FF[0-9A-F]{6}"/g));
    const known = JSON.stringify(theme);
    expect([...colours].filter((colour) => !known.includes(colour.slice(7, 13)))).toEqual([]);
    expect(colours.size).toBeGreaterThan(5);
  });
});
