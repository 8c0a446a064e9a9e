import { describe, expect, it } from "vitest";
import type { Target } from "../../../pipeline/model/target.ts";
import { goalCell, goalNoun, goalWords } from "../../../pipeline/report/prose/goal.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { figuresFixture, month, targetFixture, unknownFixture } from "../../support/edition-input-fixture.ts";

function told(change: Partial<Target>, source = "") {
  return figuresFixture(
    unknownFixture(targetFixture({ ...change, source: { text: source, start: 0, end: source.length } })),
  );
}

describe("goalWords(target) and goalCell(target)", () => {
  it.each<[string, Partial<Target>, string, string]>([
    ["规模以上工业增加值增长9%", { op: ">=", low: "9" }, "9%", "≥9"],
    ["重点建设项目540个以上", { op: ">=", low: "540", unit: "个" }, "540个以上", "≥540"],
    ["增长10%以上，完成9个", { op: ">=", low: "9", unit: "个" }, "9个", "≥9"],
    ["粮食产量保持在180亿斤以上", { op: ">=", low: "180", unit: "亿斤" }, "180亿斤以上", "≥180"],
    ["10%以上", { op: ">=", low: "0", unit: "%" }, "0%", "≥0"],
    ["投资突破450亿元", { op: ">", low: "450", unit: "亿元" }, "超过450亿元", "＞450"],
    ["城镇登记失业率控制在5%以内", { op: "<=", low: null, high: "5" }, "5%以内", "≤5"],
    ["不良贷款率降到3%以下", { op: "<=", low: null, high: "3" }, "3%以下", "≤3"],
    ["低于31.4微克/立方米", { op: "<", low: null, high: "31.4", unit: "微克/立方米" }, "低于31.4微克/立方米", "＜31.4"],
    ["增长7%左右", { op: "~", low: "7", high: "7" }, "7%左右", "7左右"],
    ["8~10个", { op: "range", low: "8", high: "10", unit: "个" }, "8～10个", "8～10"],
    ["63%~68%", { op: "range", low: "63", high: "68" }, "63%～68%", "63～68"],
    ["动态清零", { op: "=", low: "0", high: "0", unit: "户" }, "0户", "0"],
    ["降低3.2%", { op: "<=", low: null, high: "-3.2" }, "下降3.2%以上", "≤-3.2"],
    ["降幅不超过2%", { op: ">=", low: "-2" }, "下降2%以内", "≥-2"],
    ["应办尽办", { op: "=", low: null, high: null, basis: "event" }, "", "按计划完成"],
    ["自治区下达", { op: "<=", low: null, high: null, basis: "quota" }, "", "待上级下达"],
  ])("%s", (source, change, words, cell) => {
    expect(textOf(goalWords(told(change, source)))).toBe(words);
    expect(textOf(goalCell(told(change, source)))).toBe(cell);
  });
});

describe("goalNoun(assessment)", () => {
  it.each([
    [month(12), "年度目标"],
    [month(3), "目标"],
  ])("due %s is %s", (due, expected) => {
    expect(goalNoun(unknownFixture(targetFixture({ due })))).toBe(expected);
  });
});
