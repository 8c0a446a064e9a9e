import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";

function read(rows: readonly (readonly GridValue[])[], merges: readonly string[] = []) {
  return extract(bookOf(sheetOf(rows, { merges })));
}

function under(head: string, title = TITLE) {
  return read([
    [title],
    ["指标", "单位", "2023年1—6月", head],
    ["固定资产投资", "亿元", 90, 80],
    ["各项存款余额", "亿元", 9, 8],
  ]);
}

describe("the year of last year's figures", () => {
  it.each(["2022年同期", "上年同期（2022年1—6月）", "2022年1—6月（上年同期）", "上年同期", "2022年1—6月"])(
    "is 2022 under %s beside 2023年1—6月",
    (head) => {
      expect(facts(under(head)).filter((fact) => fact.startsWith("D"))).toEqual([
        "D3 investment 2022-06 ytd value 80 亿元",
        "D4 deposits 2022-06 instant value 8 亿元",
      ]);
    },
  );

  it.each([
    [["上年同期"], ["2022年1—6月"]],
    [["2023年1—6月"], ["上年同期"]],
  ])("is 2022 under %s over %s", ([upper], [lower]) => {
    const extraction = read(
      [
        [TITLE],
        ["指标", "单位", upper ?? "", null],
        [null, null, lower ?? "", "同比(%)"],
        ["固定资产投资", "亿元", 80, 5],
      ],
      ["A2:A3", "B2:B3", "C2:D2"],
    );
    expect(facts(extraction)[0]).toBe("C4 investment 2022-06 ytd value 80 亿元");
  });

  it("is the year before the row's own", () => {
    const extraction = read([
      ["通辽市社会消费品零售总额（亿元）"],
      ["时间", "本期累计", "上年同期"],
      ["2023年1-2月", 50, 48],
      ["2023年1-3月", 76, 72],
    ]);
    expect(facts(extraction).filter((fact) => fact.startsWith("C"))).toEqual([
      "C3 retail 2022-02 ytd value 48 亿元",
      "C4 retail 2022-03 ytd value 72 亿元",
    ]);
  });

  it.each(["2023年同期", "上年同期（2023年1—6月）"])("is asked where %s names the title's own year", (head) => {
    expect(facts(under(head)).some((fact) => fact.startsWith("D"))).toBe(false);
    expect(new Set(questions(under(head)).map(([, code]) => code))).toEqual(new Set(["period-conflict"]));
  });

  it("is asked where 2022年1—6月上年同期 may be of 2022 or of 2021", () => {
    expect(questions(under("2022年1—6月上年同期"))).toEqual([["D2", "unread-header"]]);
  });
});

describe("an earlier year alone", () => {
  it.each(["2022年", "2022年实际", "2022年完成", "2022年度"])("%s is neither its months nor a whole year", (head) => {
    expect(questions(under(head))).toEqual([["D2", "unread-header"]]);
    expect(facts(under(head)).some((fact) => fact.startsWith("D"))).toBe(false);
  });

  it("is a whole year where no months stand around it", () => {
    const extraction = read([["通辽市固定资产投资（亿元）"], ["指标", "2022年实际"], ["固定资产投资", 80]]);
    expect(facts(extraction)).toEqual(["B3 investment 2022-12 ytd value 80 亿元"]);
  });
});

describe("实际 in a head", () => {
  it.each(["实际", "1—6月实际"])("says that %s is the outcome, not its 口径", (head) => {
    const extraction = read([[TITLE], ["指标", "单位", "年度计划", head], ["固定资产投资", "亿元", 200, 90]]);
    expect(facts(extraction)).toEqual(["D3 investment 2023-06 ytd value 90 亿元"]);
  });

  it("is the 口径 of a growth", () => {
    const extraction = read(
      [[TITLE], ["指标", "增速(%)", null], [null, "名义", "实际"], ["社会消费品零售总额", 6, 5]],
      ["A2:A3", "B2:C2"],
    );
    expect(facts(extraction)).toEqual(["B4 retail 2023-06 ytd yoy 名义 6 %", "C4 retail 2023-06 ytd yoy 实际 5 %"]);
  });
});
