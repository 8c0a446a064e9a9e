import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { refusalOf } from "./read-bytes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jindu-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function table(text: string): string {
  const file = join(folder, "table.csv");
  writeFileSync(file, text);
  return file;
}

describe("readCsvRows(file)", () => {
  it("gives each row by column name, with its line", () => {
    expect(readCsvRows(table('\ufeffcode,name\na,甲\n\n"b","乙,\n丙"\n'))).toEqual([
      { line: 2, fields: { code: "a", name: "甲" } },
      { line: 5, fields: { code: "b", name: "乙,\n丙" } },
    ]);
  });

  it("gives nothing for a header alone", () => {
    expect(readCsvRows(table("code,name\n"))).toEqual([]);
  });

  it.each([
    ["a field too many", "code,name\na,b\na,b,c\n", 3],
    ["a field too few", "code,name\na\n", 2],
    ["a quote that is not closed", 'code,name\na,"b\n', 2],
    ["a quote inside a field", 'code,name\na,b"c\n', 2],
    ["two columns of one name", "code,code\na,b\n", 1],
  ])("refuses %s", async (_, text, line) => {
    const file = table(text);
    const refusal = await refusalOf(async () => readCsvRows(file));
    expect([refusal.code, refusal.location]).toEqual(["SEED_INVALID", { file, line }]);
  });

  it("says when there is no such file", async () => {
    expect((await refusalOf(async () => readCsvRows(join(folder, "no.csv")))).code).toBe("FILE_NOT_FOUND");
  });
});
