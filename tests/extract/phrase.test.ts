import { describe, expect, it } from "vitest";
import { labelText } from "../../pipeline/extract/label-text.ts";
import { indexNames, makeNames } from "../../pipeline/extract/names.ts";
import { squash } from "../../pipeline/extract/normalise.ts";
import { readPhrase } from "../../pipeline/extract/phrase.ts";
import { profileOf, VOCABULARY } from "./small-vocabulary.ts";

const names = makeNames(indexNames(VOCABULARY), null);
const read = (text: string) => readPhrase(squash(text), names);

describe("readPhrase(squashed) of names", () => {
  it.each([
    ["固定资产投资", "investment"],
    ["固 定 资 产\n投资", "investment"],
    ["固定资产投资（亿元）", "investment"],
    ["固定资产投资（不含农户）", "investment"],
    ["一、固定资产投资", "investment"],
    ["（二）固定资产投资①", "investment"],
    ["1.固定资产投资", "investment"],
    ["（1）固定资产投资[2]", "investment"],
    ["①固定资产投资", "investment"],
    ["⒈固定资产投资*", "investment"],
    ["其中：税收收入", "tax"],
    ["# 税收收入", "tax"],
    ["在总计中：税收收入", "tax"],
    ["ＧＤＰ", "gdp"],
    ["gdp", "gdp"],
    ["GDP（地区生产总值）", "gdp"],
    ["PM₂.₅平均浓度（μg/m3）", "pm25"],
    ["PM2.5平均浓度（微克/立方米）", "pm25"],
    ["全市固定资产投资", "investment"],
    ["1—6月固定资产投资", "investment"],
    ["固定资产投资同比增长(%)", "investment"],
    ["6月末城镇登记失业率(%)", "unemployment"],
  ])("finds the indicator of %j", (text, code) => {
    expect(read(text).indicator?.code).toBe(code);
  });

  it.each([
    "固定资产投资额度",
    "固定资产投资（市属）",
    "工业增加值",
    "固定资产投资项目个数",
    "规模以上工业增加值率",
    "税收",
    "第三产业",
  ])("finds none in %s", (text) => {
    expect(read(text).indicator).toBeNull();
  });

  it("takes 口径, unit, time and measure off the name", () => {
    expect(read("二、1—6月固定资产投资（不含农户）（亿元）")).toMatchObject({
      rank: 1,
      units: ["亿元"],
      scopes: ["不含农户"],
      time: { month: 6, span: "ytd" },
      measure: null,
    });
    expect(read("限额以上固定资产投资").indicator).toEqual({ code: "investment", scope: "限额以上" });
    expect(read("一般公共预算收入（可比口径）增长")).toMatchObject({
      scopes: ["可比口径"],
      measure: { quantity: "yoy" },
    });
  });

  it("keeps a rate's own words in a name that nobody knows", () => {
    expect(read("人口自然增长率")).toMatchObject({ name: "人口自然增长率", measure: null });
    expect(read("民间投资同比增长")).toMatchObject({ name: "民间投资", measure: { quantity: "yoy" } });
  });

  it("reads a name the way its source means it, and an alias of two indicators not at all", () => {
    const own = makeNames(
      indexNames(VOCABULARY),
      profileOf("a", [], { indicators: { 税收: { code: "tax" as never, scope: null } } }),
    );
    expect(own.findIndicator("税 收")?.code).toBe("tax");
    const [first, second] = VOCABULARY.indicators;
    if (!first || !second) throw new Error("the vocabulary is empty");
    const shared = [first, second].map((indicator) => ({ ...indicator, aliases: [{ text: "总值", scope: null }] }));
    expect(makeNames(indexNames({ ...VOCABULARY, indicators: shared }), null).findIndicator("总值")).toBeUndefined();
  });
});

describe("findRegion(text)", () => {
  it.each([
    ["科尔沁左翼中旗", "150521"],
    ["科 左 中 旗", "150521"],
    ["中旗", "150521"],
    ["科尔沁", "150502"],
    ["扎旗", "150526"],
    ["通辽市", "150500"],
  ])("finds %s", (text, code) => {
    expect(names.findRegion(text)).toBe(code);
  });

  it.each(["科右中旗", "科左", "科尔沁右翼中旗", "旗", "合计", "全市"])("does not find %s", (text) => {
    expect(names.findRegion(text)).toBeUndefined();
  });

  it("takes 合计 for the city only where asked to", () => {
    expect(names.findRegion("合 计", { wholes: true })).toBe("150500");
    expect(names.findRegion("小计", { wholes: true })).toBeUndefined();
  });
});

describe("labelText(text)", () => {
  it.each([
    ["  一、固定资产投资（亿元）", "固定资产投资"],
    ["固定资产投资（不含农户）", "固定资产投资（不含农户）"],
    ["其中：税收收入", "税收收入"],
    ["　# 住宿 餐饮业①", "住宿餐饮业"],
    ["1.5万吨级码头", "1.5万吨级码头"],
    ["居民消费价格指数（上年同期=100）", "居民消费价格指数（上年同期=100）"],
    ["（一）第一产业(%)", "第一产业"],
    ["其中：", "其中："],
    ["万元", "万元"],
  ])("writes %j as %s", (text, label) => {
    expect(labelText(text)).toBe(label);
  });
});
