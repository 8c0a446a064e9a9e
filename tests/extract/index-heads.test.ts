import { describe, expect, it } from "vitest";
import { bookOf, sheetOf } from "../support/grid.ts";
import { extract, facts, questions } from "./small-vocabulary.ts";

const TITLE = "2023年6月通辽市居民消费价格指数";

function read(label: string, heads: readonly string[], figures: readonly (number | string)[]) {
  return extract(bookOf(sheetOf([[TITLE], ["指标", ...heads], [label, ...figures]])));
}

describe("a price index under a head of growth", () => {
  it.each([
    [
      ["6月同比", "1-6月同比"],
      [100.7, 101.1],
    ],
    [
      ["6月同比(%)", "1-6月同比增长(%)"],
      [99.8, 100],
    ],
    [
      ["6月环比", "1-6月同比±%"],
      [98.2, 103.4],
    ],
  ])("is asked about, for it is no growth: %j %j", (heads, figures) => {
    const extraction = read("居民消费价格指数", heads, figures);
    expect(facts(extraction)).toEqual([]);
    expect(questions(extraction)).toEqual([
      ["B2", "unread-header"],
      ["C2", "unread-header"],
    ]);
  });

  it("is a growth where the figure is none of an index", () => {
    expect(facts(read("居民消费价格指数", ["6月同比(%)", "1-6月同比(%)"], [0.7, -1.1]))).toEqual([
      "B3 cpi 2023-06 month yoy 0.7 %",
      "C3 cpi 2023-06 ytd yoy -1.1 %",
    ]);
  });

  it("is no question of other indicators, which may double", () => {
    expect(facts(read("固定资产投资", ["1-6月同比(%)"], [100.7]))).toEqual(["B3 investment 2023-06 ytd yoy 100.7 %"]);
  });
});
