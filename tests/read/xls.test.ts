import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellList } from "../support/cells.ts";
import { codeOf, grid, readBytes, refusalOf } from "./read-bytes.ts";
import {
  f64,
  formulaRecord,
  labelRecord,
  numberRecord,
  oleFile,
  styleRecord,
  type TinyRecord,
  tinyStream,
  tinyXls,
  u16,
} from "./tiny-xls.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/read/${name}`, import.meta.url));
const hex = (text: string) => Buffer.from(text, "hex");
const RECALC_ID: TinyRecord = [0x01c1, "c1010000548d0100"];
const EMPTY_TEXT = hex("030000000000ffff");

describe("an .xls as LibreOffice writes it", () => {
  it.each(["libreoffice-hidden-indented.xls", "libreoffice-1904.xls"])("%s", async (name) => {
    const { format, sheets } = await readBytes(fixture(name), name);
    const [month, empty, draft] = sheets;
    expect(format).toBe("xls");
    expect(grid(month)).toEqual({
      ...{ A1: "规模以上工业", A2: "指标", B2: "date:2023-06-01", C2: "占比", D2: "用时" },
      ...{ A3: "增加值", B3: "=5.3", C3: "=0.053", D3: "=1.5" },
      ...{ A4: "其中：采矿业", B4: "error:#DIV/0!", C4: "=0.106", D4: "=-0.5", A5: "　　隐藏行", B5: "=1.1" },
    });
    expect(month?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }]);
    const hidden = cellList(month)
      .filter((cell) => cell.hidden)
      .map(({ row, column }) => `${row},${column}`);
    expect(hidden).toEqual(["2,4", "3,4", "4,4", "5,1", "5,2"]);
    expect(
      cellList(month)
        .filter(({ indent }) => indent > 0)
        .map(({ row, indent }) => [row, indent]),
    ).toEqual([[4, 2]]);
    expect([empty?.name, cellList(empty).length, empty?.hidden]).toEqual(["空表", 0, false]);
    expect([draft?.name, cellList(draft).length, draft?.hidden]).toEqual(["底稿", 1, true]);
  });
});

describe("an .xls written record by record", () => {
  it("of BIFF5, with text in GBK", async () => {
    const sheet = { name: hex("b9a4d2b5"), records: [labelRecord(0, 0, hex("d6b8b1ea")), numberRecord(0, 1, 5.3)] };
    for (const globals of [[[0x0042, u16(936)] as const], []]) {
      const { sheets } = await readBytes(tinyXls({ version: 0x0500, globals, sheets: [sheet] }));
      expect([sheets[0]?.name, grid(sheets[0])]).toEqual(["工业", { A1: "指标", B1: "=5.3" }]);
    }
  });

  it("with a date in a format that Chinese Excel knows by number", async () => {
    const styles = [styleRecord({}), styleRecord({ format: 57, indent: 3 })];
    const { sheets } = await readBytes(
      tinyXls({ globals: styles, sheets: [{ name: "甲", records: [numberRecord(0, 0, 45078, 1)] }] }),
    );
    expect(grid(sheets[0])).toEqual({ A1: "date:2023-06-01" });
    expect(cellList(sheets[0])[0]?.indent).toBe(3);
  });

  it("with several numbers in one record", async () => {
    const rk = (value: number) => Buffer.concat([u16(1), Buffer.from(Int32Array.of((value << 2) | 2).buffer)]);
    const mulRk: TinyRecord = [0x00bd, Buffer.concat([u16(2, 1), rk(5), rk(-7), u16(2)])];
    const { sheets } = await readBytes(
      tinyXls({ globals: [styleRecord({}), styleRecord({ indent: 1 })], sheets: [{ name: "甲", records: [mulRk] }] }),
    );
    expect(grid(sheets[0])).toEqual({ B3: "=5", C3: "=-7" });
    expect(cellList(sheets[0]).map(({ indent }) => indent)).toEqual([1, 1]);
  });

  it.each([
    ["a zero that asks to be recomputed", [], f64(0), 2, "uncached"],
    ["a zero that does not", [], f64(0), 0, "=0"],
    ["a number that asks to be recomputed", [], f64(5), 3, "=5"],
    ["empty text from a program that never computed", [], EMPTY_TEXT, 0, "uncached"],
    ["empty text from a program that did", [RECALC_ID], EMPTY_TEXT, 0, undefined],
  ])("with a formula whose result is %s", async (_, globals, result, flags, read) => {
    const sheet = { name: "甲", records: [formulaRecord(0, 0, result, flags)] };
    expect(grid((await readBytes(tinyXls({ globals, sheets: [sheet] }))).sheets[0]).A1).toBe(read);
  });

  it("with a chart sheet and a module between, hidden and very hidden sheets", async () => {
    const records = [numberRecord(0, 0, 1)];
    const sheets = [
      { name: "图", kind: 2 as const, records },
      { name: "甲", state: 1 as const, records },
      { name: "模块", kind: 6 as const, records: [] },
      { name: "乙", state: 2 as const, records },
      { name: "丙", records },
    ];
    const read = (await readBytes(tinyXls({ sheets }))).sheets;
    expect(read.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["甲", true],
      ["乙", true],
      ["丙", false],
    ]);
  });

  it("with the values of a chart inside a sheet, which are not the sheet's", async () => {
    const chart: readonly TinyRecord[] = [
      [0x0809, u16(0x0600, 0x20, 0, 0, 0, 0, 6, 0)],
      numberRecord(5, 5, 9),
      [0x000a, ""],
    ];
    const sheet = { name: "甲", records: [numberRecord(0, 0, 1), ...chart, numberRecord(1, 0, 2)] };
    expect(grid((await readBytes(tinyXls({ sheets: [sheet] }))).sheets[0])).toEqual({ A1: "=1", A2: "=2" });
  });
});

describe("an OLE file that must be refused", () => {
  const sheets = [{ name: "甲", records: [numberRecord(0, 0, 1)] }];
  const stream = tinyStream({ sheets });
  it.each([
    [
      "an encrypted .xlsx",
      oleFile({ "/EncryptionInfo": u16(4, 4), "/EncryptedPackage": u16(1, 2, 3) }),
      "FILE_UNREADABLE",
    ],
    ["an encrypted .xls", tinyXls({ globals: [[0x002f, "010001000100"]], sheets }), "FILE_UNREADABLE"],
    ["a Word document", oleFile({ "/WordDocument": u16(1) }), "FORMAT_UNSUPPORTED"],
    [
      "a Word document with a workbook in it",
      oleFile({ "/WordDocument": u16(1), "/ObjectPool/_1/Workbook": stream }),
      "FORMAT_UNSUPPORTED",
    ],
    ["something else", oleFile({ "/Contents": u16(1) }), "FORMAT_UNSUPPORTED"],
    ["a stream that breaks off", oleFile({ "/Workbook": stream.subarray(0, -4) }), "FILE_UNREADABLE"],
    ["a stream that breaks off within a record", oleFile({ "/Workbook": stream.subarray(0, -6) }), "FILE_UNREADABLE"],
    ["an empty stream", oleFile({ "/Workbook": new Uint8Array() }), "FILE_UNREADABLE"],
    ["a stream that is none", oleFile({ "/Workbook": Buffer.alloc(5_000, 7) }), "FILE_UNREADABLE"],
    ["a signature alone", hex("d0cf11e0a1b11ae1"), "FILE_UNREADABLE"],
    [
      "text that never comes",
      tinyXls({ sheets: [{ name: "甲", records: [formulaRecord(0, 0, hex("000000000000ffff"), 0)] }] }),
      "FILE_UNREADABLE",
    ],
  ])("%s", async (_, bytes, code) => {
    expect(await codeOf(() => readBytes(bytes))).toBe(code);
  });

  it("says what to do about a password", async () => {
    const refusal = await refusalOf(() => readBytes(oleFile({ "/EncryptedPackage": u16(1) })));
    expect(refusal.hint).toBe("请去掉打开密码，另存后重新上传");
  });

  it("more cells than the limit", async () => {
    const bytes = tinyXls({ sheets: [...sheets, { name: "乙", records: [numberRecord(0, 0, 1)] }] });
    expect(await codeOf(() => readBytes(bytes, "a.xls", { cells: 2 }))).toBe("read");
    expect(await codeOf(() => readBytes(bytes, "a.xls", { cells: 1 }))).toBe("FILE_TOO_LARGE");
  });
});
