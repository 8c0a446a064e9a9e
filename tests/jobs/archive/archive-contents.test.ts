import { readdirSync, readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { lookInto } from "../../../pipeline/jobs/archive/contents.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { ROOT } from "../../support/scratch-home.ts";

const text = (words: string) => new TextEncoder().encode(words);
const book = (more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>", ...more }).map(([name, words]) => [
        name,
        text(words),
      ]),
    ),
  );

function encrypted(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  for (const [signature, flags] of [["PK\x03\x04", 6] as const, ["PK\x01\x02", 8] as const]) {
    const at = changed.indexOf(signature, 0, "latin1") + flags;
    changed[at] = (changed[at] ?? 0) | 1;
  }
  return changed;
}

const utf16 = (words: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(words, "utf16le")]);
const ole = (hex: string) => Buffer.from(`d0cf11e0a1b11ae1${hex}`, "hex");

describe("lookInto(file, limits)", () => {
  it.each<[string, string, Uint8Array, "lasting" | "", "opened" | "", "active" | ""]>([
    ["a plain workbook", "a.xlsx", book(), "lasting", "opened", ""],
    ["macros", "a.xlsx", book({ "xl/vbaProject.bin": "x" }), "lasting", "opened", "active"],
    ["a macro sheet", "a.xlsx", book({ "xl/macrosheets/sheet1.xml": "x" }), "lasting", "opened", "active"],
    ["connections", "a.xlsx", book({ "xl/connections.xml": "x" }), "lasting", "opened", "active"],
    ["queries", "a.xlsx", book({ "xl/queryTables/q.xml": "x" }), "lasting", "opened", "active"],
    ["an object", "a.xlsx", book({ "xl/embeddings/o.bin": "x" }), "lasting", "opened", "active"],
    [
      "macros under another name",
      "a.xlsx",
      book({ "[Content_Types].xml": "vbaProject" }),
      "lasting",
      "opened",
      "active",
    ],
    ["an ending that a workbook has not", "a.exe", book(), "", "opened", ""],
    ["Basic of OpenDocument", "a.ods", zipSync({ "Basic/Standard/M.xml": text("x") }), "", "opened", "active"],
    ["an object of OpenDocument", "a.ods", zipSync({ "Object 1/content.xml": text("x") }), "", "opened", "active"],
    ["events of OpenDocument", "a.ods", zipSync({ "content.xml": text("<script:x/>") }), "", "opened", "active"],
    ["a zip that is cut", "a.xlsx", book({ "xl/vbaProject.bin": "x" }).subarray(0, 60), "", "", ""],
    ["an encrypted workbook", "a.xlsx", encrypted(book({ "xl/vbaProject.bin": "x" })), "", "", ""],
    ["VBA of an .xls", "a.xls", utf16("_VBA_PROJECT"), "lasting", "opened", "active"],
    ["a macro sheet of an .xls", "a.xls", ole("85000e00aabbcc000001060041"), "lasting", "opened", "active"],
    ["a sheet of an .xls", "a.xls", ole("85000e00aabbcc000000060041"), "lasting", "opened", ""],
    ["a link of an .xls", "a.xls", ole("ae0110000100080000014100"), "lasting", "opened", "active"],
    ["a link of an .xls to itself", "a.xls", ole("ae01040001000104"), "lasting", "opened", ""],
    ["a page", "a.xls", text("<html><table/></html>"), "", "opened", ""],
    ["a page with a script", "a.xls", text("<html><script>alert(1)</script></html>"), "", "opened", "active"],
    ["a program", "程序.xlsx", Buffer.from("7f454c4602010100", "hex"), "", "", ""],
    ["a table", "a.csv", text("指标,数\n增速,-1.5\n"), "lasting", "opened", ""],
    ["a table that asks another program", "a.csv", text("指标,=cmd|' /C calc'!A0\n"), "lasting", "opened", "active"],
    ["a PDF that does something", "a.pdf", text("%PDF-1.4 /OpenAction"), "lasting", "opened", "active"],
  ])("sees %s", async (_, path, bytes, ...told) => {
    const { isLasting, isOpened, isActive } = await lookInto({ path, bytes: () => bytes }, DEFAULT_READ_LIMITS);
    expect([isLasting && "lasting", isOpened && "opened", isActive && "active"].map((word) => word || "")).toEqual(
      told,
    );
  });

  it("suspects none of the sheets that bureaus send", async () => {
    const folder = `${ROOT}seeds/sheets/demo`;
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.xlsx?$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    for (const path of names) {
      const seen = await lookInto({ path, bytes: () => readFileSync(`${folder}/${path}`) }, DEFAULT_READ_LIMITS);
      expect(seen).toEqual({ path, isLasting: true, isOpened: true, isActive: false });
    }
  });
});
