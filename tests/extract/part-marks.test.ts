import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";

function read(rows: readonly (readonly GridValue[])[], merges: readonly string[]) {
  const { questions, observations, issues } = extractBook(bookOf(sheetOf(rows, { merges })), SEEDS);
  return {
    asked: questions.map(({ path, label, cell }) => `${cell} ${[...path, label].join(">")}`),
    paths: observations
      .filter(({ indicator }) => indicator === null)
      .map(({ cell, path }) => `${cell} ${path.join(">")}`),
    codes: new Set(issues.map(({ code }) => code)),
  };
}

describe("其中 in a cell of its own", () => {
  const parts = [
    ["2023年1—6月通辽市完成表"],
    ["指标", null, "1-6月（亿元）"],
    ["固定资产投资", null, 100],
    ["其中", "工业", 80],
    [null, "商业", 20],
    ["社会消费品零售总额", null, 50],
    ["其中", "商业", 30],
  ];
  const wide = ["A2:B2", "A3:B3", "A6:B6"];

  it.each([
    ["merged over its parts", [...wide, "A4:A5"]],
    ["beside the first of its parts", wide],
  ])("puts the labels beside it under the row above, where it is %s", (_, merges) => {
    const { asked, paths } = read(parts, merges);
    expect(asked).toEqual(["B4 固定资产投资>工业", "B5 固定资产投资>商业", "B7 社会消费品零售总额>商业"]);
    expect(paths).toEqual(["C4 固定资产投资", "C5 固定资产投资", "C7 社会消费品零售总额"]);
  });

  it("over heads tells apart two heads that say the same", () => {
    const { asked, paths, codes } = read(
      [
        ["2023年1—6月通辽市各旗县完成表"],
        ["地区", "固定资产投资（万元）", "其中", null, "社会消费品零售总额（万元）", "其中"],
        [null, null, "商业（万元）", "农业（万元）", null, "商业（万元）"],
        ["科尔沁区", 100, 80, 20, 50, 31],
      ],
      ["A2:A3", "B2:B3", "C2:D2", "E2:E3"],
    );
    expect(asked).toEqual(["C3 固定资产投资>商业", "D3 固定资产投资>农业", "F3 社会消费品零售总额>商业"]);
    expect(paths).toEqual(["C4 固定资产投资>商业", "D4 固定资产投资>农业", "F4 社会消费品零售总额>商业"]);
    expect(codes).toEqual(new Set(["unknown-indicator"]));
  });
});
