import { describe, expect, it } from "vitest";
import type { Op } from "../../pipeline/model/target.ts";
import { asking, judge, outcome, target } from "./assess-fixture.ts";

describe("judgeKeep(case)", () => {
  it.each<[Op, string, number, string, string, string]>([
    [">=", "99.1", 6, "达序时", "green", "goal-met"],
    [">=", "99.0", 6, "达序时", "green", "goal-met"],
    [">=", "99.0", 12, "已完成", "green", "goal-met"],
    [">=", "98.9", 6, "滞后", "yellow", "goal-missed"],
    [">=", "98.0", 6, "滞后", "yellow", "goal-missed"],
    [">=", "97.9", 6, "严重滞后", "red", "goal-missed"],
    [">", "99.0", 6, "滞后", "yellow", "goal-missed"],
    [">", "99.1", 6, "达序时", "green", "goal-met"],
    ["<=", "98.9", 6, "达序时", "green", "cap-held"],
    ["<=", "99.0", 6, "达序时", "green", "cap-held"],
    ["<=", "99.1", 6, "突破上限", "red", "cap-broken"],
    ["<=", "99.0", 12, "已完成", "green", "cap-held"],
    ["<", "99.0", 6, "突破上限", "red", "cap-broken"],
    ["<", "98.9", 6, "达序时", "green", "cap-held"],
    ["~", "98.5", 6, "达序时", "green", "within-tolerance"],
    ["~", "99.0", 6, "达序时", "green", "goal-met"],
    ["~", "99.5", 6, "达序时", "green", "within-tolerance"],
    ["~", "99.6", 6, "滞后", "yellow", "outside-tolerance"],
    ["~", "100.1", 6, "严重滞后", "red", "outside-tolerance"], // the plan has no 上限 here,
    ["~", "98.4", 6, "滞后", "yellow", "outside-tolerance"],
    ["~", "97.9", 6, "严重滞后", "red", "outside-tolerance"],
    ["=", "99.0", 6, "达序时", "green", "goal-met"],
    ["=", "98.9", 6, "滞后", "yellow", "goal-missed"],
    ["=", "99.1", 6, "滞后", "yellow", "goal-missed"],
    ["=", "100.1", 6, "突破上限", "red", "goal-missed"],
  ])("%s 99%%, %s%% at month %i: %s %s", (op, actual, at, verdict, light, code) => {
    expect(outcome(judge(asking(op, "99", { basis: "keep", unit: "%" }), actual, { at }))).toEqual([
      verdict,
      light,
      code,
    ]);
  });

  it.each([
    ["45", "达序时"],
    ["42.75", "滞后"], // 5 % short
    ["42.74", "严重滞后"],
  ])("takes a share of an amount for little: %s万亩 of 45 is %s", (actual, verdict) => {
    expect(judge(asking(">=", "45", { basis: "keep", unit: "万亩" }), actual, { at: 6 }).verdict).toBe(verdict);
  });

  it.each([
    ["0", "达序时", "green"],
    ["1", "突破上限", "red"],
  ])("动态清零: %s is %s", (actual, verdict, light) => {
    const judged = judge(asking("=", "0", { basis: "keep", unit: "户" }), actual, { at: 6 });
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });

  it.each([
    ["2.9", "滞后", "goal-missed"],
    ["3", "达序时", "goal-met"],
    ["5", "达序时", "goal-met"],
    ["5.1", "滞后", "goal-missed"],
    ["6.1", "突破上限", "goal-missed"],
  ])("keeps within 3%%～5%%: %s%% is %s", (actual, verdict, code) => {
    const [judged, , decided] = outcome(
      judge(target({ basis: "keep", op: "range", low: "3", high: "5", unit: "%" }), actual, { at: 6 }),
    );
    expect([judged, decided]).toEqual([verdict, code]);
  });

  it.each<[Op, string, string, string, string, string]>([
    ["<=", "5", "3.89", "%", "1.11", "百分点"],
    ["<", "31.4", "33", "微克/立方米", "-1.6", "微克/立方米"],
    [">=", "254", "260", "家", "6", "家"],
    ["~", "15", "15.2", "万口", "-0.2", "万口"], // two-sided: any distance is worse
    ["~", "15", "14.8", "万口", "-0.2", "万口"],
  ])("%s %s: %s%s is a gap of %s %s", (op, goal, actual, unit, gap, gapUnit) => {
    expect(judge(asking(op, goal, { basis: "keep", unit }), actual)).toMatchObject({ gap, gapUnit });
  });
});
