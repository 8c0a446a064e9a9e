import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../tools/sheets/gb18030.ts";

describe("encodeGb18030(text)", () => {
  it.each([
    ["", []],
    ["a1,%\r\n", [0x61, 0x31, 0x2c, 0x25, 0x0d, 0x0a]],
    ["通辽", [0xcd, 0xa8, 0xc1, 0xc9]],
    ["　", [0xa1, 0xa1]], // A3A0 decodes to the same blank and must not be chosen
    ["—…％", [0xa1, 0xaa, 0xa1, 0xad, 0xa3, 0xa5]],
  ])("encodes %j", (text, bytes) => {
    expect([...encodeGb18030(text)]).toEqual(bytes);
  });

  it("is read back by the decoder", () => {
    const text = "科尔沁左翼中旗　其中：（％）—…１～６月，Ⅲ";
    expect(new TextDecoder("gb18030", { fatal: true }).decode(encodeGb18030(text))).toBe(text);
  });

  it("refuses what takes four bytes", () => {
    expect(() => encodeGb18030("😀")).toThrow(RangeError);
  });
});
