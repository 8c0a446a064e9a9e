import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printableJson, printableText } from "../../pipeline/model/printable-text.ts";

describe("printableText(text)", () => {
  it.each([
    ["plain text", "上半年增长5.2%", "上半年增长5.2%"],
    ["control characters", "a\u0000b\u0008c\u001Fd\u007Fe\u0085f", "abcdef"],
    ["tabs and line ends", "a\tb\r\nc\rd", "a b\nc\nd"],
    ["half of a surrogate pair", "a\uD800b\uDC00c", "abc"],
    ["a whole surrogate pair", "𠀀", "𠀀"],
    ["marks that reverse digits", "\u202E25\u202C.\u2066\u2069", "25."],
    ["marks that lean digits to one side", "\u200F25\u200E.\u061C", "25."],
    ["characters without width", "7\u200B.\u200C8\u200D%\u2060 \uFEFF甲\u00AD乙\u180E", "7.8% 甲乙"],
    ["non-characters", "a\uFFFE\uFFFFb", "ab"],
  ])("handles %s", (_case, text, expected) => {
    expect(printableText(text)).toBe(expected);
  });

  it("leaves nothing that XML forbids, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const printable = printableText(text);
        expect(printable).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
        expect(printableText(printable)).toBe(printable);
      }),
    );
  });
});

describe("printableJson(value)", () => {
  it("prints only what is printable, and parses back to the very same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = printableJson({ text });
        expect(printableText(json)).toBe(json);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });
});
