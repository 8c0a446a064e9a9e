import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";

const read = (name: string, rows: readonly (readonly GridValue[])[]) =>
  extractBook(bookOf(sheetOf(rows, { name })), SEEDS);

describe("sheets in front of the tables", () => {
  it.each<[string, string, readonly (readonly GridValue[])[]]>([
    [
      "a list of contents with a header",
      "目录",
      [
        ["序号", "表名", "页码"],
        [1, "主要经济指标", 1],
        [2, "固定资产投资", 12],
      ],
    ],
    [
      "a plain list",
      "目录",
      [
        ["主要经济指标", 1],
        ["固定资产投资", 2],
        ["财政收支", 4],
      ],
    ],
    ["one by its first line", "Sheet1", [["目 录"], [], ["主要经济指标", 1], ["固定资产投资", 2], ["财政收支", 4]]],
    ["a cover", "封面", [["通辽市统计月报"], ["2023年6月"], ["第", 6, "期"]]],
  ])("asks nothing of %s", (_, name, rows) => {
    const { observations, issues, dispositions } = read(name, rows);
    expect([observations, issues]).toEqual([[], []]);
    expect(new Set(dispositions.map(({ kind }) => kind))).toEqual(new Set(["note", "ignored"]));
  });

  it("reads a table all the same, whatever its sheet is called", () => {
    const { observations } = read("封面", [
      ["通辽市2023年6月主要经济指标"],
      ["指标", "单位", "1-6月"],
      ["地区生产总值", "亿元", 412.3],
    ]);
    expect(observations.map(({ cell, value }) => [cell, value])).toEqual([["C3", "412.3"]]);
  });
});
