import { describe, expect, it } from "vitest";
import { displayWidth, formatTable, printTo, wrapText } from "../pipeline/terminal.ts";

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

describe("formatTable(columns, rows, maxWidth)", () => {
  const columns = [
    { header: "目标", align: "left", wraps: true },
    { header: "实际", align: "right" },
  ] as const;

  it("lets the column that wraps go on below, and headings stand alone", () => {
    const rows = ["【主要目标】", ["城镇居民人均可支配收入增速", "5.7"], ["地区生产总值", "6.2"]];
    expect(formatTable(columns, rows, 24).split("\n")).toEqual([
      "目标                实际",
      "------------------  ----",
      "【主要目标】",
      "城镇居民人均可支配   5.7",
      "收入增速",
      "地区生产总值         6.2",
    ]);
  });

  it.each([40, 60, 100])("is never wider than %i", (most) => {
    const names = ["地", "a1", "，"].flatMap((one) => [1, 7, 33, 80].map((times) => [one.repeat(times), "1,234.5"]));
    const widths = formatTable(columns, names, most).split("\n").map(displayWidth);
    expect(Math.max(...widths)).toBeLessThanOrEqual(most);
  });
});

describe("wrapText(text, width)", () => {
  it.each([
    ["", 10, [""]],
    ["增长12.3%以上", 8, ["增长", "12.3%以", "上"]],
    ["后6个月需增长6.4%", 12, ["后6个月需增", "长6.4%"]],
    ["地区生产总值，增长", 12, ["地区生产总", "值，增长"]], // a mark never begins a line
  ])("breaks %j at %i", (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
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
