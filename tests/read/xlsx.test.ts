import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellList } from "../support/cells.ts";
import { codeOf, grid, readBytes, refusalOf } from "./read-bytes.ts";
import { tinyParts, tinyXlsx } from "./tiny-xlsx.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

async function written(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("6月"), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What one cell of a hand-written sheet is read as. */
async function cellXml(xml: string, more: Parameters<typeof tinyXlsx>[0] = {}): Promise<string | undefined> {
  const book = await readBytes(tinyXlsx({ ...more, rows: `<row r="1">${xml}</row>` }));
  return grid(book.sheets[0]).A1;
}

describe("an .xlsx as exceljs writes it", () => {
  it("gives every kind of value", async () => {
    const { sheets } = await readBytes(
      await written((sheet) => {
        sheet.addRow([
          " 指标　",
          5.300000000000001,
          true,
          { error: "#N/A" },
          "",
          { richText: [{ text: "工业" }, { text: "增加值" }] },
        ]);
        sheet.addRow([
          { formula: "1+1", result: 2 },
          { formula: "1+1" },
          { formula: '""', result: "" },
          -0.05,
          1e21,
          "1\n2",
        ]);
        sheet.addRow([{ formula: "1/0", result: { error: "#DIV/0!" } as never }, { formula: "0", result: 0 }, 0]);
      }),
    );
    expect(grid(sheets[0])).toEqual({
      ...{ A1: " 指标　", B1: "=5.3", C1: "boolean:true", D1: "error:#N/A", F1: "工业增加值" },
      ...{ A2: "=2", B2: "uncached", D2: "=-0.05", E2: "=1000000000000000000000", F2: "1\n2" },
      ...{ A3: "error:#DIV/0!", B3: "=0", C3: "=0" },
    });
  });

  it.each([false, true])("tells dates from numbers by their format (1904: %s)", async (date1904) => {
    const june = new Date(Date.UTC(2023, 5, 1));
    const { sheets } = await readBytes(
      await written((sheet, book) => {
        book.properties.date1904 = date1904;
        sheet.addRow([june, june, 1.5, 0.5, 0.053, { formula: "DATE(2023,6,1)", result: june }]);
        const formats = ['yyyy"年"m"月"', "General", "[h]:mm", "h:mm", "0.0%", "yyyy-mm-dd"];
        for (const [i, format] of formats.entries()) sheet.getCell(1, i + 1).numFmt = format;
      }),
    );
    const serial = date1904 ? "=43616" : "=45078";
    expect(Object.values(grid(sheets[0]))).toEqual([
      "date:2023-06-01",
      serial,
      "=1.5",
      "=0.5",
      "=0.053",
      "date:2023-06-01",
    ]);
    expect(cellList(sheets[0])[4]?.numberFormat).toBe("0.0%");
  });

  it("marks hidden rows, columns and sheets, and indents", async () => {
    const { sheets } = await readBytes(
      await written((sheet, book) => {
        sheet.addRows([
          ["甲", 1, 2],
          ["乙", 3, 4],
        ]);
        sheet.getCell("A2").alignment = { indent: 2 };
        sheet.getRow(1).hidden = true;
        sheet.getColumn(3).hidden = true;
        book.addWorksheet("底稿", { state: "hidden" }).addRow([1]);
        book.addWorksheet("深藏", { state: "veryHidden" }).addRow([1]);
      }),
    );
    expect(cellList(sheets[0]).map(({ hidden }) => hidden)).toEqual([true, true, true, false, false, true]);
    expect(cellList(sheets[0]).map(({ indent }) => indent)).toEqual([0, 0, 0, 2, 0, 0]);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["6月", false],
      ["底稿", true],
      ["深藏", true],
    ]);
  });

  it("keeps a merged value in the top left cell only", async () => {
    const { sheets } = await readBytes(
      await written((sheet) => {
        sheet.getCell("B2").value = "累计";
        sheet.mergeCells("B2:C3");
      }),
    );
    expect(grid(sheets[0])).toEqual({ B2: "累计" });
    expect(sheets[0]?.merges).toEqual([{ top: 2, left: 2, bottom: 3, right: 3 }]);
  });
});

describe("a formula", () => {
  it.each([
    ["without a result", '<c r="A1"><f>1+1</f></c>', "uncached"],
    ["with an empty result", '<c r="A1"><f>1+1</f><v></v></c>', "uncached"],
    ["with an empty result tag", '<c r="A1"><f>1+1</f><v/></c>', "uncached"],
    ["of text without a result", '<c r="A1" t="str"><f>B1</f></c>', "uncached"],
    ["of text whose result is empty text", '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
    ["of truth without a result", '<c r="A1" t="b"><f>1=1</f></c>', "uncached"],
    ["shared, without a result", '<c r="A1"><f t="shared" si="0"/></c>', "uncached"],
    ["whose result is zero", '<c r="A1"><f>1-1</f><v>0</v></c>', "=0"],
    ["whose result is text", '<c r="A1" t="str"><f>B1</f><v>a</v></c>', "a"],
  ])("%s", async (_, xml, read) => {
    expect(await cellXml(xml)).toBe(read);
  });

  it("of a writer that does not compute: a zero is no result", async () => {
    const calcPr = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
    expect(await cellXml('<c r="A1"><f>1+1</f><v>0</v></c>', { calcPr })).toBe("uncached");
    expect(await cellXml('<c r="A1"><f>1+1</f><v>2</v></c>', { calcPr })).toBe("=2");
    expect(await cellXml('<c r="A1"><v>0</v></c>', { calcPr })).toBe("=0");
  });
});

describe("a cell as other programs write it", () => {
  it.each([
    ["text in place", '<c r="A1" t="inlineStr"><is><t>甲&amp;乙&lt;&#20013;</t></is></c>', "甲&乙<中"],
    [
      "text with its reading",
      '<c r="A1" t="inlineStr"><is><t>工业</t><rPh sb="0" eb="2"><t>gongye</t></rPh></is></c>',
      "工业",
    ],
    ["a date in ISO 8601", '<c r="A1" s="1" t="d"><v>2023-06-01</v></c>', "date:2023-06-01"],
    ["a date in a format that Chinese Excel knows by number", '<c r="A1" s="1"><v>45078</v></c>', "date:2023-06-01"],
    ["a newer error", '<c r="A1" t="e"><v>#SPILL!</v></c>', "error:#ERROR!"],
    ["the error with code zero", '<c r="A1" t="e"><v>#NULL!</v></c>', "error:#NULL!"],
    ["a number beyond range", '<c r="A1"><v>1e999</v></c>', "error:#NUM!"],
    ["a number that is none", '<c r="A1"><v>abc</v></c>', "error:#NUM!"],
    ["no address", "<c><v>1</v></c>", "=1"],
    ["a shared text of no number", '<c r="A1" t="s"><v></v></c>', undefined],
    ["a shared text of blanks for a number", '<c r="A1" t="s"><v> </v></c>', undefined],
    ["an empty number", '<c r="A1"><v></v></c>', undefined],
    ["an empty truth", '<c r="A1" t="b"><v> </v></c>', undefined],
    ["a percentage whose format holds a greater-than sign", '<c r="A1" s="2"><v>0.053</v></c>', "=0.053"],
    ["a text in place without an end", '<c r="A1" t="inlineStr"><is><t>甲</t></c>', undefined],
    ["an escaped control character", '<c r="A1" t="inlineStr"><is><t>甲_x000A_乙</t></is></c>', "甲\n乙"],
  ])("%s", async (_, xml, read) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[>=1]0.0%;0.0%"/></numFmts>' +
      '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="57" applyNumberFormat="1"/><xf numFmtId="164"/></cellXfs>';
    expect(await cellXml(xml, { styles, strings: ["甲"] })).toBe(read);
  });

  it("keeps a format that holds a greater-than sign, and a sheet's name with any sign", async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[>=1]0.0%;0.0%"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>';
    const workbook = Buffer.from(tinyParts({})["xl/workbook.xml"]).toString().replace("表1", "7月'>&amp;8月");
    const rows = '<row r="1"><c r="A1" s="0"><v>0.053</v></c></row>';
    const { sheets } = await readBytes(tinyXlsx({ rows, styles, workbook }));
    expect(sheets.map(({ name }) => name)).toEqual(["7月'>&8月"]);
    expect(cellList(sheets[0]).map(({ numberFormat }) => numberFormat)).toEqual(["[>=1]0.0%;0.0%"]);
  });

  it.each([
    ["an empty tag", "<si/><si><t>甲</t></si><si><t>乙</t></si>", "甲"],
    [
      "runs, with their reading",
      '<si/><si><r><t xml:space="preserve">工 </t></r><r><rPr/><t>业</t></r><rPh><t>gy</t></rPh></si>',
      "工 业",
    ],
    [
      "a raised digit and a raised letter",
      `<si/><si><r><t>165.2</t></r>${raised("12")}${raised("a")}</si>`,
      "165.2¹²[a]",
    ],
    ["characters by number", "<si/><si><t>&#x7532;&amp;</t></si>", "甲&"],
  ])("shared texts with %s", async (_, items, read) => {
    const { sheets } = await readBytes(sharedTexts(items));
    expect(grid(sheets[0])).toEqual({ A1: read });
  });

  it("follows the file where it defines a Chinese format itself", async () => {
    const styles = '<numFmts><numFmt numFmtId="57" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="57"/></cellXfs>';
    expect(await cellXml('<c r="A1" s="0"><v>45078</v></c>', { styles })).toBe("=45078");
  });

  it("under a namespace prefix, hidden and merged", async () => {
    const sheet =
      `<x:worksheet xmlns:x="${MAIN}"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData><x:row r="1">` +
      '<x:c r="A1" t="inlineStr"><x:is><x:t>指标</x:t></x:is></x:c><x:c r="B1"><x:f>1</x:f><x:v>5.3</x:v></x:c>' +
      '<x:c r="C1"><x:f>1+1</x:f></x:c></x:row></x:sheetData>' +
      '<x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>';
    const [read] = (await readBytes(tinyXlsx({ sheet }))).sheets;
    expect(grid(read)).toEqual({ A1: "指标", B1: "=5.3", C1: "uncached" });
    expect(cellList(read).map(({ hidden }) => hidden)).toEqual([false, true, false]);
    expect(read?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  });

  it("beside a chart sheet, which is left out", async () => {
    const parts = tinyParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const edit = (path: keyof typeof parts, from: string, to: string) => {
      parts[path] = Buffer.from(String(Buffer.from(parts[path])).replace(from, to));
    };
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet";
    edit("xl/workbook.xml", "<sheets>", '<sheets><sheet name="图" sheetId="9" r:id="rId9"/>');
    edit(
      "xl/_rels/workbook.xml.rels",
      "</",
      `<Relationship Id="rId9" Type="${type}" Target="chartsheets/sheet1.xml"/></`,
    );
    const chart = { "xl/chartsheets/sheet1.xml": Buffer.from(`<chartsheet xmlns="${MAIN}"/>`) };
    const { sheets } = await readBytes(zipSync({ ...parts, ...chart }));
    expect(sheets.map((sheet) => [sheet.name, grid(sheet)])).toEqual([["表1", { A1: "=1" }]]);
  });

  it("far out, under a dimension that lies", async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const beforeRows = '<dimension ref="A1:B2"/><cols><col min="1" max="999999999" hidden="1"/></cols>';
    const [read] = (await readBytes(tinyXlsx({ rows, beforeRows }))).sheets;
    expect(grid(read)).toEqual({ XFD1048576: "=1" });
  });
});

describe("an .xlsx that must be refused", () => {
  const cell = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>';
  it.each([
    ["a shared text that is not there", tinyXlsx({ rows: cell, strings: ["甲"] })],
    ["a shared text in CDATA", sharedTexts("<si><t><![CDATA[</si><si>]]></t></si><si><t>乙</t></si>")],
    ["two cells of one address", tinyXlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' })],
    [
      "a sheet that breaks off",
      tinyXlsx({ sheet: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>12` }),
    ],
    ["a cell that does not end", tinyXlsx({ rows: '<row r="1"><c r="A1"><v>1</v></row>' })],
    [
      "a cell that ends behind the next",
      tinyXlsx({ rows: '<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>' }),
    ],
    ["an address in small letters", tinyXlsx({ rows: '<row r="1"><c r="a1"><v>1</v></c></row>' })],
    ["an address with signs", tinyXlsx({ rows: '<row r="1"><c r="$A$1"><v>1</v></c></row>' })],
    ["an address in row nought", tinyXlsx({ rows: '<row><c r="A0"><v>1</v></c></row>' })],
    ["row nought", tinyXlsx({ rows: '<row r="0"><c><v>1</v></c></row>' })],
    ["half a row", tinyXlsx({ rows: '<row r="1.5"><c><v>1</v></c></row>' })],
    ["a cell in another row than its own", tinyXlsx({ rows: '<row r="1"><c r="A2"><v>1</v></c></row>' })],
    [
      "a shared text that is no number",
      tinyXlsx({ rows: '<row r="1"><c r="A1" t="s"><v>0x0</v></c></row>', strings: ["甲"] }),
    ],
    ["a cell in a comment", tinyXlsx({ rows: '<!--<row r="1"><c r="A1"><v>1</v></c></row>-->' })],
    [
      "text in CDATA",
      tinyXlsx({ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="A1"/>]]></t></is></c></row>' }),
    ],
    [
      "entities of its own",
      tinyXlsx({ sheet: `<!DOCTYPE a [<!ENTITY b "9">]><worksheet xmlns="${MAIN}"></worksheet>` }),
    ],
    ["no workbook", tinyXlsx({ more: { "_rels/.rels": new Uint8Array(), "xl/workbook.xml": new Uint8Array() } })],
    ["no relationships", tinyXlsx({ more: { "xl/_rels/workbook.xml.rels": new Uint8Array() } })],
    ["styles that are named and missing", without("xl/styles.xml")],
    ["shared texts that are used and missing", without("xl/sharedStrings.xml")],
    ["a sheet that is named and missing", without("xl/worksheets/sheet1.xml")],
    ["two sheets of one name", twins()],
  ])("%s", async (_, bytes) => {
    const refusal = await refusalOf(() => readBytes(bytes));
    expect([refusal.code, refusal.location.file]).toEqual(["FILE_UNREADABLE", "报表.xlsx"]);
  });

  it.each([
    ["a row", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "1048577"],
    ["a row beyond all numbers", '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', "99999999999"],
    ["a column", '<row r="1"><c r="XFE1"><v>1</v></c></row>', "16385"],
  ])("%s that Excel does not have", async (_, rows, named) => {
    const refusal = await refusalOf(() => readBytes(tinyXlsx({ rows })));
    expect(refusal.code).toBe("FILE_TOO_LARGE");
    expect(refusal.message).toContain(named);
  });

  it("more cells than the limit, counted over all sheets and before they are parsed", async () => {
    const bytes = await written((sheet, book) => {
      sheet.addRow([1, 2]);
      book.addWorksheet("二").addRow([3, 4]);
    });
    expect(await codeOf(() => readBytes(bytes, "a.xlsx", { cells: 4 }))).toBe("read");
    expect(await codeOf(() => readBytes(bytes, "a.xlsx", { cells: 3 }))).toBe("FILE_TOO_LARGE");
  });
});

function raised(text: string): string {
  return `<r><rPr><vertAlign val="superscript"/></rPr><t>${text}</t></r>`;
}

function sharedTexts(items: string): Uint8Array {
  const texts = `<sst xmlns="${MAIN}">${items}</sst>`;
  return tinyXlsx({
    rows: '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
    more: { "xl/sharedStrings.xml": Buffer.from(texts) },
  });
}

function without(part: string): Uint8Array {
  const all = tinyParts({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: ["甲"] });
  return zipSync(Object.fromEntries(Object.entries(all).filter(([path]) => path !== part)));
}

function twins(): Uint8Array {
  const workbook = Buffer.from(tinyParts({})["xl/workbook.xml"]).toString();
  return tinyXlsx({ workbook: workbook.replace("</sheets>", '<sheet name="表1" sheetId="2" r:id="rId1"/></sheets>') });
}
