import { describe, expect, it } from "vitest";
import { measureAtEnd, parseMeasure } from "../../pipeline/extract/measure-words.ts";
import { indexNames, makeNames } from "../../pipeline/extract/names.ts";
import { squash } from "../../pipeline/extract/normalise.ts";
import { readPhrase } from "../../pipeline/extract/phrase.ts";
import { VOCABULARY } from "./small-vocabulary.ts";

const names = makeNames(indexNames(VOCABULARY), null);

/** The measure of a whole header, as a reader of headers sees it. */
function headOf(text: string) {
  const { name, measure, units, time } = readPhrase(squash(text), names);
  return {
    name,
    quantity: measure?.quantity ?? null,
    open: measure?.open ?? false,
    ignored: measure?.ignored != null,
    unit: measure?.unit ?? units[0] ?? null,
    time,
  };
}

describe("readPhrase(squashed) of measure words", () => {
  it.each([
    ["同比", "yoy"],
    ["同比增长(%)", "yoy"],
    ["同比±%", "yoy"],
    ["±%", "yoy"],
    ["增长(+-)%", "yoy"],
    ["增 速 ( % )", "yoy"],
    ["增幅%", "yoy"],
    ["增减%", "yoy"],
    ["同比增减（%）", "yoy"],
    ["增减（±%）", "yoy"],
    ["比上年同期增长(%)", "yoy"],
    ["比去年同期±%", "yoy"],
    ["较上年同期增减%", "yoy"],
    ["与上年同期比（%）", "yoy"],
    ["名义增长（%）", "yoy"],
    ["按可比价增长%", "yoy"],
    ["涨跌幅（%）", "yoy"],
    ["环比", "mom"],
    ["环比增长(%)", "mom"],
    ["比上月增长%", "mom"],
    ["增减百分点", "change"],
    ["比上年同期提高百分点", "change"],
    ["增减额", "change"],
    ["同比增量", "change"],
    ["位次", "rank"],
    ["增速排名", "rank"],
    ["占比", "share"],
    ["比重(%)", "share"],
    ["占全市比重%", "share"],
    ["结构（%）", "share"],
    ["完成率", "share"],
    ["为预算的%", "share"],
    ["占年度计划（%）", "share"],
    ["完成年度目标的%", "share"],
    ["完成进度", "share"],
    ["贡献率", "contribution"],
    ["拉动(百分点)", "contribution"],
    ["上年同期=100", "index"],
    ["以上年同期价格为100", "index"],
    ["绝对额", "value"],
    ["绝对量（亿元）", "value"],
    ["完成数", "value"],
    ["实绩", "value"],
    ["总量", "value"],
  ])("reads %s as %s", (text, quantity) => {
    expect(headOf(text)).toMatchObject({ name: "", quantity, open: false, ignored: false });
  });

  it.each(["增减", "同比增减", "比上年同期增加", "变化"])("leaves %s open until its unit is known", (text) => {
    expect(headOf(text)).toMatchObject({ name: "", quantity: null, open: true });
  });

  it.each([
    "年度计划",
    "全年目标",
    "2023年目标任务",
    "年初预算数",
    "目标值",
    "计划",
    "比年初增加",
    "比上年末增长(%)",
    "以上月价格为100",
    "序时进度",
  ])("knows %s for no outcome", (text) => {
    expect(headOf(text)).toMatchObject({ name: "", ignored: true });
  });

  it.each(["同期增长(%)", "某某数", "历年累计", "开工以来累计完成", "总投资", "增加值"])("does not read %s", (text) => {
    expect(headOf(text).name).not.toBe("");
  });

  it.each([
    ["上年同期", true, null],
    ["上年同期累计", true, "ytd"],
    ["去年同月增长(%)", true, "month"],
    ["比去年同期增长(%)", false, null],
  ])("tells %s last year's figure: %s", (text, lastYear, span) => {
    const { time } = headOf(text);
    expect([time?.lastYear ?? false, time?.span ?? null]).toEqual([lastYear, span]);
  });
});

describe("measureAtEnd(text)", () => {
  it.each([
    ["规模以上工业增加值增速", "规模以上工业增加值", "yoy"],
    ["固定资产投资同比增长", "固定资产投资", "yoy"],
    ["高技术产业占比", "高技术产业", "share"],
    ["固定资产投资完成额", "固定资产投资", "value"],
  ])("parts %s", (text, rest, quantity) => {
    const found = measureAtEnd(text, false);
    expect([found?.rest, found?.measure.quantity]).toEqual([rest, quantity]);
  });

  it.each(["规模以上工业增加值", "社会消费品零售总额", "企业数量", "城镇登记失业率"])("leaves %s whole", (text) => {
    expect(measureAtEnd(text, false)).toBeUndefined();
  });
});

describe("parseMeasure(text)", () => {
  it("sees a whole year in 比上年 and a single month in 同月", () => {
    expect(parseMeasure("比上年增长", true)).toMatchObject({ annual: true, month: false });
    expect(parseMeasure("比上年同期增长", true)).toMatchObject({ annual: false, month: false });
    expect(parseMeasure("比上年同月增长", true)).toMatchObject({ annual: false, month: true });
  });
});
