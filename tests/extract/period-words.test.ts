import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTimes } from "../../pipeline/extract/join-times.ts";
import { squash } from "../../pipeline/extract/normalise.ts";
import { findTimes, timeAtEnd, timeAtStart } from "../../pipeline/extract/period-words.ts";

describe("timeAtStart(squashed)", () => {
  it.each([
    ["6月", null, 6, "month"],
    ["6 月份", null, 6, "month"],
    ["06月", null, 6, "month"],
    ["十二月", null, 12, "month"],
    ["2023年6月", 2023, 6, "month"],
    ["2023.06", 2023, 6, "month"],
    ["2023-06", 2023, 6, "month"],
    ["202306", 2023, 6, "month"],
    ["1—6月", null, 6, "ytd"],
    ["1-6月累计", null, 6, "ytd"],
    ["1月-6月", null, 6, "ytd"],
    ["1至6月份", null, 6, "ytd"],
    ["1～6月", null, 6, "ytd"],
    ["一至六月", null, 6, "ytd"],
    ["2023年1－2月", 2023, 2, "ytd"],
    ["2024年1- 4", 2024, 4, "ytd"],
    ["1—12月", null, 12, "ytd"],
    ["4—6月", null, 6, "quarter"],
    ["6—6月", null, 6, "month"],
    ["本月", null, null, "month"],
    ["当月", null, null, "month"],
    ["累计", null, null, "ytd"],
    ["本年累计", null, null, "ytd"],
    ["年初累计", null, null, "ytd"],
    ["自年初累计", null, null, "ytd"],
    ["1—本月", null, null, "ytd"],
    ["1-本月累计", null, null, "ytd"],
    ["本月止累计", null, null, "ytd"],
    ["年初至今", null, null, "ytd"],
    ["一季度", null, 3, "ytd"],
    ["第1季度", null, 3, "ytd"],
    ["二季度", null, 6, "quarter"],
    ["四季度", null, 12, "quarter"],
    ["上半年", null, 6, "ytd"],
    ["2023年前三季度", 2023, 9, "ytd"],
    ["1-3季度", null, 9, "ytd"],
    ["全年", null, 12, "ytd"],
    ["2023年", 2023, null, "whole-year"],
    ["2023年度", 2023, null, "whole-year"],
    ["6月末", null, 6, "instant"],
    ["2023年6月底", 2023, 6, "instant"],
    ["年末", null, 12, "instant"],
    ["期末", null, null, "instant"],
    ["月末数", null, null, "instant"],
    ["截至6月末", null, 6, "as-of"],
    ["截至2023年6月30日", 2023, 6, "as-of"],
    ["截至2月28日", null, 2, "as-of"],
    ["6月30日止", null, 6, "as-of"],
    ["2023年1月1日至6月30日", 2023, 6, "ytd"],
    ["6月1日至30日", null, 6, "month"],
  ])("reads %s", (text, year, month, span) => {
    const squashed = squash(text);
    const found = timeAtStart(squashed);
    expect(found?.time).toEqual({ year, month, span, lastYear: false, unclear: false });
    expect(found?.end).toBe(squashed.length);
  });

  it.each([
    ["上年同期", null, null],
    ["去年同期数", null, null],
    ["上年末", 12, "instant"],
    ["去年底", 12, "instant"],
  ])("reads %s as a year earlier", (text, month, span) => {
    expect(timeAtStart(text)?.time).toMatchObject({ month, span, lastYear: true });
  });

  it.each([
    "2—5月",
    "下半年",
    "本月累计",
    "2022年1月—2023年6月",
    "7-12月",
    "截至6月20日",
    "截止2023.6.20",
    "6月20日止",
    "1月1日至6月20日",
    "1-6月20日",
    "6月上旬",
    "6月第3周",
    "截至20日",
    "截至本月20日",
  ])("finds %s unclear", (text) => {
    expect(timeAtStart(squash(text))?.time.unclear).toBe(true);
  });

  it.each(["指标", "第一产业", "月均", "一、工业", "13月", "2013", "13-6"])("takes no month from %s", (text) => {
    expect(timeAtStart(text)?.time.month ?? null).toBeNull();
  });

  it("reads every range from January to its last month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1990, max: 2099 }), (month, year) => {
        const time = timeAtStart(squash(`${year}年1—${month}月`))?.time;
        expect(time).toEqual({ year, month, span: "ytd", lastYear: false, unclear: false });
      }),
    );
  });
});

describe("timeAtEnd(squashed)", () => {
  it.each([
    ["社会消费品零售总额1-6月", 6, 9],
    ["税收收入2023年6月", 6, 4],
    ["固定资产投资累计", null, 6],
  ])("finds the time behind %s", (text, month, start) => {
    const found = timeAtEnd(text);
    expect([found?.time.month, found?.start]).toEqual([month, start]);
  });
});

describe("findTimes(squashed)", () => {
  it.each([
    ["2023年1-6月通辽市主要指标", ["2023-6"]],
    ["通辽市2023年6月及1-6月主要指标", ["2023-6", "null-6"]],
    ["财政收支202306", ["2023-6"]],
    ["能源月报.2023-06", ["2023-6"]],
    ["填于2023年7月10日", []],
    ["快报20230710", []],
    ["快报2023-07-10", []],
    ["通政发(2023)21号", []],
    ["截至2023年6月30日", ["2023-6"]],
    ["截至2023年6月20日", ["2023-6"]],
    ["2023年1月1日-6月20日", ["2023-6"]],
    ["2023年6月(截至7月10日上报)", ["2023-6"]],
    ["报送截止日期:2023年7月10日", []],
    ["2023年7月1日至7月10日填报", []],
    ["Sheet1", []],
    ["表1-3", []],
    ["Sheet20231", []],
  ])("finds in %s the months %j", (text, expected) => {
    expect(findTimes(text).map(({ time }) => `${time.year}-${time.month}`)).toEqual(expected);
  });
});

describe("mergeTimes(near, far)", () => {
  const bare = { year: null, month: null, span: null, lastYear: false, unclear: false } as const;

  it("fills what the nearer leaves open", () => {
    const near = { ...bare, span: "ytd" } as const;
    const far = { ...bare, year: 2023, month: 6, span: "month" } as const;
    expect(mergeTimes(near, far)).toEqual({ ...bare, year: 2023, month: 6, span: "ytd" });
  });

  it("is unclear where the two name different months", () => {
    expect(mergeTimes({ ...bare, month: 5 }, { ...bare, month: 6 })?.unclear).toBe(true);
  });
});
