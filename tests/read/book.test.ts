import { readFileSync } from "node:fs";
import { type BookType, utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readBook } from "../../pipeline/read/book.ts";
import { fingerprint } from "../../pipeline/read/fingerprint.ts";
import { codeOf, grid, readBytes } from "./read-bytes.ts";

const GB18030 = new URL("../fixtures/read/gb18030-rare-characters.csv", import.meta.url);
const BOOK = workbook();

/** The same table in the forms that offices send. */
function workbook() {
  const sheet = utils.aoa_to_sheet([
    ["指标", "6月"],
    ["工业增加值", 5.3],
    ["财政收入", -12.45],
  ]);
  return { SheetNames: ["工业"], Sheets: { 工业: sheet } };
}

function as(bookType: BookType): Buffer {
  return Buffer.from(write(BOOK, { type: "buffer", bookType, compression: true }));
}

const zipOf = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));

describe("parseBook: what a file is", () => {
  it.each([
    ["xlsx", as("xlsx"), "工业.xls"],
    ["xls", as("biff8"), "工业.xlsx"],
    ["csv", Buffer.from("指标,6月\n"), "工业.xls"],
    ["csv", Buffer.from("指标\t6月\n"), "工业.xls"],
    ["csv", Buffer.from("\ufeff指标\t6月\r\n", "utf16le"), "工业.xls"],
    ["ods", as("ods"), "工业.xlsx"],
    ["html", as("html"), "工业.xls"],
    ["xls", as("biff8"), "工业.et"],
    ["xlsx", as("xlsm"), "工业.xlsm"],
    ["xlsx", as("xlsx"), "工业"],
    ["csv", Buffer.from("指标,6月\r\n\u001a"), "工业.csv"],
  ])("is told by content: %s", async (format, bytes, name) => {
    const book = await readBytes(bytes, name);
    expect([book.format, book.file, grid(book.sheets[0]).A1]).toEqual([format, name, "指标"]);
  });

  it.each(["xlsx", "biff8", "ods"] as const)("%s gives the same cells", async (bookType) => {
    const { sheets } = await readBytes(as(bookType));
    expect(grid(sheets[0])).toEqual({
      A1: "指标",
      B1: "6月",
      A2: "工业增加值",
      B2: "=5.3",
      A3: "财政收入",
      B3: "=-12.45",
    });
  });

  it.each([
    ["an empty file", new Uint8Array()],
    ["blank lines", Buffer.from("\ufeff \r\n\r\n")],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex")],
    ["a web page without a table", Buffer.from("<html><body><p>工业</p></body></html>")],
    ["XML of Excel 2003", as("xlml")],
    ["an OpenDocument text", zipOf("content.xml", "META-INF/manifest.xml")],
    ["flat OpenDocument", as("fods")],
    ["RTF", as("rtf")],
    ["a binary workbook", as("xlsb")],
    ["Excel 4.0", Buffer.from("0904060000001000", "hex")],
    ["a Word document", zipOf("[Content_Types].xml", "word/document.xml")],
    ["a presentation", zipOf("[Content_Types].xml", "ppt/presentation.xml")],
    ["OFD", zipOf("OFD.xml")],
    ["sheets packed together", zipOf("工业.xlsx", "财政.xlsx")],
    ["an empty zip", zipSync({})],
    ["binary", Buffer.from("0001020304", "hex")],
  ])("is refused by name: %s", async (_, bytes) => {
    expect(await codeOf(() => readBytes(bytes, "工业.xlsx"))).toBe("FORMAT_UNSUPPORTED");
  });
});

describe("parseBook: a file that did not arrive whole", () => {
  it.each(["xlsx", "biff8", "ods", "html"] as const)(
    "is refused, or read whole: %s cut at every tenth",
    async (bookType) => {
      const bytes = as(bookType);
      const whole = await outcomeOf(bytes);
      const tenths = Array.from({ length: 9 }, (_, i) => Math.floor((bytes.length * (i + 1)) / 10));
      for (const length of [4, 8, 9, 100, 512, ...tenths, bytes.length - 1]) {
        expect(["FILE_UNREADABLE", "FORMAT_UNSUPPORTED", whole]).toContain(await outcomeOf(bytes.subarray(0, length)));
      }
    },
  );

  it.each([0x01, 0x20, 0xff])("is refused, or read whole: .xlsx with a byte changed by %i", async (mask) => {
    const bytes = as("xlsx");
    const whole = await outcomeOf(bytes);
    for (const changed of withOneByteChanged(bytes, mask)) {
      expect(["FILE_UNREADABLE", "FORMAT_UNSUPPORTED", "FILE_TOO_LARGE", whole]).toContain(await outcomeOf(changed));
    }
  });

  it("never crashes: .xls, which has no checksum, with a byte changed", async () => {
    for (const changed of withOneByteChanged(as("biff8"), 0xff)) {
      expect(await outcomeOf(changed)).toMatch(/^(FILE_UNREADABLE|FORMAT_UNSUPPORTED|FILE_TOO_LARGE|\{.*\})$/);
    }
  });
});

/** The cells as JSON, or the code of the refusal. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  let cells = {};
  const code = await codeOf(async () => {
    cells = Object.fromEntries((await readBytes(bytes)).sheets.map((sheet) => [sheet.name, sheet.cells]));
  });
  return code === "read" ? JSON.stringify(cells) : code;
}

function* withOneByteChanged(bytes: Buffer, mask: number): Generator<Buffer> {
  const step = Math.ceil(bytes.length / 400);
  for (let offset = mask % step; offset < bytes.length; offset += step) {
    const changed = Buffer.from(bytes);
    changed[offset] = (changed[offset] ?? 0) ^ mask;
    yield changed;
  }
}

describe("readBook(path, options)", () => {
  it("reads a file of the disk under its base name and hash", async () => {
    const book = await readBook(GB18030.pathname);
    expect(book.file).toBe("gb18030-rare-characters.csv");
    expect(book.sha256).toBe(fingerprint(readFileSync(GB18030)));
    expect(grid(book.sheets[0])).toEqual({
      ...{ A1: "规模以上工业增加值", C1: "单位：%", A2: "指标", B2: "6月", C2: "1—6月" },
      ...{ A3: "工业增加值", B3: "5.3", C3: "4.8", A4: "㐂𠮷煤业", B4: "-0.5", C4: "…" },
    });
  });

  it("says when there is no such file", async () => {
    expect(await codeOf(() => readBook("/nowhere/工业.xlsx"))).toBe("FILE_NOT_FOUND");
  });
});
