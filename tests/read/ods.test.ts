import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellList } from "../support/cells.ts";
import { codeOf, grid, readBytes, refusalOf } from "./read-bytes.ts";
import { odsRow, tinyOds } from "./tiny-ods.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/read/${name}`, import.meta.url));

async function cellsOf(rows: string, styles = "") {
  return (await readBytes(tinyOds({ rows, styles }))).sheets[0];
}

const text = (words: string) =>
  `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const float = (value: string, more = "") =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}/>`;

describe("an .ods as LibreOffice writes it", () => {
  it("gives what the same book as .xls gives, but for the look of numbers", async () => {
    const [ods, xls] = await Promise.all(
      ["ods", "xls"].map((x) => readBytes(fixture(`libreoffice-hidden-indented.${x}`))),
    );
    expect(ods?.format).toBe("ods");
    const plain = (book: typeof ods) =>
      book?.sheets.map((sheet) => ({ ...sheet, cells: cellList(sheet).map(({ numberFormat: _, ...cell }) => cell) }));
    expect(plain(ods)).toEqual(plain(xls));
    expect(cellList(ods?.sheets[0]).find(({ row, column }) => row === 3 && column === 3)?.numberFormat).toBe("0.0%");
  });
});

describe("an .ods written by hand", () => {
  it.each([
    ["a number", float("5.300000000000001"), "=5.3"],
    ["a number beyond range", float("1e999"), "error:#NUM!"],
    ["a date", '<table:table-cell office:value-type="date" office:date-value="2023-06-01"/>', "date:2023-06-01"],
    [
      "a computed midnight",
      '<table:table-cell office:value-type="date" office:date-value="2023-05-31T23:59:59.9999"/>',
      "date:2023-06-01",
    ],
    ["a time", '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>', "=1.5"],
    ["truth", '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', "boolean:true"],
    ["a formula without a result", '<table:table-cell table:formula="of:=1+1"/>', "uncached"],
    ["a formula with its result", float("2", 'table:formula="of:=1+1"'), "=2"],
    [
      "an error",
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      "error:#DIV/0!",
    ],
    [
      "blanks as they are meant",
      text('  a<text:s text:c="2"/>b\n c<text:tab/>d<text:line-break/>e &lt;&#x4e2d;'),
      "a  b c\td\ne <中",
    ],
    ["two paragraphs", text("甲</text:p><text:p>乙"), "甲\n乙"],
    [
      "a comment, which is no part of the text",
      '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p></table:table-cell>',
      "甲",
    ],
    ["a blank cell", "<table:table-cell/>", undefined],
  ])("%s", async (_, cell, read) => {
    expect(grid(await cellsOf(odsRow(cell))).A1).toBe(read);
  });

  it("repeats cells and rows, and keeps the place of what follows", async () => {
    const rows =
      odsRow(
        float("1", 'table:number-columns-repeated="2"') +
          '<table:table-cell table:number-columns-repeated="3"/>' +
          float("2"),
      ) +
      odsRow("<table:table-cell/>", 'table:number-rows-repeated="1000"') +
      odsRow(float("3"), 'table:number-rows-repeated="2"') +
      odsRow('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1047573"');
    expect(grid(await cellsOf(rows))).toEqual({ A1: "=1", B1: "=1", F1: "=2", A1002: "=3", A1003: "=3" });
  });

  it("knows merges, and hidden rows and columns", async () => {
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>';
    const merged =
      '<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>累计</text:p></table:table-cell>';
    const rows =
      odsRow(`${merged}<table:covered-table-cell/>`) + odsRow(float("1") + float("2"), 'table:visibility="filter"');
    const sheet = await cellsOf(columns + rows + odsRow(float("3") + float("4")));
    expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(cellList(sheet).map(({ hidden }) => hidden)).toEqual([false, true, true, false, true]);
  });

  it.each([
    [
      "percent",
      '<number:percentage-style style:name="N1"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>',
      "0.0%",
    ],
    [
      "a literal",
      '<number:number-style style:name="N1"><number:number number:decimal-places="2" number:grouping="true"/><number:text>亿</number:text></number:number-style>',
      '#,##0.00"亿"',
    ],
    [
      "thousands",
      '<number:number-style style:name="N1"><number:number number:display-factor="1000"/></number:number-style>',
      "0,",
    ],
  ])("knows a number format: %s", async (_, format, written) => {
    const styles = `${format}<style:style style:name="ce1" style:data-style-name="N1"/><style:style style:name="ce2" style:parent-style-name="ce1"/>`;
    const sheet = await cellsOf(odsRow(float("0.053", 'table:style-name="ce2"')), styles);
    expect(cellList(sheet)[0]?.numberFormat).toBe(written);
  });

  it.each([
    ["a value that is no number", tinyOds({ rows: odsRow(float("abc")) })],
    [
      "a date that is none",
      tinyOds({ rows: odsRow('<table:table-cell office:value-type="date" office:date-value="2023-06-31"/>') }),
    ],
    ["a tag that does not match", tinyOds({ rows: "<table:table-row></table:table-cell>" })],
    ["a tag that stays open", tinyOds({ content: "<office:document><office:spreadsheet>" })],
    ["a table in a table", tinyOds({ rows: '<table:table table:name="表2"/>' })],
    ["a comment", tinyOds({ rows: `<!-- ${odsRow(float("1"))} -->` })],
    ["no content", tinyOds({ more: { "content.xml": new Uint8Array() } })],
  ])("is refused: %s", async (_, bytes) => {
    expect(["FILE_UNREADABLE", "FORMAT_UNSUPPORTED"]).toContain(await codeOf(() => readBytes(bytes)));
  });

  it("asks for the password to be taken off", async () => {
    const manifest = Buffer.from("<manifest:manifest><manifest:encryption-data/></manifest:manifest>");
    const refusal = await refusalOf(() => readBytes(tinyOds({ more: { "META-INF/manifest.xml": manifest } })));
    expect(refusal.hint).toContain("密码");
  });
});
