import { describe, expect, it } from "vitest";
import { titleLines } from "../../../pipeline/report/briefing/title-lines.ts";

describe("titleLines(title, lineChars)", () => {
  it.each([
    ["通辽市计划执行情况", ["通辽市计划执行情况"]],
    ["2023年6月通辽市国民经济和社会发展计划执行情况", ["2023年6月通辽市", "国民经济和社会发展计划执行情况"]],
    ["2023年通辽市国民经济和社会发展计划执行情况", ["2023年通辽市", "国民经济和社会发展计划执行情况"]],
    ["2023年上半年国民经济和社会发展计划执行情况的报告", ["2023年上半年", "国民经济和社会发展计划执行情况的报告"]],
    ["一二三四五六七八九十一二三四五六七八九十一二三四五", ["一二三四五六七八九十一二三四五六七八九十一二三四五"]],
  ])("breaks %s as its sense does", (title, expected) => {
    expect(titleLines(title, 40)).toEqual(expected);
  });
});
