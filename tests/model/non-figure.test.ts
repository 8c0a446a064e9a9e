import { describe, expect, it } from "vitest";
import { classifyNumerals, type DeclaredText } from "../../pipeline/model/non-figure.ts";

function kinds(text: string, declared: readonly DeclaredText[] = []) {
  return classifyNumerals(text, declared).map(({ text: numeral, kind }) => [numeral, kind]);
}

describe("classifyNumerals(text, declared)", () => {
  it.each([
    ["2023年6月18日", "date"],
    ["2023-06-18", "date"],
    ["1—6月", "date"],
    ["6月末", "date"],
    ["后6个月", "date"],
    ["前三季度", "date"],
    ["3～5日", "date"],
    ["2021—2025年", "date"],
    ["一、主要指标", "ordinal"],
    ["（十二）", "ordinal"],
    ["居前三位", "ordinal"],
    ["见附表2", "ordinal"],
    ["附件：1.明细表", "ordinal"],
    ["通政发〔2023〕21号", "document"],
    ["第6期（总第18期）", "document"],
    ["GB/T 9704—2012", "document"],
    ["PM2.5", "name"],
    ["5G基站", "name"],
    ["“十四五”", "name"],
    ["两个方面", "standing"],
    ["四项措施", "standing"],
  ])("knows %s by its form as %s", (text, kind) => {
    expect(new Set(kinds(text).map(([, found]) => found))).toEqual(new Set([kind]));
  });

  it.each([
    "增长5%",
    "另有7项",
    "13月",
    "6月份以来的40日",
    "完成3.6月",
    "百分之五",
    "三个百分点",
    "2023项",
    "-6",
    "滞后三项",
    "五个指标",
    "5G9项",
    "第5%",
  ])("does not explain every number of %s", (text) => {
    expect(kinds(text).some(([, kind]) => kind === null)).toBe(true);
  });

  it("takes a number as part of a declared text only where all of it stands there", () => {
    const declared: DeclaredText[] = [{ kind: "name", text: "500万元以上项目" }];
    expect(kinds("500万元以上项目500个", declared)).toEqual([
      ["500", "name"],
      ["500", null],
    ]);
    expect(kinds("500万元项目", declared)).toEqual([["500", null]]);
  });
});
