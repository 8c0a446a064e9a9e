import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellContent, RowDescription, SheetDescription } from "../../../pipeline/model/edition.ts";
import { isLong } from "../../../pipeline/report/workbook/long-rows.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { column, editionFixture, number, sheet, text } from "../../support/edition-fixture.ts";
import { attribute, elements, partXml, unescaped, xmlFaults } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const LONGEST_IN_MEMORY = 250;
const ROUNDS = 3; // of the same 200 rows, which are few enough to be written at once
const COLUMNS = [column("甲", 12), column("乙", 9, "right"), column("丙", 20, "center"), column("丁", 8)];

const words = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("=1+1", " 首尾 ", "一\n二", "_x0041_", 'a<b>&"c"', "旗县", "——"),
);
const figure = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(0, 1, 2))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places));
const cell: fc.Arbitrary<CellContent> = fc.oneof(
  words.map((word) => text(word)),
  words.map((word) => ({ kind: "text" as const, runs: [word], link: "表!A1" })),
  figure.map((printed) => number("f", printed)),
  figure.map(
    (printed) => ({ ...number("f", printed), formula: `ROUND(${printed.replace("-", "0-")},2)` }) as CellContent,
  ),
  fc.constantFrom("green", "red", "grey").map((light) => ({ kind: "light" as const, light }) as CellContent),
  fc.constant<CellContent>({ kind: "blank" }),
);
const dataRow: fc.Arbitrary<RowDescription> = fc.record(
  {
    kind: fc.constant("data" as const),
    cells: fc.array(cell, { minLength: 1, maxLength: COLUMNS.length }),
    look: fc.constantFrom("header" as const, "total" as const),
    numbers: fc.constantFrom("center" as const),
  },
  { requiredKeys: ["kind", "cells"] },
);

function sheetOf(rows: readonly RowDescription[]): SheetDescription {
  return sheet({ name: "数据", columns: COLUMNS, lines: [["行"]], notes: [["注"]], rows });
}

const render = (rows: readonly RowDescription[]) =>
  renderWorkbook(editionFixture({ sheets: [sheetOf(rows)] }), shippedTheme());

/** Every cell with its height, value, formula and the definition of its style, as a reader of the file sees them. */
function cellsOf(file: Uint8Array): readonly string[] {
  const styles = elements(elements(partXml(file, "xl/styles.xml"), "cellXfs").join(), "xf");
  const strings = elements(partXml(file, "xl/sharedStrings.xml"), "si");
  return elements(partXml(file, "xl/worksheets/sheet1.xml"), "row").flatMap((row) =>
    (row.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? []).map((one) => {
      const bare = one.replace(/<[^>]*>/g, "");
      const shown = attribute(one, "c", "t") === "s" ? (strings[Number(bare)] ?? "").replace(/<[^>]*>/g, "") : bare;
      const style = styles[Number(attribute(one, "c", "s"))];
      const height = attribute(row, "row", "ht");
      return [attribute(one, "c", "r"), height, style, elements(one, "f").length, unescaped(shown)].join("|");
    }),
  );
}

describe("a sheet of more rows than are held in memory", () => {
  const samples = fc.sample(dataRow, { numRuns: 200, seed: 5 });
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => samples[at % samples.length] as RowDescription);

  it("equals, cell by cell, one that is written at once", async () => {
    const long = rows(samples.length * ROUNDS);
    const short = rows(samples.length);
    expect([isLong(sheetOf(long)), isLong(sheetOf(short))]).toEqual([true, false]);
    const file = await render(long);
    const pieces = cellsOf(file);
    const whole = cellsOf(await render(short));
    const above = whole.filter((one) => /^[A-Z][123]\|/.test(one)).length;
    const below = 4; // the notes
    expect(pieces.slice(0, whole.length - below)).toEqual(whole.slice(0, -below));
    const perRound = whole.length - above - below;
    expect(pieces).toHaveLength(above + below + perRound * ROUNDS);
    const numberless = (cells: readonly string[]) => cells.map((one) => one.replace(/^([A-Z])\d+/, "$1"));
    const lastRound = pieces.slice(-perRound - below);
    expect(numberless(lastRound)).toEqual(numberless(whole.slice(-perRound - below)));
  }, 60_000);

  it("is sound XML, tells how far it goes, and is the same again", async () => {
    const long = rows(LONGEST_IN_MEMORY + 1);
    const file = await render(long);
    const xml = partXml(file, "xl/worksheets/sheet1.xml");
    expect(xmlFaults(xml)).toEqual([]);
    expect(attribute(xml, "dimension", "ref")).toBe(`A1:D${3 + long.length + 2}`);
    const numbers = elements(xml, "row").map((row) => Number(attribute(row, "row", "r")));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(long.length + 4);
    expect(Buffer.from(await render(long)).equals(Buffer.from(file))).toBe(true);
  }, 60_000);

  it("is one of data rows only, and beyond 250 of them", () => {
    expect(isLong(sheetOf(rows(LONGEST_IN_MEMORY)))).toBe(false);
    expect(isLong(sheetOf(rows(LONGEST_IN_MEMORY + 1)))).toBe(true);
    expect(isLong(sheetOf([...rows(LONGEST_IN_MEMORY), { kind: "section", text: "章" }]))).toBe(false);
  });
});
