import { describe, expect, it } from "vitest";
import { numeralsIn } from "../../pipeline/model/numeral.ts";

describe("numeralsIn(text)", () => {
  it.each([
    ["增长5.2%", ["5.2"]],
    ["完成1,234.5万元", ["1,234.5"]],
    ["8～10个", ["8", "10"]],
    ["2023年6月18日", ["2023", "6", "18"]],
    ["1-6月", ["1", "6"]],
    ["3%-5%", ["3", "5"]],
    ["6月-8月", ["6", "8"]],
    ["为-0.8百分点", ["-0.8"]],
    ["−0.8", ["−0.8"]],
    ["＋３．５％", ["＋３．５"]],
    ["１２项", ["１２"]],
    ["٣٫ و ۴", ["٣", "۴"]],
    ["𝟓个", ["𝟓"]],
    ["½ ① Ⅳ", ["½", "①", "Ⅳ"]],
    ["5\u200b2", ["5", "2"]],
    ["PM2.5", ["2.5"]],
    ["〔2023〕21号", ["2023", "21"]],
    ["1.2.3", ["1.2", "3"]],
    ["1,23", ["1", "23"]],
  ])("finds digits of every script in %s", (text, expected) => {
    expect(numeralsIn(text).map((numeral) => numeral.text)).toEqual(expected);
  });

  it.each([
    ["增长百分之五", ["百分之五"]],
    ["三分之二", ["三分之二"]],
    ["三点五倍", ["三点五"]],
    ["投资五千万元", ["五千万"]],
    ["一季度和前三季度", ["一", "三"]],
    ["十二月", ["十二"]],
    ["第三，居前三位", ["三", "三"]],
    ["一、主要指标", ["一"]],
    ["（二）滞后指标", ["二"]],
    ["“十四五”规划", ["十四五"]],
    ["三个百分点", ["三"]],
    ["增加一倍", ["一"]],
    ["完成一项", ["一"]],
    ["两家企业", ["两"]],
    ["二〇二三年", ["二〇二三"]],
    ["叁拾万元", ["叁拾万"]],
  ])("finds Chinese numerals that count, date, order or divide in %s", (text, expected) => {
    expect(numeralsIn(text).map((numeral) => numeral.text)).toEqual(expected);
  });

  it.each([
    "一般公共预算",
    "进一步统一一般做法",
    "万元",
    "百分点",
    "千瓦",
    "上一期",
    "十分重要",
    "两者",
    "千万元以上",
    "“是否演示”一栏",
  ])("finds none in the word %s", (text) => {
    expect(numeralsIn(text)).toEqual([]);
  });

  it("tells where each stands", () => {
    const text = "同比增长-0.8%，居第三";
    for (const { text: written, start, end } of numeralsIn(text)) expect(text.slice(start, end)).toBe(written);
  });
});
