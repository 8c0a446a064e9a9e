import { describe, expect, it } from "vitest";
import { bookOf, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, profileOf, questions } from "./small-vocabulary.ts";

describe("extractBook over several tables", () => {
  it("reads tables stacked with and without a gap, each under its own head", () => {
    const sheet = sheetOf([
      ["2023年6月通辽市进度数据"],
      ["1、消费（亿元）", "6月", "1-6月累计", "累计增长%"],
      ["社会消费品零售总额", 25.5, 160.1, 6.6],
      ["2、工业企业经济效益", "5月", "1-5月累计", "累计增长%"],
      ["税收收入（万元）", 700, 3300, 2],
      ["注：工业企业经济效益为错月指标，2023年5月数据。"],
      [],
      ["3、用电（亿千瓦时）", "6月", "1-6月累计", "累计增长%"],
      ["全社会用电量", 31.35, 182.95, 4.1],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction)).toEqual([
      "B3 retail 2023-06 month value 25.5 亿元",
      "C3 retail 2023-06 ytd value 160.1 亿元",
      "D3 retail 2023-06 ytd yoy 6.6 %",
      "B5 tax 2023-05 month value 700 万元",
      "C5 tax 2023-05 ytd value 3300 万元",
      "D5 tax 2023-05 ytd yoy 2 %",
      "B9 power 2023-06 month value 31.35 亿千瓦时",
      "C9 power 2023-06 ytd value 182.95 亿千瓦时",
      "D9 power 2023-06 ytd yoy 4.1 %",
    ]);
    expect(fate(extraction, "A6")).toBe("note");
  });

  it("reads tables that stand side by side", () => {
    const sheet = sheetOf([
      ["2023年1—6月通辽市主要指标", null, null, null, "单位：亿元"],
      ["指标", "累计", null, "指标", "累计"],
      ["固定资产投资", 90, null, "社会消费品零售总额", 160.1],
      ["一般公共预算收入", 63.6, null, "税收收入", 45.2],
    ]);
    expect([...facts(extract(bookOf(sheet)))].sort()).toEqual([
      "B3 investment 2023-06 ytd value 90 亿元",
      "B4 revenue 2023-06 ytd value 63.6 亿元",
      "E3 retail 2023-06 ytd value 160.1 亿元",
      "E4 tax 2023-06 ytd value 45.2 亿元",
    ]);
  });

  it("goes on over blank rows and a repeated header", () => {
    const head = ["指标", "单位", "1—6月累计"];
    const sheet = sheetOf([
      ["2023年通辽市主要指标"],
      head,
      ["固定资产投资", "亿元", 90],
      [],
      ["一般公共预算收入", "亿元", 63.6],
      ["续表"],
      head,
      ["城镇新增就业", "人", 8600],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "C5 revenue 2023-06 ytd value 63.6 亿元",
      "C8 jobs 2023-06 ytd value 8600 人",
    ]);
  });

  it("reads every sheet, hidden ones too, and says so", () => {
    const open = sheetOf([["2023年1—6月通辽市投资"], ["指标", "累计（亿元）"], ["固定资产投资", 90]], { name: "投资" });
    const hidden = sheetOf([["2023年1—6月通辽市消费"], ["指标", "累计（亿元）"], ["社会消费品零售总额", 160.1]], {
      name: "消费",
      hidden: true,
    });
    const extraction = extract(bookOf([open, hidden]));
    expect(extraction.observations.map(({ sheet }) => sheet)).toEqual(["投资", "消费"]);
    expect(questions(extraction)).toEqual([[null, "hidden-content"]]);
  });
});

describe("where a fact may stand", () => {
  const table = (head: string) => [
    ["指标", head, "同比(%)"],
    ["固定资产投资", 90, 31.7],
  ];
  const expected = ["investment 2023-06 ytd value 90 亿元", "investment 2023-06 ytd yoy 31.7 %"];
  const found = (extraction: ReturnType<typeof extract>) => facts(extraction).map((fact) => fact.slice(3));

  it.each([
    ["title", "2023年1—6月通辽市投资（单位：亿元）", "累计", "Sheet1", "投资.xlsx"],
    ["header", "通辽市投资（单位：亿元）", "2023年1—6月", "Sheet1", "投资.xlsx"],
    ["title and header", "2023年通辽市投资（单位：亿元）", "1—6月", "Sheet1", "投资.xlsx"],
    ["sheet name", "通辽市投资（单位：亿元）", "累计", "2023年6月", "投资.xlsx"],
    ["file name", "通辽市投资（单位：亿元）", "累计", "Sheet1", "投资202306.xlsx"],
    [
      "file name with a day of writing",
      "通辽市投资（单位：亿元）",
      "累计",
      "Sheet1",
      "投资2023年6月（20230710报）.xlsx",
    ],
  ])("finds the period in the %s", (_, title, head, name, file) => {
    expect(found(extract(bookOf(sheetOf([[title], ...table(head)], { name }), file)))).toEqual(expected);
  });

  it.each([
    ["unit line", [["2023年1—6月通辽市投资"], ["单位：亿元、%"], ...table("累计")]],
    ["right corner", [["2023年1—6月通辽市投资", null, "计量单位:亿元"], ...table("累计")]],
    ["header", [["2023年1—6月通辽市投资"], ...table("累计（亿元）")]],
    ["label", [["2023年1—6月通辽市投资"], ["指标", "累计", "同比(%)"], ["固定资产投资(亿元)", 90, 31.7]]],
    ["line of period and unit", [["通辽市投资"], ["2023年1- 6月", null, "单位:亿元"], ...table("累计")]],
  ])("finds the unit in the %s", (_, rows) => {
    expect(found(extract(bookOf(sheetOf(rows))))).toEqual(expected);
  });

  it.each([
    ["a county in the title", "2023年1—6月通辽市扎鲁特旗投资", "Sheet1", undefined, "150526"],
    ["a county as the sheet's name", "2023年1—6月投资", "开鲁县", undefined, "150523"],
    ["the profile", "2023年1—6月投资月报", "Sheet1", "150521", "150521"],
    ["the city in the title", "2023年1—6月全市投资", "Sheet1", undefined, "150500"],
  ])("finds the region in %s", (_, title, name, region, code) => {
    const profile = region === undefined ? [] : [profileOf("monthly", ["投资月报"], { region })];
    const sheet = sheetOf([[title], ...table("累计（亿元）")], { name });
    expect(extract(bookOf(sheet), profile).observations.map((o) => o.region)).toEqual([code, code]);
  });
});
