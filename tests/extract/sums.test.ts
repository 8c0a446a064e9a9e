import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市分旗县固定资产投资（亿元）";

function read(rows: readonly (readonly GridValue[])[], merges: readonly string[] = []) {
  return extract(bookOf(sheetOf(rows, { merges })));
}

const ALL = [
  ["科尔沁区", 30],
  ["科左中旗", 20],
  ["开鲁县", 11],
  ["扎鲁特旗", 12],
];

describe("合计 of places", () => {
  it("is the city where all of its counties are listed, or where the row says 全市", () => {
    expect(facts(read([[TITLE], ["地区", "累计"], ["合计", 73], ...ALL]))[0]).toBe(
      "B3 investment 2023-06 ytd value 73 亿元",
    );
    expect(facts(read([[TITLE], ["地区", "累计"], ["全市", 73], ...ALL.slice(0, 2)]))[0]).toBe(
      "B3 investment 2023-06 ytd value 73 亿元",
    );
  });

  it.each(["合计", "总计", "小计"])("is asked about where %s stands over two counties", (label) => {
    const extraction = read([[TITLE], ["地区", "累计"], ...ALL.slice(0, 2), [label, 50]]);
    expect(questions(extraction)).toEqual([["A5", "unknown-region"]]);
    expect(facts(extraction)[2]).toBe("B5 investment ? 2023-06 ytd value 50 亿元");
  });

  it("counts the counties of its own section", () => {
    const head = ["地区", "累计（亿元）"];
    const extraction = read([
      ["2023年1—6月通辽市分旗县主要指标"],
      head,
      ["固定资产投资"],
      ["合计", 73],
      ...ALL,
      ["社会消费品零售总额"],
      ["合计", 40],
      ...ALL.slice(2),
    ]);
    expect(questions(extraction)).toEqual([["A10", "unknown-region"]]);
  });

  it("is asked about where it sums up something else than places", () => {
    const extraction = read([["2023年1—6月扎鲁特旗固定资产投资（亿元）"], ["项目", "累计"], ["合计", 5], ["甲厂", 5]]);
    expect(extraction.observations.map(({ region }) => region)).not.toContain("150500");
    expect(questions(extraction)[0]).toEqual(["A3", "unknown-region"]);
  });

  it("is asked about over columns of two counties", () => {
    const rows = [[TITLE], ["指标", "科尔沁区", "开鲁县", "合计"], ["固定资产投资", 30, 11, 41]];
    expect(questions(read(rows))).toEqual([["D2", "unread-header"]]);
    const all = [[TITLE], ["指标", ...ALL.map(([name]) => name ?? ""), "合计"], ["固定资产投资", 30, 20, 11, 12, 73]];
    expect(facts(read(all)).at(-1)).toBe("F3 investment 2023-06 ytd value 73 亿元");
  });
});

describe("a figure merged over several rows or columns", () => {
  const rows = [
    ["2023年1—6月通辽市主要指标（亿元）"],
    ["指标", "累计", "上年同期"],
    ["固定资产投资", 90, 80],
    ["社会消费品零售总额", null, 70],
  ];

  it("is asked about", () => {
    const extraction = read(rows, ["B3:B4"]);
    expect(questions(extraction)).toEqual([["B3", "unread-cell"]]);
    expect(fate(extraction, "B3")).toBe("unread");
    expect(facts(extraction).map((fact) => fact.slice(0, 2))).toEqual(["C3", "C4"]);
  });

  it("is read where its label is merged over the same rows", () => {
    expect(facts(read(rows.slice(0, 3), ["A3:A4", "B3:B4", "C3:C4"]))).toHaveLength(2);
  });
});

describe("an average over months", () => {
  it.each([
    ["各项存款余额", "1—6月平均"],
    ["固定资产投资", "1—6月平均"],
  ])("of %s under %s is asked about", (label, head) => {
    const extraction = read([["2023年1—6月通辽市主要指标"], ["指标", "单位", head], [label, "亿元", 90]]);
    expect(questions(extraction)).toEqual([["C2", "unread-header"]]);
  });

  it("of a rate is read", () => {
    const extraction = read([
      ["2023年1—6月通辽市主要指标"],
      ["指标", "单位", "1—6月平均"],
      ["PM2.5平均浓度", "微克/立方米", 30],
    ]);
    expect(facts(extraction)).toEqual(["C3 pm25 2023-06 ytd value 30 微克/立方米"]);
  });
});
