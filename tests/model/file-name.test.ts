import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytesOfPath,
  pathKey,
  pathOfBytes,
  pathOnDisk,
  readableName,
  shownPath,
} from "../../pipeline/model/file-name.ts";

const inGbk = (...bytes: readonly number[]) => Buffer.from([...bytes, ...Buffer.from(".xlsx")]);
const TABLE = inGbk(0xb1, 0xed); // 表.xlsx

describe("pathOfBytes(bytes), bytesOfPath(path)", () => {
  it("give any bytes back, and UTF-8 as the text that it is", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 5 }),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const bytes = Buffer.concat(pieces);
        expect(bytesOfPath(pathOfBytes(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => pathOfBytes(Buffer.from(text)) === text),
      { numRuns: 50 },
    );
  });

  it("keep characters of four bytes whole, whose halves look like a stray byte", () => {
    const path = pathOfBytes(Buffer.concat([Buffer.from("💀𠮷"), TABLE]));
    expect(path.startsWith("💀𠮷")).toBe(true);
    expect(pathOnDisk("inbox/💀.xlsx")).toBe("inbox/💀.xlsx");
    expect(shownPath(path)).toContain("💀𠮷");
  });
});

describe("readableName(name)", () => {
  it.each<[what: string, bytes: Buffer, expected: string | undefined]>([
    ["UTF-8", Buffer.from("表.xlsx"), "表.xlsx"],
    ["GBK", TABLE, "表.xlsx"],
    ["GBK with a backslash for a second byte", inGbk(0x96, 0x5c), "朶.xlsx"],
    ["GB18030 of four bytes", inGbk(0x95, 0x32, 0x82, 0x36), "𠀀.xlsx"],
    ["neither", inGbk(0xff), undefined],
    ["GBK cut off within a character", Buffer.from([0xb1, 0xed, 0xb1]), undefined],
    ["UTF-8 cut off within a character", inGbk(...Buffer.from("六月报表").subarray(0, 11)), undefined],
    ["private characters", inGbk(0xaa, 0xa1), undefined],
    ["too long in UTF-8", inGbk(...Array.from({ length: 120 }, () => [0xb1, 0xed]).flat()), undefined],
  ])("reads %s", (_what, bytes, expected) => {
    expect(readableName(pathOfBytes(bytes))).toBe(expected);
  });
});

describe("shownPath(path), pathKey(path)", () => {
  it("shows each name by itself, and tells names apart that are shown alike", () => {
    const [gbk, utf8] = [`局/${pathOfBytes(TABLE)}`, "局/表.xlsx"];
    expect([shownPath(gbk), shownPath(utf8)]).toEqual(["局/表.xlsx", "局/表.xlsx"]);
    expect(shownPath(`${pathOfBytes(Buffer.from([0xff]))}/${pathOfBytes(TABLE)}`)).toBe("\ufffd/表.xlsx");
    expect(pathKey(utf8)).toBe(utf8);
    expect(new Set([gbk, utf8, "局/b1ed.xlsx", `局/${pathOfBytes(inGbk(0xb1))}`].map(pathKey)).size).toBe(4);
    expect(pathOnDisk(pathKey(gbk))).toBe(pathKey(gbk));
  });
});
