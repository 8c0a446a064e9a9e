import { describe, expect, it } from "vitest";
import { displayWidth, formatTable } from "../pipeline/terminal.ts";

describe("displayWidth(text)", () => {
  it.each([
    ["abc", 3],
    ["地区", 4],
    ["1—6月", 6],
    ["（%）", 5],
    ["", 0],
  ])("of %j is %i", (text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });
});

describe("formatTable(columns, rows)", () => {
  it("lines up Chinese and digits, and ends no line with blanks", () => {
    const columns = [
      { header: "指标", align: "left" },
      { header: "值", align: "right" },
    ] as const;
    expect(
      formatTable(columns, [
        ["地区生产总值", "5.2"],
        ["GDP", "-10"],
      ]).split("\n"),
    ).toEqual(["指标           值", "------------  ---", "地区生产总值  5.2", "GDP           -10"]);
  });
});
