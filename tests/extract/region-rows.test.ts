import { describe, expect, it } from "vitest";
import { bookOf, sheetOf } from "../support/grid.ts";
import { extract, facts, fate } from "./small-vocabulary.ts";

describe("extractBook over region rows", () => {
  it("takes the indicator from the title", () => {
    const sheet = sheetOf([
      ["2023年1—6月分旗县市区固定资产投资完成情况"],
      ["地区", "绝对额（亿元）", "增速(%)", "位次"],
      ["全  市", 90, 31.7, null],
      ["科 尔 沁 区", 30, 12, 2],
      ["科左中旗", 20, 40.5, 1],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B3 investment 2023-06 ytd value 90 亿元",
      "C3 investment 2023-06 ytd yoy 31.7 %",
      "D3 investment 2023-06 ytd rank (空白)",
      "B4 investment 150502 2023-06 ytd value 30 亿元",
      "C4 investment 150502 2023-06 ytd yoy 12 %",
      "D4 investment 150502 2023-06 ytd rank 2 位",
      "B5 investment 150521 2023-06 ytd value 20 亿元",
      "C5 investment 150521 2023-06 ytd yoy 40.5 %",
      "D5 investment 150521 2023-06 ytd rank 1 位",
    ]);
  });

  it("takes indicators from an upper header, and does not carry its 万元 over to the growth", () => {
    const sheet = sheetOf(
      [
        ["2023年6月通辽市分旗县财政收支"],
        ["单位名称", "一般公共预算收入（万元）", null, "固定资产投资", null],
        [null, "累计", "增幅", "累计（亿元）", "增幅%"],
        ["通辽市", 636000, 6, 90, 31.7],
        ["开鲁县", 31000, "-5.1", 11, "下降3.2%"],
      ],
      { merges: ["A2:A3", "B2:C2", "D2:E2"] },
    );
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B4 revenue 2023-06 ytd value 636000 万元",
      "C4 revenue 2023-06 ytd yoy 6 %",
      "D4 investment 2023-06 ytd value 90 亿元",
      "E4 investment 2023-06 ytd yoy 31.7 %",
      "B5 revenue 150523 2023-06 ytd value 31000 万元",
      "C5 revenue 150523 2023-06 ytd yoy -5.1 %",
      "D5 investment 150523 2023-06 ytd value 11 亿元",
      "E5 investment 150523 2023-06 ytd yoy -3.2 %",
    ]);
  });

  it("lets a bare 增速 column follow the indicator to its left", () => {
    const sheet = sheetOf([
      ["2023年1—6月各旗县主要指标"],
      ["序号", "旗县市区", "地区生产总值（亿元）", "增速(%)", "社会消费品零售总额（亿元）", "增速(%)"],
      [1, "科区", 200.3, 6, 80, 8],
      [2, "扎旗", 66, 5.5, 12, 7.5],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction)).toEqual([
      "C3 gdp 150502 2023-06 ytd value 200.3 亿元",
      "D3 gdp 150502 2023-06 ytd yoy 6 %",
      "E3 retail 150502 2023-06 ytd value 80 亿元",
      "F3 retail 150502 2023-06 ytd yoy 8 %",
      "C4 gdp 150526 2023-06 ytd value 66 亿元",
      "D4 gdp 150526 2023-06 ytd yoy 5.5 %",
      "E4 retail 150526 2023-06 ytd value 12 亿元",
      "F4 retail 150526 2023-06 ytd yoy 7.5 %",
    ]);
    expect(fate(extraction, "A3")).toBe("ignored");
  });

  it("reads regions under sections that name the indicator", () => {
    const sheet = sheetOf([
      ["2023年1—6月分旗县主要指标增速"],
      ["地区", "1—6月同比增长(%)"],
      ["规模以上工业增加值"],
      ["科尔沁区", 7.1],
      ["开鲁县", 6.2],
      ["固定资产投资"],
      ["科尔沁区", 12],
      ["开鲁县", -3],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B4 industry 150502 2023-06 ytd yoy 7.1 %",
      "B5 industry 150523 2023-06 ytd yoy 6.2 %",
      "B7 investment 150502 2023-06 ytd yoy 12 %",
      "B8 investment 150523 2023-06 ytd yoy -3 %",
    ]);
  });

  it("reads indicators against regions", () => {
    const sheet = sheetOf([
      ["2023年1—6月主要指标分地区情况"],
      ["指标", "单位", "全市", "科尔沁区", "开鲁县"],
      ["固定资产投资", "亿元", 90, 30, 11],
      ["城镇新增就业", "人", 8600, 3000, 900],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction).slice(0, 3)).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "D3 investment 150502 2023-06 ytd value 30 亿元",
      "E3 investment 150523 2023-06 ytd value 11 亿元",
    ]);
    expect(facts(extraction)).toHaveLength(6);
  });

  it("reads periods against indicators", () => {
    const sheet = sheetOf([
      ["2023年通辽市主要指标"],
      ["时间", "社会消费品零售总额（亿元）", "同比增长（%）"],
      ["1-2月", 50, 5],
      ["1-3月", 76, 5.5],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B3 retail 2023-02 ytd value 50 亿元",
      "C3 retail 2023-02 ytd yoy 5 %",
      "B4 retail 2023-03 ytd value 76 亿元",
      "C4 retail 2023-03 ytd yoy 5.5 %",
    ]);
  });
});
