import { describe, expect, it } from "vitest";
import { parseSource } from "../../pipeline/reference/sources.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, questions } from "./small-vocabulary.ts";

type Rows = readonly (readonly GridValue[])[];

/** What comes of a sheet of 某局月报 whose profile says what is given. */
function read(rows: Rows, says: string, name = "Sheet1") {
  const profile = parseSource("monthly", `title: 某局月报\nbureau: statistics\nrecognise: [某局月报]\n${says}`, "f");
  return extract(bookOf(sheetOf([["通辽市某局月报"], ["2023年1—6月"], ...rows], { name })), [profile]);
}

const HEAD = ["指标", "累计", "同比增长(%)"];
const INVESTMENT = ["固定资产投资", 90, 31.7];
const READ = ["B4 investment 2023-06 ytd value 90 亿元", "C4 investment 2023-06 ytd yoy 31.7 %"];

describe("what a profile adds to a sheet that does not say it", () => {
  it("is nothing without a profile", () => {
    expect(questions(read([HEAD, INVESTMENT], ""))).toEqual([["A4", "missing-unit"]]);
  });

  it.each([
    ["the unit of all values", "unit: 亿元"],
    ["the unit of one label", "unit: 万元\nunits: { 固定资产投资: 亿元 }"],
  ])("is %s", (_, says) => {
    const extraction = read([HEAD, INVESTMENT], says);
    expect([facts(extraction), questions(extraction)]).toEqual([READ, []]);
  });

  it("is the 口径 of all figures, except where the sheet states one", () => {
    const rows = [HEAD, INVESTMENT, ["固定资产投资（不含农户）", 80, 30], ["规模以上工业增加值", null, 7]];
    const { observations } = read(rows, "unit: 亿元\nscope: 限上");
    expect(observations.filter(({ value }) => value !== null).map(({ scope }) => scope)).toEqual([
      ...["限额以上", "限额以上", "不含农户", "不含农户", null],
    ]);
  });

  it("is the status of all figures, except where the row states one", () => {
    const { observations } = read([HEAD, INVESTMENT, ["税收收入（预计）", 45, 4]], "unit: 亿元\nstatus: provisional");
    expect(observations.map(({ status }) => status)).toEqual([
      ...["provisional", "provisional", "estimated", "estimated"],
    ]);
  });

  it("is what blanks and signs stand for", () => {
    const says = "unit: 亿元\nsentinels: { 空白: below-unit, '*': not-applicable }";
    const { observations } = read([HEAD, ["固定资产投资", "*", null], ["税收收入", 45, 4]], says);
    expect(observations.slice(0, 2).map(({ status, statusReason, value }) => [status, statusReason, value])).toEqual([
      ["not-applicable", "*", null],
      ["below-unit", "空白", null],
    ]);
  });

  it("is what the index of a price is measured by, and never makes an index of a rise", () => {
    const says = "span: month\nunits: { 居民消费价格指数: 上年同期=100 }";
    const rows = (value: number) => [
      ["指标", "本月"],
      ["居民消费价格指数", value],
    ];
    expect(facts(read(rows(100.7), says))).toEqual(["B4 cpi 2023-06 month index 100.7 上年同期=100"]);
    expect(questions(read(rows(0.7), says))).toEqual([["A4", "missing-unit"]]);
  });

  it("is the meaning of a label under another, and of no other like it", () => {
    const rows = (parent: string) => [HEAD, [`${parent}（亿元）`, 90, 31.7], ["  其中：第二产业", 40, 5]];
    const says = "indicators: { 固定资产投资>第二产业: industrial-investment }";
    expect(facts(read(rows("固定资产投资"), says))).toContain("B5 industrial-investment 2023-06 ytd value 40 亿元");
    expect(questions(read(rows("社会消费品零售总额"), says))).toEqual([["A5", "unknown-indicator"]]);
  });

  it("is the meaning of 合计 where it gives it a place", () => {
    const rows = [
      ["地区", "固定资产投资（亿元）"],
      ["科尔沁区", 30],
      ["合计", 90],
    ];
    expect(questions(read(rows, ""))).toEqual([["A5", "unknown-region"]]);
    expect(facts(read(rows, "regions: { 合计: '150500' }"))).toContain("B5 investment 2023-06 ytd value 90 亿元");
  });
});

describe("a profile's rates", () => {
  const SAYS = "rates: [规模以上工业增加值]";
  const only = (...figures: readonly GridValue[]) =>
    read(
      [
        ["指标", "绝对量", "同比增长(%)"],
        ["规模以上工业增加值", ...figures],
      ],
      SAYS,
    );

  it.each<[string, readonly GridValue[], string]>([
    ["under the values", [4.6], "B4 industry 2023-06 ytd yoy 4.6 %"],
    ["under the growths", [null, 4.6], "C4 industry 2023-06 ytd yoy 4.6 %"],
    ["beside a sign", ["…", 4.6], "C4 industry 2023-06 ytd yoy 4.6 %"],
    ["with its own %", ["4.6%"], "B4 industry 2023-06 ytd yoy 4.6 %"],
  ])("are read %s", (_, figures, fact) => {
    const extraction = only(...figures);
    expect(facts(extraction).filter((text) => /\d %$/.test(text))).toEqual([fact]);
    expect(questions(extraction)).toEqual([]);
  });

  it("are asked about where the row has another figure, and neither is kept", () => {
    const extraction = only(312.5, 4.6);
    expect([facts(extraction), questions(extraction)]).toEqual([[], [["A4", "source-mismatch"]]]);
    expect([fate(extraction, "B4"), fate(extraction, "C4")]).toEqual(["asked", "asked"]);
  });

  it.each([
    ["its label", ["指标", "绝对量"], ["规模以上工业增加值（亿元）", 312.5]],
    ["its column", ["指标", "绝对量（亿元）"], ["规模以上工业增加值", 312.5]],
    ["its cell", ["指标", "绝对量"], ["规模以上工业增加值", "312.5亿元"]],
    ["a column of units", ["指标", "单位", "绝对量"], ["规模以上工业增加值", "亿元", 312.5]],
  ])("are asked about where %s gives a unit", (_, head, row) => {
    const extraction = read([head, row], SAYS);
    expect([facts(extraction), questions(extraction)]).toEqual([[], [["A4", "source-mismatch"]]]);
  });
});

describe("what a profile takes and leaves", () => {
  const SUMMARY = [
    ["指标", "累计（亿元）"],
    ["固定资产投资", 90],
  ];
  const FIRMS: Rows = [[], ["重点企业名单"], ["指标", "累计（亿元）"], ["税收收入", 5]];
  const firms = sheetOf(FIRMS, { name: "企业名单" });

  it.each([
    ["leaves a table by words of its title", "leave: { tables: [企业名单] }"],
    ["takes a table by words of its title", "take: { tables: [某局月报] }"],
  ])("%s", (_, says) => {
    const extraction = read([...SUMMARY, ...FIRMS], says);
    expect([facts(extraction), questions(extraction)]).toEqual([["B4 investment 2023-06 ytd value 90 亿元"], []]);
    expect(["A6", "A7", "B8"].map((cell) => fate(extraction, cell))).toEqual(["ignored", "ignored", "ignored"]);
  });

  it.each(["leave: { sheets: [企业*] }", "take: { sheets: [月 报] }", "take: { sheets: ['*报'] }"])(
    "reads the sheets that are meant: %s",
    (says) => {
      const profile = parseSource("monthly", `title: t\nbureau: statistics\nrecognise: [某局月报]\n${says}`, "f");
      const main = sheetOf([["2023年1—6月通辽市某局月报"], ...SUMMARY], { name: "月报" });
      const extraction = extract(bookOf([main, firms]), [profile]);
      expect([facts(extraction), questions(extraction)]).toEqual([["B3 investment 2023-06 ytd value 90 亿元"], []]);
      const other = extraction.dispositions.filter(({ sheet }) => sheet === "企业名单");
      expect(new Set(other.map(({ kind, reason }) => `${kind} ${reason}`))).toEqual(
        new Set(["ignored 来源配置不读这张工作表"]),
      );
    },
  );

  it.each(["take: { sheets: [年报] }", "take: { tables: [投资完成] }", "take: { tables: [某局月报, 投资完成] }"])(
    "asks where what should be taken is not there: %s",
    (says) => {
      expect(questions(read(SUMMARY, says))).toContainEqual([null, "source-mismatch"]);
    },
  );

  it("leaves columns by their heads and rows by their labels", () => {
    const rows = [
      ["指标", "总投资（亿元）", "累计（亿元）"],
      ["固定资产投资", 300, 90],
      ["  其中：某某工程", 50, 20],
    ];
    const extraction = read(rows, "leave: { columns: [总投资], rows: [某某工程] }");
    expect([facts(extraction), questions(extraction)]).toEqual([["C4 investment 2023-06 ytd value 90 亿元"], []]);
    expect(["B4", "B5", "C5"].map((cell) => fate(extraction, cell))).toEqual(["ignored", "ignored", "ignored"]);
  });

  it("keeps projects as such, whatever their names and their columns would mean elsewhere", () => {
    const rows = [
      ["项目名称", "固定资产投资（万元）", "完成率"],
      ["税收收入", 300, 90],
      ["2022年30亿元甲醇项目增产提升", 50, 20],
    ];
    const { observations, issues } = read(rows, "projects: [某局月报]");
    expect(observations.map(({ label, indicator, region, quantity }) => [label, indicator, region, quantity])).toEqual([
      ["税收收入", null, "150500", "value"],
      ["税收收入", null, "150500", "share"],
      ["2022年30亿元甲醇项目增产提升", null, "150500", "value"],
      ["2022年30亿元甲醇项目增产提升", null, "150500", "share"],
    ]);
    expect(new Set(observations.map(({ period, unit }) => `${period} ${unit}`))).toEqual(
      new Set(["2023-06 万元", "2023-06 %"]),
    );
    expect(issues).toEqual([]);
  });
});

describe("a sheet that contradicts its profile", () => {
  it.each([
    ["a unit line", "unit: 亿元", [["单位：万元"], ["指标", "累计"], ["固定资产投资", 900000]]],
    [
      "a label",
      "units: { 固定资产投资: 亿元 }",
      [
        ["指标", "累计"],
        ["固定资产投资（万元）", 900000],
      ],
    ],
  ])("wins with the unit of %s, and says so", (_, says, rows) => {
    const extraction = read(rows, says);
    expect(extraction.observations.map(({ value, unit }) => [value, unit])).toEqual([["900000", "万元"]]);
    expect(questions(extraction)).toEqual([[null, "source-overruled"]]);
  });

  it("wins with its region and its span", () => {
    const rows = [["2023年1—6月开鲁县"], ["指标", "累计（亿元）"], ["固定资产投资", 9]];
    const extraction = read(rows, "region: '150526'\nspan: month");
    expect(extraction.observations.map(({ region, span }) => [region, span])).toEqual([["150523", "ytd"]]);
  });

  it("is asked about where the profile's unit cannot measure the indicator", () => {
    const rows = [
      ["指标", "累计"],
      ["城镇新增就业", 8600],
    ];
    expect(questions(read(rows, "unit: 亿元"))).toEqual([["B4", "unit-mismatch"]]);
  });
});
