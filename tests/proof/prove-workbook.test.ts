import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../pipeline/model/edition.ts";
import { proveWorkbook } from "../../pipeline/proof/prove-workbook.ts";
import { readWorkbook } from "../../pipeline/proof/workbook.ts";
import { renderCsv } from "../../pipeline/report/data-csv.ts";
import { describeEdition } from "../../pipeline/report/edition/describe.ts";
import { ledger } from "../../pipeline/report/edition/ledger.ts";
import { renderWorkbook } from "../../pipeline/report/workbook/write.ts";
import { trendInput } from "../report/edition/trend-fixture.ts";
import { shippedTheme } from "../support/shipped-templates.ts";
import { changed, type PaperTexts, textsOf } from "./proved-paper.ts";
import { digitsOf, draws } from "./random-digits.ts";

const CHANGES = 300;

/** Where digits are seen: numbers and words of cells, what charts keep and say, comments. */
const SEEN: readonly (readonly [RegExp, RegExp])[] = [
  [/^xl\/worksheets\/.*\.xml$/, /<c (?![^>]*t="s")[^>]*>(?:<f>[^<]*<\/f>)?<v>([^<]*)</g],
  [/^xl\/sharedstrings\.xml$/, /<t(?: [^>]*)?>([^<]*)</g],
  [/^xl\/charts\/chart\d+\.xml$/, /<(?:c:v|a:t)>([^<]*)</g],
  [/^xl\/comments\d+\.xml$/, /<t(?: [^>]*)?>([^<]*)</g],
];

const edition: Edition = describeEdition(trendInput());
const texts = textsOf(await renderWorkbook(edition, shippedTheme()));
const book = JSON.parse(JSON.stringify(ledger(edition)));
const plain = edition.sheets.find((sheet) => sheet.plain);
const data = plain ? renderCsvText(plain) : "";

function renderCsvText(sheet: Edition["sheets"][number]): string {
  return new TextDecoder().decode(renderCsv(sheet));
}

function proved(parts: PaperTexts) {
  return prove(parts, edition);
}

function prove(parts: PaperTexts, written: Edition) {
  const read = readWorkbook(new Map(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  return proveWorkbook(read, written === edition ? book : ledger(written), data);
}

/** The edition with another title on its first chart. */
function titled(title: string): Edition {
  let isGiven = false;
  const sheets = edition.sheets.map((sheet) => {
    const [first, ...charts] = sheet.charts ?? [];
    if (isGiven || !first) return sheet;
    isGiven = true;
    return { ...sheet, charts: [{ ...first, chart: { ...first.chart, title } }, ...charts] };
  });
  return { ...edition, sheets };
}

/** The part of the sheet of that name, and the address of its first cell with a figure. */
function sheetPart(name: string): string {
  const at = edition.sheets.findIndex((sheet) => sheet.name === name) + 1;
  return `xl/worksheets/sheet${at}.xml`;
}

const faults = (parts: PaperTexts) => proved(parts).unmatched.map(({ fault, place }) => [fault, place]);
const figureCell = book.figures
  .flatMap(({ places }: { places: { place: string; text: string }[] }) => places)
  .find(({ place }: { place: string }) => /^指标对照![A-Z]+\d+$/.test(place));
const address = String(figureCell.place).split("!")[1];
const inSheet = (edit: (xml: string) => string) => changed(texts, edit, sheetPart("指标对照"));
const cell = new RegExp(`(<c r="${address}"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*`);

describe("proveWorkbook(book, ledger, data)", () => {
  it("resolves every number of a workbook as it was written", () => {
    const result = proved(texts);
    expect(result).toMatchObject({ ok: true, unmatched: [], matched: result.figures });
    expect(result.numerals).toBeGreaterThan(result.figures);
    expect(result.figures).toBeGreaterThan(50);
  });

  it(`finds each of ${CHANGES} changes of one digit in cells, charts and comments`, () => {
    const digits = digitsOf(texts, SEEN);
    const random = draws(20230719);
    const overlooked: string[] = [];
    for (let count = 0; count < CHANGES; count++) {
      const { part, at } = digits[random.next().value % digits.length] ?? { part: "", at: 0 };
      const other = (Number(texts[part]?.[at]) + 1 + (random.next().value % 9)) % 10;
      const faulty = changed(texts, (xml) => xml.slice(0, at) + other + xml.slice(at + 1), part);
      if (proved(faulty).ok) overlooked.push(`${part} ${texts[part]?.slice(at - 40, at + 10)} -> ${other}`);
    }
    expect(overlooked).toEqual([]);
  });

  it("tells a figure that was typed over, by its cell", () => {
    expect(faults(inSheet((xml) => xml.replace(cell, "$1987.6")))).toContainEqual(["changed", figureCell.place]);
  });

  it.each(["0.0%", '0.0"万"', "0.0,", '"9"0.0', "-0.0", "#,##0.0", "0.0_);(0.0)", "0.000000"])(
    "tells a number that shows otherwise under the format %s",
    (format) => {
      const code = format.replaceAll('"', "&quot;");
      const styled = changed(texts, (xml) => xml.replace(/formatCode="0\.0"/, `formatCode="${code}"`), "xl/styles.xml");
      const other = proved(styled).unmatched;
      expect(other.length).toBeGreaterThan(10);
      expect(other.every(({ fault }) => fault === "changed")).toBe(true);
    },
  );

  it.each([
    ["增长", "下降"],
    ["低于", "高于"],
  ])("tells that %s became %s in the words of a cell", (word, other) => {
    const found = proved(changed(texts, (xml) => xml.replaceAll(word, other), "xl/sharedstrings.xml")).unmatched;
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ fault }) => fault === "changed")).toBe(true);
  });

  it("tells a cell that says nothing of its place", () => {
    const found = faults(inSheet((xml) => xml.replace("</sheetData>", "<row><c><v>5</v></c></row></sheetData>")));
    expect(found.map(([fault]) => fault)).toEqual(["added"]);
  });

  it("tells a figure that is gone and a number that is new", () => {
    expect(faults(inSheet((xml) => xml.replace(new RegExp(`<c r="${address}"[^>]*>.*?</c>`), "")))).toContainEqual([
      "missing",
      figureCell.place,
    ]);
    expect(
      faults(inSheet((xml) => xml.replace("</sheetData>", '<row r="999"><c r="A999"><v>5</v></c></row></sheetData>'))),
    ).toEqual([["added", "指标对照!A999"]]);
  });

  it.each([
    ["a text box", "xl/drawings/drawing9.xml", "<x><a:t>共9项</a:t></x>", "added"],
    ["a threaded comment", "xl/threadedcomments/threadedcomment1.xml", "<x><text>共9项</text></x>", "added"],
    ["a newer chart", "xl/charts/chartex1.xml", "<x><cx:pt>9</cx:pt></x>", "added"],
    ["another file", "xl/embeddings/oleobject1.bin", "9", "unreadable"],
  ])("tells a number in %s", (_what, part, xml, fault) => {
    expect(faults({ ...texts, [part]: xml })).toEqual([[fault, part]]);
  });

  it("tells a number in the name of a sheet that is new, and one that a chart has to itself", () => {
    const named = changed(
      texts,
      (xml) => xml.replace("</sheets>", '<sheet name="增长9%" sheetId="99"/></sheets>'),
      "xl/workbook.xml",
    );
    expect(faults(named)).toEqual([["added", "工作表名称"]]);
    const chart = Object.keys(texts).find((part) => /^xl\/charts\/chart\d+\.xml$/.test(part)) ?? "";
    const literal = (xml: string) =>
      xml.replace("</c:ser>", '<c:cat><c:numLit><c:pt idx="0"><c:v>99.9</c:v></c:pt></c:numLit></c:cat>$&');
    expect(faults(changed(texts, literal, chart))).toEqual([["added", "图中的文字"]]);
  });

  it("tells a number in the foot of a page", () => {
    expect(
      faults(inSheet((xml) => xml.replace("<oddFooter>", "<oddFooter>&amp;L共9项"))).map(([fault]) => fault),
    ).toEqual(["added"]);
  });

  it("takes page numbers and sizes of letters in the foot for none", () => {
    expect(faults(inSheet((xml) => xml.replace("<oddFooter>", "<oddFooter>&amp;12&amp;P")))).toEqual([]);
  });

  it("holds the words of a chart against those it was given, with a time of their own or none", async () => {
    const timed = titled("地区生产总值（2023年一季度）同比增速");
    const written = textsOf(await renderWorkbook(timed, shippedTheme()));
    const held = (from: string, to: string) => {
      const parts = changed(written, (xml) => xml.replace(from, to), "xl/charts/chart1.xml");
      return prove(parts, timed).unmatched.map(({ fault, place }) => [fault, place]);
    };
    expect(prove(written, timed).unmatched).toEqual([]);
    expect(held("2023年一季度", "2022年一季度")).toEqual([["added", "图中的文字"]]);
    expect(held("2023年一季度", "2023年二季度")).toEqual([["added", "图中的文字"]]);
    expect(held("（2023年一季度）", "（2023年）")).toEqual([["added", "图中的文字"]]);
  });

  it("tells a row of the sheet of data that data.csv does not have", () => {
    const read = readWorkbook(new Map(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
    expect(proveWorkbook(read, book, data.replace(/2023-06/, "2023-05")).unmatched).not.toEqual([]);
  });
});
