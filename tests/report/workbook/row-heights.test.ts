import { describe, expect, it } from "vitest";
import { rowHeightPt } from "../../../pipeline/report/workbook/row-heights.ts";

describe("rowHeightPt(texts, bodyPt)", () => {
  const placed = (text: string, columnChars: number, sizePt = 10) => ({ text, columnChars, sizePt });

  it.each([
    ["no text takes one line", [], 19],
    ["one line", [placed("增长", 10)], 19],
    ["the longest text decides", [placed("增长", 10), placed("增长百分之五点二", 8)], 33],
    ["larger letters take more room both ways", [placed("增长百分", 8, 20)], 62],
    ["nothing is higher than Excel allows", [placed("字".repeat(40_000), 10)], 413],
  ])("%s", (_case, texts, expected) => {
    expect(rowHeightPt(texts, 10)).toBe(Math.min(expected, 409));
  });
});
