import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseNumber } from "../../pipeline/plan/chinese-number.ts";
import { numberTokens } from "../../pipeline/plan/number-tokens.ts";

const DIGITS = "零一二三四五六七八九";

describe("chineseNumber(text)", () => {
  it.each([
    ["零", "0"],
    ["〇", "0"],
    ["两", "2"],
    ["十", "10"],
    ["十二", "12"],
    ["九十", "90"],
    ["两百", "200"],
    ["一百零五", "105"],
    ["一千零一十", "1010"],
    ["百万", "1000000"],
    ["千万", "10000000"],
    ["三万五千", "35000"],
    ["十二亿零三万", "1200030000"],
    ["二〇二三", "2023"],
  ])("reads %s as %s", (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it.each(["", "万千", "十百", "一二十", "二三百", "一万万", "甲", "5"])("takes %j for no number", (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });

  it("reads back every number below a million million", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(chineseNumber(inNumerals(value))).toBe(String(value));
      }),
    );
  });
});

describe("numberTokens(text)", () => {
  it.each([
    ["增长7%左右", [["7", "7"]]],
    ["达到1.2万人", [["1.2", "1.2"]]],
    ["２０２３年", [["２０２３", "2023"]]],
    [
      "380万千瓦，占60%",
      [
        ["380", "380"],
        ["60", "60"],
      ],
    ],
    [
      "8~10个",
      [
        ["8", "8"],
        ["10", "10"],
      ],
    ],
    ["“1+N+X”", [["1", "1"]]],
    ["好Ⅲ水体", [["Ⅲ", null]]],
    [
      "两级40个",
      [
        ["两", "2"],
        ["40", "40"],
      ],
    ],
    ["动态清零", [["零", "0"]]],
    ["千万元以上", [["千万", "10000000"]]],
    ["没有数", []],
  ])("finds the numbers of %s", (text, expected) => {
    expect(numberTokens(text).map((token) => [token.text, token.value])).toEqual(expected);
  });

  it("gives places at which the number stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."一零万亿.5０９%个Ⅴ年") }), (text) => {
        for (const token of numberTokens(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
    );
  });
});

/** Writes a number as Chinese does, 零 for a gap. */
function inNumerals(value: number): string {
  for (const [unit, factor] of [
    ["亿", 1e8],
    ["万", 1e4],
    ["千", 1000],
    ["百", 100],
    ["十", 10],
  ] as const) {
    if (value < factor) continue;
    const rest = value % factor;
    const gap = rest > 0 && rest < factor / 10 ? "零" : "";
    return `${inNumerals(Math.floor(value / factor))}${unit}${gap}${rest === 0 ? "" : inNumerals(rest)}`;
  }
  return DIGITS[value] ?? "";
}
