import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { decodeText } from "../../pipeline/read/encoding.ts";

const TEXT = "指标,6月\r\n工业增加值,5.3\r\n";
const GB18030 = readFileSync(new URL("../fixtures/read/gb18030-rare-characters.csv", import.meta.url));

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("decodeText(bytes, file)", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, big end first", utf16be(`\ufeff${TEXT}`)],
    ["GB 2312", Buffer.from("d6b8b1ea2c36d4c20d0ab9a4d2b5d4f6bcd3d6b52c352e330d0a", "hex")],
  ])("reads %s, without the mark", (_, bytes) => {
    expect(decodeText(bytes, "a.csv")).toBe(TEXT);
  });

  it("reads the four-byte characters of GB18030", () => {
    expect(decodeText(GB18030, "a.csv").split("\r\n")[3]).toBe("㐂𠮷煤业,-0.5,…");
  });

  it.each([
    ["UTF-8 with its mark and a wrong byte", Buffer.from("efbbbf41ff42", "hex")],
    ["UTF-8 with its mark, cut within a character", Buffer.from("efbbbfe6", "hex")],
    ["UTF-8 cut within a character, which GB18030 would take", Buffer.from("指标,工业增加值").subarray(0, -1)],
    ["UTF-16 cut within a character", Buffer.from("fffe41004200", "hex").subarray(0, 5)],
    ["UTF-16 with half a pair", Buffer.from("fffe40d8", "hex")],
    ["neither UTF-8 nor GB18030", Buffer.from("b9a4ff2c35", "hex")],
    ["GB18030 cut within a character", Buffer.from("d6b8b1", "hex")],
  ])("refuses %s", (_, bytes) => {
    expect(() => decodeText(bytes, "a.csv")).toThrow(
      expect.objectContaining({ name: PipelineError.name, code: "FILE_UNREADABLE", location: { file: "a.csv" } }),
    );
  });
});
