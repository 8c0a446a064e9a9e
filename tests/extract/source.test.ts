import { describe, expect, it } from "vitest";
import { makeGrid } from "../../pipeline/extract/grid.ts";
import { makeNearest } from "../../pipeline/extract/nearest-names.ts";
import { squash } from "../../pipeline/extract/normalise.ts";
import { recogniseSource } from "../../pipeline/extract/source.ts";
import { saysIllustrative, statedFacts } from "../../pipeline/extract/stated-facts.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, profileOf, questions } from "./small-vocabulary.ts";

const narrow = profileOf("narrow", ["财政收支", "分旗县"]);
const wide = profileOf("wide", ["财政收支"]);
const other = profileOf("other", ["统计局"]);

describe("recogniseSource(texts, profiles, forced)", () => {
  it.each([
    [["2023年财政收支 分旗县情况"], "narrow"],
    [["2023年财政收支", "（分 旗 县）"], "narrow"],
    [["2023年财政收支情况"], "wide"],
    [["通辽市统计局 财政收支"], null],
    [["其他"], null],
  ])("finds whose sheet says %j", (texts, name) => {
    expect(recogniseSource(texts, [wide, other, narrow]).source?.name ?? null).toBe(name);
  });

  it.each([["财政收支（分旗县）"], ["财政【收支】 分 旗 县"], ["“财政收支”\n分旗县"]])(
    "reads over brackets, blanks and quotation marks in %j",
    (text) => {
      expect(recogniseSource([text], [wide, narrow]).source?.name).toBe("narrow");
    },
  );

  it("takes neither of two that fit alike, and names both", () => {
    const { source, rivals } = recogniseSource(["统计局 财政收支"], [wide, other]);
    expect([source, rivals.map(({ name }) => name)]).toEqual([null, ["wide", "other"]]);
  });

  it("obeys who names a profile, and looks for itself where there is no such profile", () => {
    expect(recogniseSource(["财政收支"], [wide, other], "other").source?.name).toBe("other");
    expect(recogniseSource(["财政收支"], [wide, other], "nobody").source?.name).toBe("wide");
  });

  it("never recognises by a profile without words", () => {
    expect(recogniseSource(["财政收支"], [profileOf("empty", [])]).source).toBeNull();
  });
});

describe("a book whose source is not clear", () => {
  const rows = [["2023年1—6月通辽市财政收支 统计局"], ["指标", "累计"], ["税收收入", 90]];
  const told = [
    { ...wide, unit: "亿元", illustrative: true },
    { ...other, unit: "万元" },
  ];

  it("is asked about, read without either profile, and illustrative if either is", () => {
    const extraction = extract(bookOf(sheetOf(rows)), told);
    expect(questions(extraction)).toEqual([
      [null, "ambiguous-source"],
      ["A3", "missing-unit"],
    ]);
    expect([extraction.source, extraction.illustrative]).toEqual([null, true]);
  });

  it("is clear once someone names it", () => {
    const extraction = extract(bookOf(sheetOf(rows)), told, { source: "other" });
    expect([extraction.source?.name, questions(extraction)]).toEqual(["other", []]);
  });

  it("is not recognised by the name of its file", () => {
    const sheet = sheetOf([["2023年1—6月通辽市收支"], ...rows.slice(1)]);
    expect(extract(bookOf(sheet, "财政收支.xlsx"), told).source).toBeNull();
  });
});

const cellsOf = (rows: readonly (readonly GridValue[])[]) => makeGrid(sheetOf(rows)).cells;

describe("the day in statedFacts(cells)", () => {
  it.each<[string, GridValue[][], string | null]>([
    ["in the same cell", [["填报日期：2023年7月8日"]], "2023-07-08"],
    ["in the next cell", [["制表日期：", "2023-07-10"]], "2023-07-10"],
    ["as a date", [["报送日期", { raw: { type: "date", date: "2023-07-09" } }]], "2023-07-09"],
    ["twice: the later", [["发布日期：2023.7.9"], ["填报日期：2023/7/8"]], "2023-07-09"],
    ["in words of a period", [["2023年7月"]], null],
    ["in the next row", [["填报日期："], ["2023-07-10"]], null],
  ])("finds a day %s", (_, rows, date) => {
    expect(statedFacts(cellsOf(rows)).vintage).toBe(date);
  });
});

describe("the address in statedFacts(cells)", () => {
  it("finds the address behind 来源, and no other", () => {
    expect(statedFacts(cellsOf([["来源：https://a.example/x.html。"]])).url).toBe("https://a.example/x.html");
    expect(statedFacts(cellsOf([["见 https://a.example/x.html"]])).url).toBeNull();
  });
});

describe("saysIllustrative(squashed)", () => {
  it.each([
    ["演 示 数 据", true],
    ["（演示数据，不代表实际）", true],
    ["演示", false],
  ])("%s: %s", (text, expected) => {
    expect(saysIllustrative(squash(text))).toBe(expected);
  });
});

describe("makeNearest(candidates)(name)", () => {
  it("gives the likest three, the likest first, and none that is unlike", () => {
    const candidates = ["工业增加值", "规模以上工业增加值", "规模以上工业总产值", "规模以上工业利润", "牛存栏"];
    expect(makeNearest(candidates)("规模以上工业增加直")).toEqual([
      "规模以上工业增加值",
      "规模以上工业利润",
      "规模以上工业总产值",
    ]);
    expect(makeNearest(candidates)("牛")).toEqual([]);
  });
});

describe("a stated day that no calendar has", () => {
  it.each(["2023年6月31日", "2023年2月29日", "2023-13-01", "2023.4.0"])("is as if none were stated: %s", (day) => {
    const rows = [[`填报日期：${day}`], ["2023年1—6月通辽市投资"], ["指标", "累计（亿元）"], ["固定资产投资", 90]];
    const extraction = extract(bookOf(sheetOf(rows)));
    expect([extraction.vintage, questions(extraction)]).toEqual([null, [["A1", "unknown-date"]]]);
    expect(facts(extraction)).toEqual(["B4 investment 2023-06 ytd value 90 亿元"]);
  });

  it("is asked about in the next cell, and leaves another sheet's day standing", () => {
    const bad = sheetOf([["填报日期：", "2023-06-31"]], { name: "一" });
    const good = sheetOf([["填报日期：2024年2月29日"]], { name: "二" });
    const extraction = extract(bookOf([bad, good]));
    expect([extraction.vintage, questions(extraction)]).toEqual(["2024-02-29", [["B1", "unknown-date"]]]);
  });
});
