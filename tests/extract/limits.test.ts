import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, profileOf, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";
const HEAD = ["指标", "单位", "1—6月累计", "同比增长(%)"];
const ROW = ["固定资产投资", "亿元", 90, 31.7];

function read(rows: readonly (readonly GridValue[])[], file = "报表.xlsx") {
  return extract(bookOf(sheetOf(rows), file));
}

describe("a title that limits what its figures are of", () => {
  it.each(["民营经济主要指标", "2023年1—6月通辽市国有企业主要指标", "通辽市外资企业情况", "重点企业运行情况"])(
    "is asked about: %s",
    (title) => {
      const extraction = read([[title], HEAD, ROW], "通辽市2023年1—6月.xlsx");
      expect(questions(extraction)).toEqual([["A1", "unknown-scope"]]);
      expect(extraction.observations).toEqual([]);
      expect(fate(extraction, "C3")).toBe("asked");
    },
  );

  it.each([
    ["sheet", "民营经济", "报表.xlsx"],
    ["file", "Sheet1", "国有企业2023年6月.xlsx"],
  ])("is asked about where the %s is called so", (_, name, file) => {
    const extraction = extract(bookOf(sheetOf([[TITLE], HEAD, ROW], { name }), file));
    expect(questions(extraction)).toEqual([[null, "unknown-scope"]]);
    expect(extraction.observations).toEqual([]);
  });

  it("is none where a sheet or a file has a name of its own making", () => {
    const sheet = sheetOf([[TITLE], HEAD, ROW], { name: "小王改" });
    expect(facts(extract(bookOf(sheet, "终稿v2（定）.xlsx")))).toHaveLength(2);
  });

  it("holds for a table below that has no title of its own", () => {
    const extraction = read([
      [TITLE],
      ["民营经济"],
      HEAD,
      ROW,
      [],
      ["2、消费（亿元）", "1—6月"],
      ["社会消费品零售总额", 160],
    ]);
    expect(facts(extraction)).toEqual([]);
  });

  it.each([
    "2023年1—6月通辽市工业生产情况",
    "2023年上半年通辽市固定资产投资和社会消费品零售总额完成情况（快报）",
    "通辽市统计局2023年1—6月月报",
    "附表3：2023年1—6月通辽市国民经济和社会发展主要指标一览表（演示数据）",
  ])("is none where it says what kind of table it is: %s", (title) => {
    expect(facts(read([[title], HEAD, ROW]))).toHaveLength(2);
  });

  it("gives its 口径 to the figures below, unless their names say it", () => {
    const title = "2023年1—6月通辽市限额以上主要指标";
    const extraction = read([
      [title],
      HEAD,
      ["社会消费品零售总额", "亿元", 60, 6],
      ["限额以上固定资产投资", "亿元", 90, 3],
    ]);
    expect(extraction.observations.map(({ scope }) => scope)).toEqual(["限额以上", "限额以上", "限额以上", "限额以上"]);
    const industry = read([["2023年1—6月通辽市规模以上工业生产情况"], HEAD, ["规上工业增加值", "亿元", 60, 6]]);
    expect(industry.observations.map(({ scope }) => scope)).toEqual([null, null]);
  });
});

describe("a basis of comparison in heads", () => {
  const heads = ["指标", "单位", "1—6月", "自然口径增长(%)", "同口径增长(%)"];
  const row = ["固定资产投资", "亿元", 52.3, 8, 12.1];
  const scopes = (rows: readonly (readonly GridValue[])[], file: string, name: string) =>
    extract(bookOf(sheetOf(rows, { name }), file)).observations.map(({ scope }) => scope);

  it.each([
    ["报表.xlsx", "Sheet1"],
    ["同口径.xlsx", "Sheet1"],
    ["自然口径.xlsx", "同口径增长"],
  ])("is that of its own column alone: file %s, sheet %s", (file, name) => {
    expect(scopes([[TITLE], heads, row], file, name)).toEqual([null, "自然口径", "同口径"]);
  });

  it("wins over the title's, which holds where no head states one", () => {
    const title = "2023年1—6月通辽市主要指标（同口径）";
    expect(scopes([[title], heads, row], "报表.xlsx", "Sheet1")).toEqual(["同口径", "自然口径", "同口径"]);
    expect(scopes([[TITLE], HEAD, ROW], "同口径.xlsx", "Sheet1")).toEqual(["同口径", "同口径"]);
  });
});

describe("a section that limits what its figures are of", () => {
  it.each(["一、民营经济", "其他民间投资者", "国有及国有控股企业", "规模以下"])("is asked about: %s", (section) => {
    const extraction = read([
      [TITLE],
      HEAD,
      ["一般公共预算收入", "亿元", 60, 6],
      [section],
      ["  固定资产投资", "亿元", 90, 3],
    ]);
    expect(questions(extraction)).toEqual([["A4", "unknown-scope"]]);
    expect(facts(extraction)).toHaveLength(2);
  });

  it("gives its 口径 to the rows below", () => {
    const extraction = read([[TITLE], HEAD, ["一、限额以上"], ["社会消费品零售总额", "亿元", 60, 6]]);
    expect(facts(extraction)).toEqual([
      "C4 retail 2023-06 ytd value 限额以上 60 亿元",
      "D4 retail 2023-06 ytd yoy 限额以上 6 %",
    ]);
  });

  it.each(["一、工业", "一、主要指标", "（二）投资与消费", "就业创业", "分三大门类", "三、对外经济"])(
    "is none where it is a field of statistics: %s",
    (section) => {
      expect(facts(read([[TITLE], HEAD, [section], ROW]))).toHaveLength(2);
    },
  );
});

describe("a title of another place", () => {
  it.each([
    "2023年1—6月内蒙古自治区主要经济指标",
    "2023年1—6月全区主要指标",
    "2023年1—6月赤峰市主要指标",
    "2023年1—6月科尔沁工业园区主要指标",
    "2023年1—6月科尔沁区工业园区主要指标",
    "2023年1—6月通辽市高新区主要指标",
  ])("is asked about: %s", (title) => {
    const extraction = extract(bookOf(sheetOf([[title], HEAD, ROW]), "通辽市月报.xlsx"), [profileOf("m", ["主要"])]);
    expect(extraction.observations.map(({ region }) => region)).toEqual([null, null]);
    expect(questions(extraction)).toEqual([["A1", "unknown-region"]]);
  });

  it("is asked about where only the sheet's name says so", () => {
    const sheet = sheetOf([["2023年1—6月主要指标"], HEAD, ROW], { name: "内蒙古自治区" });
    expect(extract(bookOf(sheet, "通辽市.xlsx")).observations.map(({ region }) => region)).toEqual([null, null]);
  });

  it("does not matter to rows that name their own place, nor in front of the city's name", () => {
    const rows = [
      ["地区", "固定资产投资（亿元）"],
      ["通辽市", 90],
      ["开鲁县", 11],
    ];
    expect(facts(read([["2023年1—6月全区各盟市主要指标"], ...rows]))).toHaveLength(2);
    expect(facts(read([["2023年1—6月内蒙古自治区通辽市主要指标"], HEAD, ROW]))).toHaveLength(2);
  });

  it("is the county's own 全区", () => {
    const extraction = read([["科尔沁区2023年1—6月全区主要指标"], HEAD, ROW]);
    expect(extraction.observations.map(({ region }) => region)).toEqual(["150502", "150502"]);
    expect(questions(extraction)).toEqual([]);
  });
});

describe("a second table whose title nobody knows", () => {
  it("is not read as the sheet's first indicator", () => {
    const extraction = read([
      ["2023年1—6月分旗县规模以上工业增加值增速"],
      ["地区", "增速(%)"],
      ["科尔沁区", 7],
      ["开鲁县", 6],
      [],
      ["分旗县市区民间投资增速"],
      ["地区", "增速(%)"],
      ["科尔沁区", 12],
      ["开鲁县", 13],
    ]);
    expect(facts(extraction)).toEqual([
      "B3 industry 150502 2023-06 ytd yoy 7 %",
      "B4 industry 150523 2023-06 ytd yoy 6 %",
      "B8 ? 150502 2023-06 ytd yoy 12 %",
      "B9 ? 150523 2023-06 ytd yoy 13 %",
    ]);
    expect(questions(extraction)).toEqual([["A6", "unknown-indicator"]]);
  });

  it("is read by its sheet's name where its title is words of form", () => {
    const rows = [["2023年1—6月分旗县市区完成情况"], ["地区", "增速(%)"], ["科尔沁区", 7], ["开鲁县", 6]];
    const extraction = extract(bookOf(sheetOf(rows, { name: "固定资产投资" })));
    expect(facts(extraction)[0]).toBe("B3 investment 150502 2023-06 ytd yoy 7 %");
  });
});
