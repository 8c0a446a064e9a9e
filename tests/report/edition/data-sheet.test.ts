import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetDescription } from "../../../pipeline/model/edition.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { readCsvRows } from "../../../pipeline/read/csv-rows.ts";
import { renderCsv } from "../../../pipeline/report/data-csv.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { observationFixture } from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { partXml } from "../../support/office-text.ts";
import { scratchFolder } from "../../support/scratch-home.ts";
import { sheetNamed } from "../../support/sheet-cells.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const HOSTILE = [
  "=cmd|'/C calc'!A0",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
  '"x",y',
  "a\r\nb",
  " =1",
];

const SERIES: readonly KnownObservation[] = [
  observationFixture({ value: "0.50", cell: "F8" }),
  observationFixture({ value: "-123456789012.345", unit: "万元", quantity: "value", cell: "F9" }),
  observationFixture({ value: null, cell: "F10", scope: "限额以上", status: "not-applicable" }),
  observationFixture({ value: "1234567890123456789", unit: "元", quantity: "value", cell: "F11", illustrative: true }),
  observationFixture({ value: "0.0000001", region: "150000", cell: "F12", bureau: null }),
  ...HOSTILE.map((text, index) =>
    observationFixture({
      file: text,
      sheet: text,
      unit: text,
      label: text,
      scope: text,
      cell: `D${index + 1}`,
    }),
  ),
];

const input = juneInput({ series: SERIES });
const edition = describeEdition(input);
const sheet = sheetNamed(edition, "数据");

function textsOf({ rows }: SheetDescription): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.kind === "section"
      ? []
      : row.cells.map((cell) => {
          if (cell.kind === "number") return cell.text;
          return cell.kind === "text" ? cell.runs.join("") : "";
        }),
  );
}

function csvRows(description: SheetDescription) {
  const file = join(scratchFolder(), "data.csv");
  writeFileSync(file, renderCsv(description));
  return readCsvRows(file).map(({ fields }) => fields);
}

describe("dataSheet(facts, sheet)", () => {
  it("has a row for every observation that is known or used, each once", () => {
    const at = (o: KnownObservation) => `${o.file}|${o.sheet}|${o.cell}`;
    const judged = input.assessments.flatMap(({ observations }) => observations);
    const known = [...SERIES, ...judged, ...input.regional].map(at);
    const [file, tab, cell] = ["文件", "工作表", "单元格"].map((name) =>
      sheet.columns.findIndex(({ header }) => header === name),
    );
    const found = textsOf(sheet).map((row) => `${row[file ?? 0]}|${row[tab ?? 0]}|${row[cell ?? 0]}`);
    expect([...SERIES, ...judged].map(at).filter((place) => !found.includes(place))).toEqual([]);
    expect(found.filter((place) => !known.includes(place))).toEqual([]);
    expect(found).toHaveLength(new Set(found).size);
  });

  it("leaves out what nobody may use yet: of unknown indicator, place or unit", () => {
    const unsettled = [{ indicator: null }, { region: null }, { unit: null }] as const;
    const series = unsettled.map((change, index) => observationFixture({ ...change, cell: `K${index + 1}` }));
    const known = observationFixture({ cell: "K9", scope: "限额以上" });
    const blank = observationFixture({ cell: "K10", scope: "规模以上", value: null, unit: null, status: "missing" });
    const rows = textsOf(sheetNamed(describeEdition({ ...input, series: [...series, known, blank] }), "数据"));
    const cell = sheet.columns.findIndex(({ header }) => header === "单元格");
    expect(rows.map((row) => row[cell]).filter((text) => text?.startsWith("K"))).toEqual(["K10", "K9"]);
  });

  it("begins with one header, for a table that can be filtered", () => {
    expect(sheet).toMatchObject({ plain: true, table: "数据", lines: [], notes: [] });
    expect(new Set(sheet.columns.map(({ header }) => header)).size).toBe(sheet.columns.length);
    expect(sheet.columns.every(({ group }) => group === undefined)).toBe(true);
  });

  it("tells a value digit for digit, and why there is none", () => {
    const value = sheet.columns.findIndex(({ header }) => header === "数值");
    const status = sheet.columns.findIndex(({ header }) => header === "状态");
    const rows = textsOf(sheet);
    const values = rows.map((row) => row[value]);
    for (const { value: text } of SERIES) if (text !== null) expect(values).toContain(text);
    expect(rows.filter((row) => row[value] === "").map((row) => row[status])).toEqual(["不适用"]);
  });

  it("marks every row of 演示数据, which alone makes no paper one", () => {
    const at = sheet.columns.findIndex(({ header }) => header === "是否演示");
    expect(textsOf(sheet).filter((row) => row[at] === "是")).toHaveLength(1);
    expect(edition.illustrative).toBe(false);
  });

  it("is the same for any order of what is known", () => {
    const shuffled = fc.shuffledSubarray([...SERIES], { minLength: SERIES.length });
    fc.assert(
      fc.property(shuffled, (series) => {
        expect(sheetNamed(describeEdition({ ...input, series }), "数据")).toEqual(sheet);
      }),
      { numRuns: 20 },
    );
  });

  it("shows every number in full, and no text as a formula", async () => {
    const file = await renderWorkbook({ ...edition, sheets: [sheet] }, shippedTheme());
    const xml = partXml(file, "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("<f>");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer as ArrayBuffer);
    const value = sheet.columns.findIndex(({ header }) => header === "数值") + 1;
    textsOf(sheet).forEach((row, index) => {
      const cell = book.getWorksheet("数据")?.getCell(index + 2, value);
      const text = row[value - 1] ?? "";
      const isNumber = typeof cell?.value === "number";
      expect(String(cell?.value ?? "")).toBe(isNumber ? String(Number(text)) : text);
      if (isNumber)
        expect(cell?.numFmt).toBe(text.includes(".") ? `0.${"0".repeat(text.split(".")[1]?.length ?? 0)}` : "0");
    });
  });
});

describe("renderCsv(sheet)", () => {
  it("says what the sheet says, row by row, in what this program reads itself", () => {
    const rows = csvRows(sheet);
    const texts = textsOf(sheet);
    expect(rows).toHaveLength(texts.length);
    rows.forEach((row, index) => {
      const plain = Object.values(row).map((field) => field.replace(/^'/, ""));
      expect(plain).toEqual(texts[index]?.map((text) => text.replace(/\r\n/g, "\n").replace(/\t/g, " ")));
      expect(Object.keys(row)).toEqual(sheet.columns.map(({ header }) => header));
    });
  });

  it("leaves no field that a spreadsheet would take for a formula", () => {
    const value = "数值";
    const fields = csvRows(sheet).flatMap((row) => Object.entries(row).filter(([name]) => name !== value));
    expect(fields.filter(([, field]) => /^\s*[=+\-@＝＋－＠]/.test(field))).toEqual([]);
    expect(fields.filter(([, field]) => field.startsWith("'")).length).toBeGreaterThan(HOSTILE.length);
    for (const row of csvRows(sheet)) expect(row[value]).toMatch(/^(?:-?\d+(?:\.\d+)?)?$/);
  });

  it("is UTF-8 with its mark, every line ended by CR and LF", () => {
    const bytes = Buffer.from(renderCsv(sheet));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString("utf8");
    expect(text.endsWith("\r\n")).toBe(true);
    const outside = text.replace(/"(?:[^"]|"")*"/g, "");
    expect(outside.match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
  });
});
