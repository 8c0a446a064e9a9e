import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CellObject, read, utils, type WorkSheet, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, type Sheet, toAddress } from "../../pipeline/model/cell.ts";
import { fromNumber } from "../../pipeline/model/decimal.ts";
import { isDateFormat } from "../../pipeline/read/number-format.ts";
import { cellList } from "../support/cells.ts";
import { ROOT } from "../support/scratch-home.ts";
import { readBytes } from "./read-bytes.ts";

/** What two readers of one cell must agree on: its address, kind, value and number format. */
function ours({ row, column, raw, numberFormat }: Cell): string {
  const value = "text" in raw ? raw.text : "value" in raw ? String(raw.value) : "date" in raw ? raw.date : "";
  return JSON.stringify([toAddress(row, column), raw.type, value, numberFormat]);
}

function theirs(sheet: WorkSheet | undefined, date1904: boolean): readonly string[] {
  const rows: readonly (readonly CellObject[] | undefined)[] = sheet?.["!data"] ?? [];
  const found: string[] = [];
  for (const [r, row] of rows.entries())
    for (const [c, cell] of (row ?? []).entries()) {
      const format = String(cell?.z ?? "General");
      const kind = { n: "number", s: "text", b: "boolean", e: "error" }[String(cell?.t)];
      if (!cell || kind === undefined || cell.v === "" || cell.v === undefined) continue;
      const isDate = kind === "number" && isDateFormat(format);
      const [type, value] = isDate
        ? ["date", dateOf(Number(cell.v) + (date1904 ? 1462 : 0))]
        : [kind, kind === "number" ? fromNumber(Number(cell.v)) : String(cell.v)];
      found.push(JSON.stringify([toAddress(r + 1, c + 1), type, value, format]));
    }
  return found;
}

function dateOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** @returns how many cells there are */
async function expectSame(bytes: Buffer): Promise<number> {
  const book = read(bytes, { type: "buffer", dense: true, cellNF: true, cellText: false, cellHTML: false });
  const { sheets } = await readBytes(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(book.SheetNames);
  for (const sheet of sheets as readonly Sheet[]) {
    const library = book.Sheets[sheet.name];
    expect(cellList(sheet).map(ours)).toEqual(theirs(library, book.Workbook?.WBProps?.date1904 ?? false));
    const merges = (library?.["!merges"] ?? []).map(({ s, e }) => [s.r + 1, s.c + 1, e.r + 1, e.c + 1]);
    expect(sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual(merges);
  }
  return sheets.reduce((sum, sheet) => sum + cellList(sheet).length, 0);
}

const FORMATS = ["0.0", "0.0%", "#,##0.00", "General", 'yyyy"年"m"月"', "yyyy-mm-dd", "0.0;[Red]0.0", '0.0"亿元"'];
const serials = fc.integer({ min: 61, max: 60_000 });
const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100),
  serials,
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }).filter((text) => /^[\t\n\u0020-\ud7ff\ue000-\ufffd]*$/u.test(text)),
  fc.constantFrom("工业增加值", " 其中：　采掘业", "<&>\"'", "a_x000A_b", "1\n2", "％", "𠮷林", "'=1+1"),
);
const cells = fc.oneof(
  fc.record({ t: fc.constant("n" as const), v: numbers, z: fc.constantFrom("0.0", "0.0%", "#,##0.00", "General") }),
  fc.record({ t: fc.constant("n" as const), v: serials, z: fc.constantFrom(...FORMATS) }),
  fc.record({ t: fc.constant("s" as const), v: texts }),
  fc.record({ t: fc.constant("b" as const), v: fc.boolean() }),
);

describe("our reading of an .xlsx against the spreadsheet library's", () => {
  it("agrees on random sheets, texts shared or in place", async () => {
    let compared = 0;
    const row = fc.array(fc.option(cells, { freq: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, bookSST) => {
        const sheet = utils.aoa_to_sheet(rows.map((line) => line.map((cell) => cell ?? null)) as unknown[][]);
        sheet["!merges"] = [{ s: { r: 20, c: 0 }, e: { r: 21, c: 3 } }];
        const book = { SheetNames: ["表 1&2"], Sheets: { "表 1&2": sheet } };
        compared += await expectSame(Buffer.from(write(book, { type: "buffer", bookType: "xlsx", bookSST })));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });

  it("agrees on every shipped workbook", async () => {
    const files = readdirSync(join(ROOT, "seeds"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".xlsx"),
    );
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) await expectSame(readFileSync(join(ROOT, "seeds", file)));
  });
});
