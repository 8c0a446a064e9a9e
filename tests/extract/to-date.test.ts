import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts } from "./small-vocabulary.ts";

function read(...rows: readonly (readonly GridValue[])[]): readonly string[] {
  return facts(extract(bookOf(sheetOf(rows))));
}

describe("growth after a dated column of last year", () => {
  it.each([
    ["1—6月", "2022年1—6月"],
    ["2023年1—6月", "2022年1—6月"],
    ["1—6月", "上年同期"],
  ])("speaks of %s, not of %s", (now, before) => {
    const found = read(
      ["2023年6月通辽市主要指标"],
      ["指标", "单位", now, before, "增长（%）"],
      ["固定资产投资", "亿元", 90, 80, 12.5],
    );
    expect(found).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "D3 investment 2022-06 ytd value 80 亿元",
      "E3 investment 2023-06 ytd yoy 12.5 %",
    ]);
  });
});

describe("a bare month beside 累计", () => {
  it("is cumulative where the column says so, and the month's own where it says 当月", () => {
    const found = read(
      ["2023年通辽市固定资产投资", "单位：亿元"],
      ["月份", "当月", "累计", "累计同比（%）"],
      ["3月", 25, 75, 4],
      ["4月", 24, 99, 5],
    );
    expect(found).toEqual([
      "B3 investment 2023-03 month value 25 亿元",
      "C3 investment 2023-03 ytd value 75 亿元",
      "D3 investment 2023-03 ytd yoy 4 %",
      "B4 investment 2023-04 month value 24 亿元",
      "C4 investment 2023-04 ytd value 99 亿元",
      "D4 investment 2023-04 ytd yoy 5 %",
    ]);
  });

  it("is cumulative where the title says so and names no month", () => {
    const found = read(["2023年通辽市固定资产投资累计增速（%）"], ["地区", "3月", "4月"], ["通辽市", 4, 5]);
    expect(found).toEqual(["B3 investment 2023-03 ytd yoy 4 %", "C3 investment 2023-04 ytd yoy 5 %"]);
  });
});
