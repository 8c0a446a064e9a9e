import { describe, expect, it } from "vitest";
import { displayWidth, formatTable, printTo } from "../pipeline/terminal.ts";

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

  it("keeps every row on its line, and aligned, whatever the texts hold", () => {
    const columns = [
      { header: "指标", align: "left" },
      { header: "值", align: "right" },
    ] as const;
    const table = formatTable(columns, [["地\u001b[31m区\u202e\n编号", "1"]]);
    expect(table.split("\n")).toEqual(["指标           值", "-------------  --", "地[31m区 编号   1"]);
  });
});

describe("printTo(stream)", () => {
  it.each([
    ["地\u001b[31m区\u202e12\u009b2J\r编号\n", "地[31m区122J\n编号\n"],
    ["\uFEFF指标,值\r\n地区,1\r\n", "\uFEFF指标,值\r\n地区,1\r\n"],
  ])("prints %j as %j", (text, expected) => {
    const written: string[] = [];
    printTo({ write: (part) => written.push(part) })(text);
    expect(written).toEqual([expected]);
  });
});
