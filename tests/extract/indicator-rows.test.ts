import { describe, expect, it } from "vitest";
import { bookOf, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, questions } from "./small-vocabulary.ts";

describe("extractBook over indicator rows", () => {
  it("reads a two-level header with merged months", () => {
    const sheet = sheetOf(
      [
        ["2023年6月通辽市主要经济指标"],
        ["指标", "计量单位", "6月", null, "1—6月", null],
        [null, null, "绝对量", "同比增长(%)", "绝对量", "同比增长(%)"],
        ["社会消费品零售总额", "亿元", 25.5, 7.2, 160.1, 6.6],
        ["规模以上工业增加值", "%", "…", 8.1, "…", 7],
      ],
      { merges: ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"] },
    );
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction)).toEqual([
      "C4 retail 2023-06 month value 25.5 亿元",
      "D4 retail 2023-06 month yoy 7.2 %",
      "E4 retail 2023-06 ytd value 160.1 亿元",
      "F4 retail 2023-06 ytd yoy 6.6 %",
      "C5 industry 2023-06 month value (…)",
      "D5 industry 2023-06 month yoy 8.1 %",
      "E5 industry 2023-06 ytd value (…)",
      "F5 industry 2023-06 ytd yoy 7 %",
    ]);
    expect(questions(extraction)).toEqual([]);
  });

  it("lets a group reach to the right where a csv has no merges", () => {
    const sheet = sheetOf([
      ["2023年6月通辽市主要经济指标"],
      ["指标", "6月", null, "1—6月", null],
      [null, "绝对量（亿元）", "同比（%）", "绝对量（亿元）", "同比（%）"],
      ["社会消费品零售总额", "25.5", "7.2", "160.1", "6.6"],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B4 retail 2023-06 month value 25.5 亿元",
      "C4 retail 2023-06 month yoy 7.2 %",
      "D4 retail 2023-06 ytd value 160.1 亿元",
      "E4 retail 2023-06 ytd yoy 6.6 %",
    ]);
  });

  it.each([
    ["本月", "同比增长(%)", "1-本月累计", "累计同比(%)"],
    ["6月", "比去年同月增长(%)", "1—6月", "比去年同期增长(%)"],
    ["本 月", "本月比上年同月增长(%)", "本 月 止 累 计", "本期累计比上年同期增长(%)"],
    ["当月", "±%", "年初累计", "±%"],
    ["2023年6月", "同比", "2023年1至6月份", "增速（%）"],
    ["6月份", "增幅%", "上半年", "增幅%"],
  ])("understands %s | %s | %s | %s in one row", (...heads) => {
    const sheet = sheetOf([
      ["2023年6月通辽市社会消费品零售情况"],
      ["单位：亿元"],
      ["指 标 名 称", ...heads],
      ["社会消费品零售总额", 25.5, 7.2, 160.1, 6.6],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B4 retail 2023-06 month value 25.5 亿元",
      "C4 retail 2023-06 month yoy 7.2 %",
      "D4 retail 2023-06 ytd value 160.1 亿元",
      "E4 retail 2023-06 ytd yoy 6.6 %",
    ]);
  });

  it("reads a header whose words are broken over two rows", () => {
    const sheet = sheetOf([
      ["2023年1—6月通辽市工业生产"],
      ["项目名称", "计算", "1-6月", "累计比上年同"],
      [null, "单位", "累计", "期增长(%)"],
      ["全社会用电量", "亿千瓦时", 182.95, 4.1],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "C4 power 2023-06 ytd value 182.95 亿千瓦时",
      "D4 power 2023-06 ytd yoy 4.1 %",
    ]);
  });

  it("keeps 其中, # and indent as the path, and lets children inherit their parent's unit", () => {
    const sheet = sheetOf([
      ["2023年1—6月通辽市主要指标"],
      ["指标", "1—6月"],
      ["一、社会消费品零售总额（亿元）", 160.1],
      ["    其中：城镇", 120],
      ["          乡村", 40.1],
      ["二、全社会用电量(亿千瓦时)", 182.95],
      [{ value: "# 工业用电量", indent: 1 }, 147.02],
      ["三、一般公共预算收入（亿元）", 63.6],
      ["　　税收收入", 45.2],
    ]);
    const { observations } = extract(bookOf(sheet));
    expect(observations.map(({ path, label, unit }) => [path.join("/"), label, unit])).toEqual([
      ["", "社会消费品零售总额", "亿元"],
      ["社会消费品零售总额", "城镇", "亿元"],
      ["社会消费品零售总额", "乡村", "亿元"],
      ["", "全社会用电量", "亿千瓦时"],
      ["全社会用电量", "工业用电量", "亿千瓦时"],
      ["", "一般公共预算收入", "亿元"],
      ["一般公共预算收入", "税收收入", "亿元"],
    ]);
  });

  it("takes no value from sections and group rows, and keeps them in the path", () => {
    const sheet = sheetOf([
      ["2023年1—6月通辽市主要指标"],
      ["单位：亿元"],
      ["指标", "1—6月累计"],
      ["一、投资"],
      ["固定资产投资（不含农户）", 90],
      ["按行业分"],
      ["工业投资", 40],
      ["二、财政"],
      ["一般公共预算收入", 63.6],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(extraction.observations.map(({ path, label, scope }) => [...path, label, scope])).toEqual([
      ["投资", "固定资产投资（不含农户）", "不含农户"],
      ["投资", "按行业分", "工业投资", null],
      ["财政", "一般公共预算收入", null],
    ]);
    expect(["A4", "A6", "A8", "A2", "A1"].map((cell) => fate(extraction, cell))).toEqual([
      "label",
      "label",
      "label",
      "unit",
      "title",
    ]);
  });

  it("reads a comparison of two years, newest first or last", () => {
    const rows = (heads: readonly string[], values: readonly number[]) =>
      sheetOf([
        ["通辽市主要指标", null, "单位：亿元"],
        ["指标", ...heads, "同比增长%"],
        ["固定资产投资", ...values, 12.5],
      ]);
    const oldestFirst = rows(["2022年1—6月", "2023年1—6月"], [80, 90]);
    const newestFirst = rows(["2023年1—6月", "2022年1—6月"], [90, 80]);
    const expected = ["2022-06 ytd value 80 亿元", "2023-06 ytd value 90 亿元", "2023-06 ytd yoy 12.5 %"];
    for (const sheet of [oldestFirst, newestFirst]) {
      const found = facts(extract(bookOf(sheet))).map((fact) => fact.slice("B3 investment ".length));
      expect([...found].sort()).toEqual(expected);
    }
  });

  it("knows plan, share, last year, difference, rank, contribution and remarks from outcomes", () => {
    const heads = [
      "年度计划",
      "1—6月累计",
      "上年同期",
      "增减额",
      "同比(%)",
      "为预算的%",
      "位次",
      "拉动(百分点)",
      "备注",
    ];
    const sheet = sheetOf([
      ["2023年上半年通辽市财政收入", "单位：万元"],
      ["项目", ...heads],
      ["一般公共预算收入", 1300000, 636000, 600000, 36000, 6, 48.9, "3/8", 0.4, "含留抵退税"],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction)).toEqual([
      "C3 revenue 2023-06 ytd value 636000 万元",
      "D3 revenue 2022-06 ytd value 600000 万元",
      "E3 revenue 2023-06 ytd change 36000 万元",
      "F3 revenue 2023-06 ytd yoy 6 %",
      "G3 revenue 2023-06 ytd share 48.9 %",
      "H3 revenue 2023-06 ytd rank 3 位",
      "I3 revenue 2023-06 ytd contribution 0.4 百分点",
    ]);
    expect([fate(extraction, "B3"), fate(extraction, "J3")]).toEqual(["ignored", "note"]);
    expect(questions(extraction)).toEqual([]);
  });

  it("takes growth from the label where the column is a bare period", () => {
    const sheet = sheetOf([
      ["2023年通辽市主要指标"],
      ["指标", "单位", "1—6月", "上年同期"],
      ["规模以上工业增加值增速", "%", 7, 5.5],
      ["6月末城镇登记失业率", "%", 3.9, 4.1],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "C3 industry 2023-06 ytd yoy 7 %",
      "D3 industry 2022-06 ytd yoy 5.5 %",
      "C4 unemployment 2023-06 instant value 3.9 %",
      "D4 unemployment 2022-06 instant value 4.1 %",
    ]);
  });

  it("reads stocks as of the period's end whatever the column says", () => {
    const sheet = sheetOf([
      ["2023年6月通辽市主要指标"],
      ["指标", "单位", "1—6月累计", "同比增长(%)"],
      ["各项存款余额", "亿元", 1890.2, 10.3],
      ["牛存栏", "万头", 370.5, "增长6.3%"],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "C3 deposits 2023-06 instant value 1890.2 亿元",
      "D3 deposits 2023-06 instant yoy 10.3 %",
      "C4 cattle 2023-06 instant value 370.5 万头",
      "D4 cattle 2023-06 instant yoy 6.3 %",
    ]);
  });

  it("reads 百分点 inside a growth column as a change, and an index as an index", () => {
    const sheet = sheetOf([
      ["2023年6月通辽市主要指标"],
      ["指标", "6月", "同比"],
      ["城镇登记失业率（%）", 3.9, "下降0.2个百分点"],
      ["居民消费价格指数（上年同期=100）", 100.7, null],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B3 unemployment 2023-06 month value 3.9 %",
      "C3 unemployment 2023-06 month change -0.2 百分点",
      "B4 cpi 2023-06 month index 100.7 上年同期=100",
      "C4 cpi 2023-06 month yoy (空白)",
    ]);
  });

  it("reads a column of periods", () => {
    const sheet = sheetOf([
      ["通辽市2023年主要指标"],
      ["指标", "期间", "绝对额(亿元)", "增速(%)"],
      ["地区生产总值", "上半年", 702.5, 6.2],
      ["社会消费品零售总额", "1-6月", 160.1, 6.6],
      ["固定资产投资", "6月", 30, 9],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "C3 gdp 2023-06 ytd value 702.5 亿元",
      "D3 gdp 2023-06 ytd yoy 6.2 %",
      "C4 retail 2023-06 ytd value 160.1 亿元",
      "D4 retail 2023-06 ytd yoy 6.6 %",
      "C5 investment 2023-06 month value 30 亿元",
      "D5 investment 2023-06 month yoy 9 %",
    ]);
  });

  it("reads indicators against periods, dates included, newest first", () => {
    const june = { raw: { type: "date", date: "2023-06-01" }, format: 'yyyy"年"m"月"' } as const;
    const sheet = sheetOf([
      ["通辽市月度数据（亿元）"],
      ["指标", june, "2023年5月", "2023年4月"],
      ["社会消费品零售总额", 25.5, 24, 23.1],
    ]);
    expect(facts(extract(bookOf(sheet)))).toEqual([
      "B3 retail 2023-06 month value 25.5 亿元",
      "C3 retail 2023-05 month value 24 亿元",
      "D3 retail 2023-04 month value 23.1 亿元",
    ]);
  });

  it("reads numbered columns of a form as its header", () => {
    const sheet = sheetOf([
      ["2023年1—6月通辽市固定资产投资"],
      ["指标名称", "计量单位", "1—6月累计", "同比(%)"],
      ["甲", "乙", 1, 2],
      ["固定资产投资", "亿元", 90, 31.7],
    ]);
    const extraction = extract(bookOf(sheet));
    expect(facts(extraction)).toEqual([
      "C4 investment 2023-06 ytd value 90 亿元",
      "D4 investment 2023-06 ytd yoy 31.7 %",
    ]);
    expect(fate(extraction, "C3")).toBe("header");
  });
});
