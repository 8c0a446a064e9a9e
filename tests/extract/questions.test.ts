import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, fate, profileOf, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";
const HEAD = ["指标", "单位", "1—6月累计", "同比增长(%)"];
const ROW = ["固定资产投资", "亿元", 90, 31.7];

function read(rows: readonly (readonly GridValue[])[], file?: string, name?: string) {
  return extract(bookOf(sheetOf(rows, name === undefined ? {} : { name }), file));
}

describe("what the program asks about", () => {
  it("keeps figures of an unknown indicator, asks once at its label, and offers names without taking one", () => {
    const extraction = read([[TITLE], HEAD, ["规模以上工业增加直", "亿元", 90, 7], ROW]);
    expect(questions(extraction)).toEqual([["A3", "unknown-indicator"]]);
    expect(extraction.issues[0]?.message).toContain("规模以上工业增加值");
    expect(facts(extraction)).toEqual([
      "C3 ? 2023-06 ytd value 90 亿元",
      "D3 ? 2023-06 ytd yoy 7 %",
      "C4 investment 2023-06 ytd value 90 亿元",
      "D4 investment 2023-06 ytd yoy 31.7 %",
    ]);
    expect(fate(extraction, "C3")).toBe("asked");
  });

  it("asks about an unknown indicator over a column at the header", () => {
    const extraction = read([
      ["2023年1—6月各旗县指标"],
      ["旗县", "幸福指数（分）", "固定资产投资（亿元）"],
      ["开鲁县", 99, 11],
      ["扎旗", 98, 12],
    ]);
    expect(questions(extraction)).toEqual([
      ["B2", "missing-unit"],
      ["B2", "unknown-indicator"],
    ]);
    expect(facts(extraction).filter((fact) => fact.includes("investment"))).toHaveLength(2);
    expect(new Set(extraction.observations.filter((o) => o.indicator === null).map((o) => o.path.join()))).toEqual(
      new Set(["幸福指数(分)"]),
    );
  });

  it("keeps figures of an unknown place among known ones, and asks at its label", () => {
    const extraction = read([
      ["2023年1—6月分旗县固定资产投资（亿元）"],
      ["地区", "累计"],
      ["开鲁县", 11],
      ["科右中旗", 12],
      ["扎鲁特旗", 13],
    ]);
    expect(questions(extraction)).toEqual([["A4", "unknown-region"]]);
    expect(facts(extraction)[1]).toBe("B4 investment ? 2023-06 ytd value 12 亿元");
  });

  it("asks which region is meant where nothing speaks of the city", () => {
    const extraction = read([["2023年1—6月主要指标"], HEAD, ROW]);
    expect(questions(extraction)).toEqual([["A1", "unknown-region"]]);
    expect(extraction.observations.map(({ region }) => region)).toEqual([null, null]);
  });

  it("asks where the title speaks of the city and the file of a county", () => {
    expect(questions(read([[TITLE], HEAD, ROW], "扎鲁特旗2023年6月.xlsx"))).toEqual([["A1", "unknown-region"]]);
  });

  it("does not take 科尔沁右翼中旗 for 科尔沁区", () => {
    const { observations } = read([["2023年1—6月科尔沁右翼中旗主要指标"], HEAD, ROW]);
    expect(observations.map(({ region }) => region)).toEqual([null, null]);
  });

  it.each([
    ["no month anywhere", [["通辽市主要指标"], ["指标", "单位", "累计", "同比(%)"], ROW], "missing-period"],
    [
      "a bare year over months' words",
      [["2023年通辽市主要指标"], ["指标", "单位", "累计", "同比(%)"], ROW],
      "missing-period",
    ],
    [
      "a bare year, and no words",
      [["2023年通辽市主要指标"], ["指标", "单位", "完成额", "增速(%)"], ROW],
      "missing-period",
    ],
    [
      "a title of one month over figures that may be of one month or six",
      [["2023年6月通辽市投资"], ["指标", "单位", "完成额", "增速(%)"], ROW],
      "unread-header",
    ],
    [
      "a range that no span holds",
      [["通辽市主要指标"], ["指标", "单位", "2023年2—5月", "同比(%)"], ROW],
      "unread-header",
    ],
    [
      "a header later than its title",
      [["2023年5月通辽市主要指标"], ["指标", "单位", "1—6月", "同比(%)"], ROW],
      "period-conflict",
    ],
    [
      "a header of last year alone",
      [["2023年6月通辽市主要指标"], ["指标", "单位", "2022年1—6月", "同比(%)"], ROW],
      "period-conflict",
    ],
    ["本月累计", [[TITLE], ["指标", "单位", "本月累计", "同比(%)"], ROW], "unread-header"],
    ["two months in one head", [[TITLE], ["指标", "单位", "5月、6月", "同比(%)"], ROW], "unread-header"],
  ])("keeps out figures under %s", (_, rows, code) => {
    const extraction = read(rows);
    expect(extraction.observations).toEqual([]);
    expect(new Set(questions(extraction).map(([, issue]) => issue))).toEqual(new Set([code]));
    expect([fate(extraction, "C3"), fate(extraction, "D3")]).toEqual(["asked", "asked"]);
  });

  it.each([
    ["sheet", "2023年6月", undefined],
    ["file", "Sheet1", "主要指标2023年6月.xlsx"],
  ])("asks where a title of May stands in a %s of June and no head says which", (_, name, file) => {
    const extraction = read([["2023年5月通辽市主要指标"], ["指标", "单位", "累计", "同比(%)"], ROW], file, name);
    expect(questions(extraction)).toEqual([["A1", "period-conflict"]]);
    expect(extraction.observations).toEqual([]);
  });

  const lagging = [
    ["2023年6月通辽市主要指标"],
    ["指标", "单位", "5月", "累计", "同比(%)"],
    ["税收收入", "亿元", 7, 33, 2],
  ];

  it("asks where every head is of a month before the title's: one of the two was left from last month", () => {
    const extraction = read(lagging);
    expect(extraction.observations).toEqual([]);
    expect(questions(extraction)).toEqual([
      ["C2", "period-conflict"],
      ["D2", "period-conflict"],
      ["E2", "period-conflict"],
    ]);
  });

  it.each([
    [
      "below",
      [
        ["指标", "单位", "6月"],
        ["固定资产投资", "亿元", 9],
      ],
    ],
    [
      "below, without a month of its own",
      [
        ["指标", "单位", "本月"],
        ["固定资产投资", "亿元", 9],
      ],
    ],
  ])(
    "reads an earlier month in the head as it stands, its relative neighbours too, where a table %s is of the title's (错月)",
    (_, below) => {
      expect(facts(read([...lagging, [], ...below]))).toEqual([
        "C3 tax 2023-05 month value 7 亿元",
        "D3 tax 2023-05 ytd value 33 亿元",
        "E3 tax 2023-05 ytd yoy 2 %",
        "C6 investment 2023-06 month value 9 亿元",
      ]);
    },
  );

  it("uses the hints only where the file says nothing", () => {
    const silent = bookOf(sheetOf([["主要指标"], ["指标", "单位", "累计", "同比(%)"], ROW]));
    const spoken = bookOf(sheetOf([[TITLE], HEAD, ROW]));
    const hints = { period: makePeriod(2022, 3), region: "150523" };
    expect(facts(extract(silent, [], hints))[0]).toBe("C3 investment 150523 2022-03 ytd value 90 亿元");
    expect(facts(extract(spoken, [], hints))[0]).toBe("C3 investment 2023-06 ytd value 90 亿元");
  });

  it("keeps a value without a unit, with null in its place, and asks at the label", () => {
    const extraction = read([[TITLE], ["指标", "1—6月累计"], ["固定资产投资", 90]]);
    expect(questions(extraction)).toEqual([["A3", "missing-unit"]]);
    expect(extraction.observations.map(({ unit }) => unit)).toEqual([null]);
  });

  it("asks about a unit nobody knows where it stands", () => {
    const extraction = read([[TITLE], HEAD, ["固定资产投资", "一元", 90, 31.7]]);
    expect(questions(extraction)).toEqual([["B3", "unknown-unit"]]);
    expect(facts(extraction)).toEqual(["C3 investment 2023-06 ytd value 90 ?", "D3 investment 2023-06 ytd yoy 31.7 %"]);
  });

  it.each([
    ["of another dimension", "万人"],
    ["of a rate in the column of amounts", "%"],
  ])("keeps out a value in a unit %s", (_, unit) => {
    const extraction = read([[TITLE], HEAD, ["固定资产投资", unit, 90, 31.7]]);
    expect(questions(extraction)).toEqual([["C3", "unit-mismatch"]]);
    expect(facts(extraction)).toEqual(["D3 investment 2023-06 ytd yoy 31.7 %"]);
  });

  it("asks where label and head state different units", () => {
    const extraction = read([[TITLE], ["指标", "1—6月（亿元）"], ["固定资产投资（万元）", 90]]);
    expect(questions(extraction)).toEqual([["B3", "unit-mismatch"]]);
  });

  it("asks about a difference that does not say in what", () => {
    const extraction = read([[TITLE], ["指标", "单位", "1—6月", "同比增减"], ROW]);
    expect(questions(extraction)).toEqual([["D2", "unread-header"]]);
    expect(facts(extraction)).toEqual(["C3 investment 2023-06 ytd value 90 亿元"]);
  });

  it("asks about the growth of a growth", () => {
    const extraction = read([[TITLE], HEAD, ["规模以上工业增加值增速", "%", 7, 1.2]]);
    expect(questions(extraction)).toEqual([["D2", "unread-header"]]);
    expect(facts(extraction)).toEqual(["C3 industry 2023-06 ytd yoy 7 %"]);
  });

  it("asks about 第二产业 under an indicator that it is no part of", () => {
    const rows = (parent: string) =>
      read([[TITLE], HEAD, [parent, "亿元", 90, 1], ["  其中：第二产业", "亿元", 40, 2]]);
    expect(questions(rows("固定资产投资"))).toEqual([["A4", "unknown-indicator"]]);
    expect(facts(rows("地区生产总值"))[2]).toBe("C4 secondary 2023-06 ytd value 40 亿元");
  });

  it("does not take a firm's or a trade's figures for the city's", () => {
    const extraction = read([
      ["2023年1—6月通辽市重点企业"],
      ["名称", "工业投资（亿元）"],
      ["霍煤鸿骏", 4],
      ["梅花生物", 5],
    ]);
    expect(questions(extraction)).toEqual([
      ["A3", "unknown-indicator"],
      ["A4", "unknown-indicator"],
    ]);
    expect(extraction.observations.map(({ indicator }) => indicator)).toEqual([null, null]);
  });

  it("asks about a head that names another indicator than the row", () => {
    const extraction = read([[TITLE], ["指标", "单位", "税收收入", "1—6月"], ["固定资产投资", "亿元", 4, 90]]);
    expect(questions(extraction)).toEqual([["C2", "unread-header"]]);
    expect(facts(extraction)).toEqual(["D3 investment 2023-06 ytd value 90 亿元"]);
  });

  it("asks about a column whose own head is missing under a group", () => {
    const rows = [[TITLE], ["指标", "单位", "1—6月", null], [null, null, "绝对量", null], ROW];
    const named = [[TITLE], ["指标", "单位", "1—6月", null], [null, null, null, "同比(%)"], ROW];
    const merges = ["A2:A3", "B2:B3", "C2:D2"];
    const asked = (cells: readonly (readonly GridValue[])[]) => questions(extract(bookOf(sheetOf(cells, { merges }))));
    expect(asked(rows)).toEqual([
      ["C2", "unread-header"],
      ["C3", "unread-header"],
    ]);
    expect(asked(named)).toEqual([
      ["C2", "unread-header"],
      ["D3", "unread-header"],
    ]);
  });

  it("asks about two columns under one merged head that tells them not apart", () => {
    const rows = [[TITLE], ["指标", "单位", "1—6月", null], ["固定资产投资", "亿元", "…", 31.7]];
    const extraction = extract(bookOf(sheetOf(rows, { merges: ["C2:D2"] })));
    expect(extraction.observations).toEqual([]);
    expect(questions(extraction)).toEqual([["C2", "unread-header"]]);
  });

  it("asks about 同比 behind 累计 and 本月, and about a month's share of the year's plan", () => {
    const heads = (...names: readonly string[]) =>
      questions(read([["2023年6月通辽市主要指标"], ["指标", "单位", ...names], ["固定资产投资", "亿元", 90, 9, 5]]));
    expect(heads("累计", "本月", "同比(%)")).toEqual([["E2", "unread-header"]]);
    expect(heads("本月", "累计", "同比(%)")).toEqual([]);
    expect(heads("本月", "为预算的%")).toEqual([
      ["D2", "unread-header"],
      ["E3", "unread-cell"],
    ]);
  });

  it.each([
    ["its unit in a column of figures", ["固定资产投资", null, "亿元", 90, 31.7]],
    ["a figure behind the last column and a blank before it", ["固定资产投资", "亿元", null, 90, 31.7]],
  ])("keeps out a whole row with %s", (_, moved) => {
    const extraction = read([[TITLE], HEAD, moved, ["一般公共预算收入", "亿元", 63.6, 6]]);
    expect(questions(extraction).map(([, code]) => code)).toEqual(
      ["displaced-row"].concat(moved[2] === null ? [] : ["unread-cell"]),
    );
    expect(facts(extraction).map((fact) => fact.slice(0, 2))).toEqual(["C4", "D4"]);
  });

  it("asks about a header that has slipped against its columns", () => {
    const extraction = read([[TITLE], ["指标", "单位", null, "1—6月", "同比(%)"], ROW]);
    expect(extraction.observations).toEqual([]);
    expect(questions(extraction)).toEqual([
      ["D2", "unread-header"],
      ["C3", "unread-cell"],
    ]);
  });

  it("asks about a header that means nothing, and reads its neighbours", () => {
    const extraction = read([[TITLE], [...HEAD, "某某数"], [...ROW, 5]]);
    expect(questions(extraction)).toEqual([["E2", "unread-header"]]);
    expect([fate(extraction, "E3"), fate(extraction, "C3")]).toEqual(["asked", "used"]);
  });

  it("asks about figures outside the headed columns, beside no label, and below the notes", () => {
    const extraction = read([
      [TITLE],
      HEAD,
      [...ROW, 12],
      [null, null, 33],
      ["注：初步数据。"],
      ["工业投资", "亿元", 4, 5],
    ]);
    expect(questions(extraction)).toEqual([
      ["E3", "unread-cell"],
      ["C4", "unread-cell"],
      ["C6", "unread-cell"],
      ["D6", "unread-cell"],
    ]);
    expect(extraction.observations).toHaveLength(2);
  });

  it.each<[string, GridValue, string]>([
    ["words", "见附件", "not-a-number"],
    ["two figures", "2.0 1.9", "not-a-number"],
    ["a bound", "突破1000", "inexact-number"],
    ["an error", { raw: { type: "error", text: "#DIV/0!" } }, "formula-error"],
    ["a formula without its result", { raw: { type: "uncached" } }, "formula-not-calculated"],
    ["a format that shows thousands", { value: 90000, format: "#,##0," }, "scaled-format"],
    ["a date", { raw: { type: "date", date: "2023-06-01" } }, "not-a-number"],
  ])("keeps out %s in place of a number", (_, value, code) => {
    const extraction = read([
      [TITLE],
      HEAD,
      ["固定资产投资", "亿元", value, 31.7],
      ["一般公共预算收入", "亿元", 63.6, 6],
    ]);
    expect(questions(extraction)).toEqual([["C3", code]]);
    expect(facts(extraction).map((fact) => fact.slice(0, 2))).toEqual(["D3", "C4", "D4"]);
  });

  it("asks where a sheet of figures has no table, and not where it only counts its lines", () => {
    expect(questions(read([["通辽市"], [12, 5, 6], [3, 1, 9]]))).toEqual([[null, "no-table"]]);
    expect(questions(read([["填表说明"], [1, "按月填报"], [2, "次月10日前报送"]]))).toEqual([]);
  });

  it("says that a form is empty", () => {
    const extraction = read([[TITLE], HEAD, ["固定资产投资", "亿元"], ["一般公共预算收入", "亿元"]]);
    expect(questions(extraction)).toEqual([[null, "empty-form"]]);
    expect(extraction.observations).toEqual([]);
  });
});

describe("a head that was filled one column too far", () => {
  const full = ["指标", "单位", "6月", "6月增长(%)", "1-6月", "1-6月增长(%)"];
  const rows = [
    ["固定资产投资", "亿元", 33.1, 22.2, 150.2, 31.7],
    ["社会消费品零售总额", "亿元", 28.1, 5.1, 168.2, 6.6],
  ];

  it.each([2, 3, 4].flatMap((at) => [[at, "cut off"] as const, [at, "kept"] as const]))(
    "asks about all behind the twins at column %i, the last head %s",
    (at, last) => {
      const dragged = [...full.slice(0, at + 1), ...full.slice(at)];
      const head = last === "kept" ? dragged : dragged.slice(0, full.length);
      const extraction = read([["2023年6月通辽市主要指标"], head, ...rows]);
      const isBefore = (cell: string) => cell.charCodeAt(0) - "A".charCodeAt(0) < at;
      expect(extraction.observations.map(({ cell }) => cell).filter((cell) => !isBefore(cell))).toEqual([]);
      expect(extraction.issues.length).toBeGreaterThan(0);
    },
  );
});

describe("the same fact twice", () => {
  const second = (value: number, unit = "亿元") =>
    read([[TITLE], HEAD, ROW, [], ["指标", "单位", "1—6月累计"], ["固定资产投资", unit, value]]);

  it.each([
    ["equal", second(90)],
    ["equal in another unit", second(900000, "万元")],
    ["rounded", second(90.04)],
  ])("is one observation at its first place where the values are %s", (_, extraction) => {
    expect(facts(extraction).map((fact) => fact.slice(0, 2))).toEqual(["C3", "D3"]);
    expect(questions(extraction)).toEqual([]);
  });

  it("is a question at the later place where the values differ, and none is kept", () => {
    const extraction = second(91);
    expect(facts(extraction).map((fact) => fact.slice(0, 2))).toEqual(["D3"]);
    expect(questions(extraction)).toEqual([["C6", "value-conflict"]]);
    expect([fate(extraction, "C3"), fate(extraction, "C6")]).toEqual(["asked", "asked"]);
  });
});

describe("figures that look like something else", () => {
  it("reads 2013 and 1985 as figures, not as years of a header", () => {
    const extraction = read([
      [TITLE],
      HEAD,
      ["城镇新增就业", "人", 2013, 5],
      ["城镇新增就业", "人", 2013, 5],
      ["固定资产投资", "亿元", 2012, 2013],
    ]);
    expect(facts(extraction)).toEqual([
      "C3 jobs 2023-06 ytd value 2013 人",
      "D3 jobs 2023-06 ytd yoy 5 %",
      "C5 investment 2023-06 ytd value 2012 亿元",
      "D5 investment 2023-06 ytd yoy 2013 %",
    ]);
  });

  it("reads years as heads where a label column is named or they count on", () => {
    const byName = read([["通辽市固定资产投资（亿元）"], ["指标", 2022, 2023], ["固定资产投资", 80, 90]]);
    const byCount = read([["通辽市固定资产投资（亿元）"], [null, 2021, 2022, 2023], ["固定资产投资", 70, 80, 90]]);
    expect(facts(byName)).toEqual([
      "B3 investment 2022-12 ytd value 80 亿元",
      "C3 investment 2023-12 ytd value 90 亿元",
    ]);
    expect(facts(byCount)).toHaveLength(3);
  });
});

describe("blanks and signs", () => {
  it("keeps blanks beside values and signs with their words, and never as 0", () => {
    const extraction = read([
      [TITLE],
      [...HEAD, "位次"],
      ["固定资产投资", "亿元", null, 31.7],
      ["一般公共预算收入", "亿元", "——", "持平"],
      ["税收收入", "亿元", "……", "-"],
      ["工业投资", "亿元"],
    ]);
    expect(extraction.observations.map((o) => [o.cell, o.value, o.status, o.statusReason])).toEqual([
      ["C3", null, "missing", "空白"],
      ["D3", "31.7", "normal", null],
      ["C4", null, "not-applicable", "——"],
      ["D4", "0", "normal", null],
      ["C5", null, "missing", "……"],
      ["D5", null, "not-applicable", "-"],
    ]);
    expect(questions(extraction)).toEqual([]);
  });

  it("reads a sign as the source's legend says", () => {
    const profile = profileOf("monthly", ["主要指标"], { sentinels: { "…": "below-unit", "/": "missing" } });
    const book = bookOf(sheetOf([[TITLE], HEAD, ["固定资产投资", "亿元", "…", "/"]]));
    expect(extract(book, [profile]).observations.map(({ status }) => status)).toEqual(["below-unit", "missing"]);
  });
});

describe("what a source's profile adds", () => {
  it("names labels, places and units that only this source uses", () => {
    const profile = profileOf("monthly", ["主要指标"], {
      indicators: { 投资总额: { code: "investment" as never, scope: "限额以上" } },
      units: { 投资总额: "亿元" },
      region: "150502",
    });
    const book = bookOf(sheetOf([["2023年1—6月主要指标"], ["指标", "累计"], ["投资总额", 90]]));
    expect(facts(extract(book, [profile]))).toEqual(["B3 investment 150502 2023-06 ytd value 限额以上 90 亿元"]);
  });

  it("settles the span of a bare month", () => {
    const book = bookOf(
      sheetOf([["2023年6月通辽市主要指标"], ["指标", "单位", "完成额"], ["固定资产投资", "亿元", 90]]),
    );
    expect(facts(extract(book, [profileOf("monthly", ["主要指标"], { span: "ytd" })]))).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
    ]);
  });
});

describe("what a book says of itself", () => {
  it("finds the day, the address and 演示数据", () => {
    const extraction = read([
      [`${TITLE}（演示数据）`],
      ["填报单位：市统计局", null, "填报日期：2023年7月8日"],
      HEAD,
      ROW,
      ["数据来源：https://tjj.example.gov.cn/2023/07.html"],
      ["单位负责人：张三", null, "联系电话：", 8231234],
    ]);
    expect([extraction.vintage, extraction.illustrative, extraction.url]).toEqual([
      "2023-07-08",
      true,
      "https://tjj.example.gov.cn/2023/07.html",
    ]);
    expect(questions(extraction)).toEqual([]);
    expect(facts(extraction)).toHaveLength(2);
    expect(fate(extraction, "D6")).toBe("note");
  });
});
