import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";

function read(rows: readonly (readonly GridValue[])[]) {
  return extract(bookOf(sheetOf(rows)));
}

function cellUnder(head: string, value: GridValue, other: GridValue = 5) {
  return read([
    [TITLE],
    ["指标", "单位", "1—6月", head],
    ["固定资产投资", "亿元", 90, value],
    ["一般公共预算收入", "亿元", 60, other],
  ]);
}

describe("words of growth in a cell", () => {
  it("are asked about under 位次, where 持平 stands for figures that have slipped aside", () => {
    const extraction = cellUnder("位次", "持平");
    expect(questions(extraction)).toEqual([["D3", "displaced-row"]]);
    expect(fate(extraction, "D3")).toBe("asked");
  });

  it.each([
    ["位次", "上升2位"],
    ["占全市比重", "持平"],
    ["占全市比重(%)", "提高1.2"],
    ["完成率(%)", "提高1.2个百分点"],
    ["拉动(百分点)", "下降0.3"],
    ["上年同期", "持平"],
  ])("are asked about under %s: %s", (head, value) => {
    const extraction = cellUnder(head, value);
    expect(questions(extraction)).toEqual([["D3", "not-a-number"]]);
    expect(fate(extraction, "D3")).toBe("asked");
  });

  it.each([
    ["同比(%)", "持平", "yoy 0 %"],
    ["同比(%)", "下降1.2", "yoy -1.2 %"],
    ["增减额", "增加3亿元", "change 3 亿元"],
    ["同比增减(%)", "提高1.2", "yoy 1.2 %"],
    ["环比(%)", "上涨1.2%", "mom 1.2 %"],
  ])("are read under %s: %s", (head, value, expected) => {
    expect(facts(cellUnder(head, value))[1]).toBe(`D3 investment 2023-06 ytd ${expected}`);
  });

  it.each(["收窄2.3", "扩大2.3%", "降幅收窄2.3个百分点", "缩小0.1"])("have no sign of their own: %s", (value) => {
    expect(questions(cellUnder("同比(%)", value))).toEqual([["D3", "not-a-number"]]);
    expect(questions(cellUnder("同比(%)", value, value)).map(([, code]) => code)).toEqual([
      "not-a-number",
      "not-a-number",
    ]);
  });
});

describe("a share without a %", () => {
  it.each(["完成任务数", "完成年度目标", "完成年度任务"])("is asked about under %s", (head) => {
    const extraction = read([[TITLE], ["指标", "单位", "1—6月", head], ["城镇新增就业", "人", 8600, 120]]);
    expect(questions(extraction)).toEqual([["D2", "unread-header"]]);
    expect(facts(extraction)).toEqual(["C3 jobs 2023-06 ytd value 8600 人"]);
  });

  it.each(["完成年度目标(%)", "完成年度任务的百分比", "占年度计划", "完成率"])("is read under %s", (head) => {
    expect(facts(cellUnder(head, 48.9))[1]).toBe("D3 investment 2023-06 ytd share 48.9 %");
  });

  it("and a contribution that may be in % or 百分点 are asked about", () => {
    expect(questions(cellUnder("拉动增长", 0.4, null))).toEqual([["A3", "missing-unit"]]);
    expect(facts(cellUnder("贡献率", 40))[1]).toBe("D3 investment 2023-06 ytd contribution 40 %");
  });
});

describe("1-6 that a spreadsheet took for a day", () => {
  const day = (format: string) => ({ raw: { type: "date", date: "2023-01-06" }, format }) as const;

  it.each(['m"月"d"日"', "d-mmm", "yyyy/m/d", "General"])("is asked about in a head that shows %s", (format) => {
    const extraction = read([["2023年通辽市主要指标"], ["指标", "单位", day(format)], ["固定资产投资", "亿元", 90]]);
    expect(questions(extraction)).toEqual([["C2", "unread-header"]]);
    expect(extraction.observations).toEqual([]);
  });

  it("is asked about in a column of periods and in a label", () => {
    const column = read([
      ["2023年通辽市主要指标"],
      ["指标", "期间", "绝对额(亿元)"],
      ["固定资产投资", day("d-mmm"), 90],
      ["社会消费品零售总额", "1-6月", 160.1],
    ]);
    expect(facts(column)).toEqual(["C4 retail 2023-06 ytd value 160.1 亿元"]);
    expect(questions(column)).toEqual([["A3", "unread-header"]]);
    const labels = read([
      ["2023年通辽市社会消费品零售总额（亿元）"],
      ["时间", "累计"],
      [day("d-mmm"), 90],
      [day("d-mmm"), 100],
    ]);
    expect(labels.observations).toEqual([]);
    expect(questions(labels).map(([cell]) => cell)).toEqual(["A3", "A4"]);
  });
});
