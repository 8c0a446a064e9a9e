import { describe, expect, it } from "vitest";
import { sniffDelimiter } from "../../pipeline/read/delimiter.ts";

describe("sniffDelimiter(text)", () => {
  it.each([
    ["commas", "指标,6月\n工业,5.3\n", ","],
    ["tabs", "指标\t6月\n工业\t5.3\n", "\t"],
    ["a lone tab", "工业\t5.3", "\t"],
    ["nothing", "指标\n工业\n", ","],
    ["an empty text", "", ","],
    ["tabs, with thousands in commas", "指标\t本月\t累计\n工业\t1,234\t5,678\n财政\t234\t1,678\n税收\t1\t2\n", "\t"],
    ["tabs, with a note full of commas", "注:a,b,c,d,e,f\n指标\t本月\n工业\t5\n", "\t"],
    ["commas, with tabs that keep numbers as text", "年份,\t2023\n工业,\t5.3\n财政,\t6.1\n", ","],
    ["commas, with tabs in quotes", '"指\t标",6月\n"工\t业",5.3\n', ","],
    ["tabs, first column blank", "\t本月\t累计\n\t5\t6\n", "\t"],
    ["tabs between blank cells", "指标\t\t累计\n工业\t\t6\n", "\t"],
    ["semicolons", "指标;1-6月;同比增长(%)\n工业;5,3;6,1\n财政;5.3;6.1\n", ";"],
    ["commas, with semicolons in notes", "指标,6月,备注\n工业,5.3,快报;未审\n财政,6.1,\n", ","],
    ["commas where semicolons are as many", "a;b,c\nd;e,f\n", ","],
    ["CR alone", "指标\t6月\r工业\t5.3\r", "\t"],
  ])("sees %s", (_, text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
