import { describe, expect, it } from "vitest";
import { lineCount, widthChars } from "../../pipeline/report/text-width.ts";

describe("widthChars(text)", () => {
  it.each([
    ["", 0],
    ["GDP 5.2%", 8],
    ["增长", 4],
    ["“十四五”——", 14],
    ["● 红", 5],
    ["𠀀", 2],
  ])("%j is %i wide", (text, expected) => {
    expect(widthChars(text)).toBe(expected);
  });
});

describe("lineCount(text, columnChars)", () => {
  it.each([
    ["", 10, 1],
    ["增长百分之五", 12, 1],
    ["增长百分之五点", 12, 2],
    ["一\n二\n三", 12, 3],
    ["增长12345678", 10, 2], // a number is not broken while a line can hold it
    ["abcdefghijklmnopqrstuvwxy", 10, 3], // and is where none can
    ["一个很长的网址https://example.cn/abcdefghij", 10, 5],
    ["字".repeat(500), 10, 100],
  ])("%j in %i takes %i", (text, columnChars, expected) => {
    expect(lineCount(text, columnChars)).toBe(expected);
  });
});
