import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";

const TITLE: readonly GridValue[][] = [["通辽市2023年6月主要经济指标"], [null, null, null, "单位：亿元"]];

function read(head: readonly GridValue[], ...rows: readonly (readonly GridValue[])[]) {
  return extractBook(bookOf(sheetOf([...TITLE, head, ...rows])), SEEDS);
}

const GOOD = ["社会消费品零售总额", 70.1, 5.2] as const;

describe("a row of texts in place of figures", () => {
  it.each([
    ["进出口总额", "20,1", "±3.1"],
    ["出口总额", "2O.1", "3.l"],
    ["进口总额", "12.0?", "待定"],
    ["税收收入", "33.1/32", "3.4 3.1"],
    ["非税收入", "十九", "百分之三"],
    ["固定资产投资", "152.3-", "15.2-"],
    ["出口/进口", "8.1/12.0", "2.0/4.0"],
  ])("is asked about: %s | %s | %s", (label, value, growth) => {
    for (const rows of [[[label, value, growth]], [GOOD, [label, value, growth]], [[label, value, growth], GOOD]]) {
      const { issues, observations } = read(["指标", "1-6月", "同比增长(%)"], ...rows);
      const at = rows.findIndex((row) => row[0] === label) + 4;
      expect(issues.map(({ cell, code }) => [cell, code])).toEqual([
        [`B${at}`, "not-a-number"],
        [`C${at}`, "not-a-number"],
      ]);
      expect(observations.filter(({ value }) => value !== null)).toHaveLength(rows.length === 1 ? 0 : 2);
    }
  });

  it.each([
    ..."8.1亿、20,1、33.1（快报）、同口径增长5.2%、19.2 →、清零、未发生、450个（开复工率92%）、1,800.5；、0.8（含补录）".split(
      "、",
    ),
    "见附表",
  ])("is asked about in a table of one column: %s", (value) => {
    const { issues } = read(["指标", "1-6月"], ["固定资产投资", value], ["社会消费品零售总额", 70.1]);
    expect(issues.map(({ cell, code }) => [cell, code])).toEqual([["B4", "not-a-number"]]);
  });

  it("is no parent of the rows below it", () => {
    const head = ["地区", "1-6月固定资产投资", "同比增长(%)"];
    const { observations, issues } = read(head, ["科尔沁区", "80.2万", "8.3？"], ["奈曼旗", 12.1, 3.3]);
    expect(observations.filter(({ value }) => value !== null).map(({ path }) => path)).toEqual([[], []]);
    expect(issues.map(({ cell }) => cell)).toEqual(["B4", "C4"]);
  });

  it.each([
    ["a group", ["一、财政", null, null]],
    ["a unit line", ["二、财政", null, "单位：亿元"]],
    ["units", ["财政", "亿元", "%"]],
    ["a header once more", ["指标", "1-6月", "同比增长(%)"]],
    ["a note", ["注：本表为快报数", "未经核定", null]],
  ] as const)("is not what %s is", (_, row) => {
    const { issues } = read(["指标", "1-6月", "同比增长(%)"], GOOD, row, ["固定资产投资", 152.1, 3.1]);
    expect(issues.filter(({ code }) => code === "not-a-number")).toEqual([]);
  });
});

describe("a column of texts under a head that says time, measure or unit", () => {
  it.each([
    [
      "指标|6月|1-6月|同比增长(%)",
      ["固定资产投资", "28.3亿", 152.1, 3.1],
      ["社会消费品零售总额", "3.1亿", 70.1, 5.2],
      ["B4", "B5"],
    ],
    ["指标|1-6月|同比增长(%)", ["固定资产投资", "165.2(快报)", 3.1], [], ["B4"]],
    ["指标|1-6月|同比增长(%)", ["固定资产投资", { raw: { type: "boolean", value: true } }, 3.1], [], ["B4"]],
  ] as const)("is asked about: %s", (head, first, second, cells) => {
    const { issues } = read(head.split("|"), first as never, second as never);
    expect(issues.filter(({ code }) => code === "not-a-number").map(({ cell }) => cell)).toEqual(cells);
  });
});
