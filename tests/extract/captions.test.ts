import { describe, expect, it } from "vitest";
import { readCaption } from "../../pipeline/extract/captions.ts";
import { indexNames, makeNames } from "../../pipeline/extract/names.ts";
import { squash } from "../../pipeline/extract/normalise.ts";
import { parseUnitLine, parseUnits } from "../../pipeline/extract/unit-words.ts";
import { VOCABULARY } from "./small-vocabulary.ts";

const names = makeNames(indexNames(VOCABULARY), null);
const read = (text: string) => readCaption(squash(text), names);

describe("readCaption(squashed)", () => {
  it.each([
    ["2023年1—6月分旗县市区固定资产投资完成情况", "investment", null],
    ["2023年6月通辽市固定资产投资", "investment", null],
    ["附表3：各旗县市区规模以上工业增加值增速", "industry", "yoy"],
    ["指标:规上工业增加值_同比增长(%)", "industry", "yoy"],
    ["表1-2 全市一般公共预算收入情况统计表", "revenue", null],
    ["社会消费品零售总额（亿元）", "retail", null],
    ["地区生产总值及增速", "gdp", null],
  ])("finds what %s is about", (text, code, quantity) => {
    const { indicator, measure } = read(text);
    expect([indicator?.code, measure?.quantity ?? null]).toEqual([code, quantity]);
  });

  it.each([
    "2023年1—6月主要经济指标",
    "固定资产投资项目个数",
    "规模以上工业增加值率",
    "固定资产投资和社会消费品零售总额",
  ])("finds no one indicator in %s", (text) => {
    expect(read(text).indicator).toBeNull();
  });

  it.each([
    ["2023年1—6月通辽市主要指标", 2023, 6, "ytd"],
    ["2023年6月及1—6月主要指标", 2023, 6, null],
    ["2023年上半年", 2023, 6, "ytd"],
    ["2023年", 2023, null, "whole-year"],
    ["2024年1- 4月", 2024, 4, "ytd"],
  ])("finds the time of %s", (text, year, month, span) => {
    expect(read(text).time).toMatchObject({ year, month, span, unclear: false });
  });

  it("is unclear about two months, and silent about days of writing", () => {
    expect(read("2023年5月、6月对比").time?.unclear).toBe(true);
    expect(read("2023年7月10日制").time).toBeNull();
    expect(read("填报日期：2023年7月").time).toBeNull();
  });

  it.each([
    ["通辽市科尔沁区主要指标", ["150500", "150502"]],
    ["扎鲁特旗主要指标", ["150526"]],
    ["科尔沁左翼中旗主要指标", ["150521"]],
    ["科尔沁右翼中旗主要指标", []],
    ["科右中旗主要指标", []],
    ["全市主要指标", ["150500"]],
    ["2023年扎旗主要指标", ["150526"]],
  ])("finds the places of %s", (text, codes) => {
    expect(read(text).regions).toEqual(codes);
  });
});

describe("parseUnitLine(squashed)", () => {
  it.each([
    ["单位：亿元", ["亿元"], [], ""],
    ["计量单位:万元、%", ["万元", "%"], [], ""],
    ["(单位：万头（只）)", ["万头只"], [], ""],
    ["2024年1-4月 单位:万元", ["万元"], [], "2024年1-4月"],
    ["单位：微克/立方米", ["微克/立方米"], [], ""],
    ["单位：一元", [], ["一元"], ""],
    ["单位：", [], [], ""],
  ])("reads %s", (text, units, unknown, rest) => {
    expect(parseUnitLine(squash(text))).toEqual({ units, unknown, rest });
  });

  it.each(["填报单位：通辽市统计局", "报送单位：万元店", "计量单位", "亿元"])("finds no unit line in %s", (text) => {
    expect(parseUnitLine(squash(text))).toBeUndefined();
  });
});

describe("parseUnits(squashed)", () => {
  it.each([
    ["亿元", ["亿元"]],
    ["万元、%", ["万元", "%"]],
    ["元/亩", ["元/亩"]],
    ["μg/m3", ["微克/立方米"]],
  ])("reads %s", (text, units) => {
    expect(parseUnits(squash(text))).toEqual(units);
  });

  it.each(["不含农户", "亿元左右", "", "、"])("reads nothing in %j", (text) => {
    expect(parseUnits(text)).toBeUndefined();
  });
});
