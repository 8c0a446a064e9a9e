import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePublishedNumber, parseRank } from "../../pipeline/extract/published-number.ts";

describe("parsePublishedNumber(text)", () => {
  it.each([
    ["12.3", "12.3", 1, null],
    [" 12 ", "12", 0, null],
    ["1,234,567.8", "1234567.8", 1, null],
    ["１２．３４", "12.34", 2, null],
    ["12，345", "12345", 0, null],
    [".5", "0.5", 1, null],
    ["5.0", "5.0", 1, null],
    ["-0.0", "0.0", 1, null],
    ["−1.2", "-1.2", 1, null],
    ["－1.2", "-1.2", 1, null],
    ["+5.3", "5.3", 1, null],
    ["(12.3)", "-12.3", 1, null],
    ["（1,234）", "-1234", 0, null],
    ["12.3%", "12.3", 1, "%"],
    ["12.3％", "12.3", 1, "%"],
    ["1.54个百分点", "1.54", 2, "百分点"],
    ["629.0亿元", "629.0", 1, "亿元"],
    ["12.3①", "12.3", 1, null],
    ["12.3²", "12.3", 1, null],
    ["12.3*", "12.3", 1, null],
    ["12.3[2]", "12.3", 1, null],
    ["\u00a012.3\u3000", "12.3", 1, null],
    ["213.4（1）", "213.4", 1, null],
    ["213.4 1）", "213.4", 1, null],
    ["-5.0%注1", "-5.0", 1, "%"],
    ["5.0（注1）", "5.0", 1, null],
    ["2.1i", "2.1", 1, null],
    ["3.1％↑", "3.1", 1, "%"],
    ["-3.1%↓", "-3.1", 1, "%"],
  ])("reads %j as %s", (text, value, decimals, unit) => {
    expect(parsePublishedNumber(text)).toEqual({ kind: "number", value, decimals, unit, growth: false });
  });

  it.each([
    ["增长12.3%", "12.3", "%"],
    ["下降1.2%", "-1.2", "%"],
    ["提高0.3个百分点", "0.3", "百分点"],
    ["回落0.3个百分点", "-0.3", "百分点"],
    ["▲3.5", "3.5", null],
    ["▼3.5", "-3.5", null],
    ["↓3.5%", "-3.5", "%"],
    ["增长-3.5%", "-3.5", "%"],
    ["持平", "0", null],
    ["与上年同期持平", "0", null],
    ["增长1.2倍", "120", "%"],
  ])("reads %s as a growth of %s", (text, value, unit) => {
    expect(parsePublishedNumber(text)).toMatchObject({ kind: "number", value, unit, growth: true });
  });

  it.each([
    ["-", "not-applicable"],
    ["—", "not-applicable"],
    ["–", "not-applicable"],
    ["--", "not-applicable"],
    ["——", "not-applicable"],
    [" — ", "not-applicable"],
    ["…", "missing"],
    ["……", "missing"],
    ["...", "missing"],
  ])("takes %j for a sign", (text, status) => {
    expect(parsePublishedNumber(text)).toEqual({ kind: "sentinel", status });
  });

  it("takes a source's own signs before the common ones", () => {
    expect(parsePublishedNumber("…", { "…": "below-unit" })).toEqual({ kind: "sentinel", status: "below-unit" });
  });

  it.each([
    ">=100",
    "≥100",
    "100以上",
    "突破1000",
    "超过20",
    "约5",
    "近5%",
    "100余个",
    "7%左右",
    "50多",
    "5-6",
    "5%~6%",
    "不低于90%",
  ])("finds %s inexact", (text) => {
    expect(parsePublishedNumber(text)).toEqual({ kind: "inexact" });
  });

  it.each([
    "2.0 1.9", // two figures in one cell
    "1 2",
    "1,23",
    "12,34,567",
    "007",
    "1.2.3",
    "1e5",
    "5.",
    "△1.2",
    "下降-1.2%",
    "▲-1.2",
    "(5)",
    "2023-06",
    "6月",
    "1-6月",
    "6月末余额",
    "2023年规模以上工业增加值",
    "n/a",
    "无",
    "12.3吨公里",
    "5.01)", // 5.0 and a mark, or 5.01
    "3.1%↓", // a fall, or a rise that has become less
    "-3.1↑",
    "0.0↓",
    "2.1w",
    "2023（1）",
  ])("leaves %s as words", (text) => {
    expect(parsePublishedNumber(text)).toEqual({ kind: "words" });
  });

  it("reads every plain decimal as itself, spaced, bracketed by footnotes or grouped", () => {
    const decimal = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(decimal, ([negative, whole, fraction]) => {
        const tail = String(fraction).padStart(3, "0");
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
        const sign = negative ? "-" : "";
        const value = `${sign}${whole}.${tail}`;
        for (const text of [value, ` ${value}　`, `${sign}${grouped}.${tail}`, `${value}①`]) {
          expect(parsePublishedNumber(text)).toMatchObject({ kind: "number", value, decimals: 3 });
        }
      }),
    );
  });
});

describe("parseRank(squashed)", () => {
  it.each([
    ["3", "3"],
    ["第3", "3"],
    ["第3位", "3"],
    ["并列3", "3"],
    ["3/8", "3"],
    ["12名", "12"],
  ])("reads %s as %s", (text, rank) => {
    expect(parseRank(text)).toBe(rank);
  });

  it.each(["0", "3.5", "-3", "前3", "3-4", "上升3位"])("does not read %s", (text) => {
    expect(parseRank(text)).toBeUndefined();
  });
});
