import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readBook } from "../../../pipeline/read/book.ts";
import type { GridValue } from "../../support/grid.ts";
import { type FileForm, officeFile } from "../../support/office-files.ts";
import { scratchFolder } from "../../support/scratch-home.ts";
import { extract, facts, questions } from "../small-vocabulary.ts";

/** The traps of files; the others stand in traps.test.ts, which counts them all. */

const ROWS: readonly (readonly GridValue[])[] = [
  ["2023年6月通辽市主要指标"],
  ["指标", "6月", null, "1—6月", null],
  [null, "绝对量（亿元）", "同比（%）", "绝对量（亿元）", "同比（%）"],
  ["社会消费品零售总额", 25.5, 7.2, 160.1, 6.6],
];
const MERGES = ["A1:E1", "A2:A3", "B2:C2", "D2:E2"];
const READ = [
  "B4 retail 2023-06 month value 25.5 亿元",
  "C4 retail 2023-06 month yoy 7.2 %",
  "D4 retail 2023-06 ytd value 160.1 亿元",
  "E4 retail 2023-06 ytd yoy 6.6 %",
];

async function readFile(bytes: Uint8Array, name: string) {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  return extract(await readBook(path));
}

const written = (form: FileForm, merges = MERGES) => officeFile([{ name: "Sheet1", rows: ROWS, merges }], form);

describe("trap 1: merged cells", () => {
  it.each<[FileForm, readonly string[]]>([
    ["xlsx", MERGES],
    ["xls", MERGES],
    ["ods", MERGES],
    ["html", MERGES],
    ["xlsx", []], // as some programs save it: every merge lost
    ["csv", []],
  ])(".%s with the merges %j", async (form, merges) => {
    const extraction = await readFile(await written(form, [...merges]), `报表.${form}`);
    expect([facts(extraction), questions(extraction)]).toEqual([READ, []]);
  });
});

describe("trap 15: hidden rows, columns and sheets, comments", () => {
  it("are read and named, and a comment is no figure", async () => {
    const book = new ExcelJS.Workbook();
    for (const name of ["一", "二"]) {
      const sheet = book.addWorksheet(name, { state: name === "二" ? "hidden" : "visible" });
      const indicator = name === "一" ? "固定资产投资" : "税收收入";
      sheet.addRows([["2023年1—6月通辽市指标"], ["指标", "累计（亿元）"], [indicator, 90]]);
      sheet.getCell("B3").note = "调度数 95";
    }
    const first = book.getWorksheet("一");
    if (first) first.getRow(3).hidden = true;
    const extraction = await readFile(new Uint8Array(await book.xlsx.writeBuffer()), "报表.xlsx");
    expect(facts(extraction)).toEqual(["B3 investment 2023-06 ytd value 90 亿元", "B3 tax 2023-06 ytd value 90 亿元"]);
    expect(questions(extraction)).toEqual([
      [null, "hidden-content"],
      [null, "hidden-content"],
    ]);
  });
});

describe("trap 16: dates as heads, in either epoch", () => {
  it.each([false, true])("counting from 1904: %s", async (date1904) => {
    const book = new ExcelJS.Workbook();
    book.properties.date1904 = date1904;
    const sheet = book.addWorksheet("月度");
    sheet.addRows([["通辽市月度数据（亿元）"], ["指标"], ["社会消费品零售总额", 25.5, 24]]);
    for (const [address, month] of [
      ["B2", 5],
      ["C2", 4],
    ] as const) {
      sheet.getCell(address).value = new Date(Date.UTC(2023, month, 1));
      sheet.getCell(address).numFmt = 'yyyy"年"m"月"';
    }
    expect(facts(await readFile(new Uint8Array(await book.xlsx.writeBuffer()), "报表.xlsx"))).toEqual([
      "B3 retail 2023-06 month value 25.5 亿元",
      "C3 retail 2023-05 month value 24 亿元",
    ]);
  });
});

describe("trap 21: files that are not what their names say", () => {
  const tabs = ROWS.map((row) => row.map((value) => value ?? "").join("\t")).join("\r\n");

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ["a web page named .xls", () => written("html"), "报表.xls"],
    ["text between tabs named .xls", async () => Buffer.from(`\ufeff${tabs}`, "utf16le"), "报表.xls"],
    ["a .csv in GB18030", () => written("csv", []), "报表.csv"],
    ["an .et, which is an .xls", () => written("xls"), "报表.et"],
    ["an .xlsx named .xls", () => written("xlsx"), "报表.xls"],
  ])("%s", async (_, bytes, name) => {
    expect(facts(await readFile(await bytes(), name))).toEqual(READ);
  });
});
