import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Op, Strength } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, judge, month, observation, outcome, RULES } from "./assess-fixture.ts";

describe("judgeGrowth(case)", () => {
  it.each<[Op, string, string, number, string, string, string]>([
    [">=", "7", "7.1", 6, "达序时", "green", "goal-met"],
    [">=", "7", "7.0", 6, "达序时", "green", "goal-met"],
    [">=", "7", "7.0", 12, "已完成", "green", "goal-met"],
    [">=", "7", "6.9", 6, "滞后", "yellow", "goal-missed"],
    [">=", "7", "6.0", 6, "滞后", "yellow", "goal-missed"],
    [">=", "7", "5.9", 6, "严重滞后", "red", "goal-missed"],
    [">=", "7", "6.9", 12, "滞后", "yellow", "goal-missed"],
    [">", "7", "7.0", 6, "滞后", "yellow", "goal-missed"],
    [">", "7", "7.1", 6, "达序时", "green", "goal-met"],
    ["=", "7", "7.5", 6, "达序时", "green", "goal-met"],
    // about, within half a point or above; further off by the distance from the goal itself
    ["~", "7", "9.0", 6, "达序时", "green", "goal-met"],
    ["~", "7", "7.0", 6, "达序时", "green", "goal-met"],
    ["~", "7", "6.5", 6, "达序时", "green", "within-tolerance"],
    ["~", "7", "6.5", 12, "已完成", "green", "within-tolerance"],
    ["~", "7", "6.4", 6, "滞后", "yellow", "outside-tolerance"],
    ["~", "7", "6.0", 6, "滞后", "yellow", "outside-tolerance"],
    ["~", "7", "5.9", 6, "严重滞后", "red", "outside-tolerance"],
    // a fall is red however near
    [">=", "0.5", "0.0", 6, "滞后", "yellow", "goal-missed"],
    [">=", "0.5", "-0.1", 6, "严重滞后", "red", "negative-growth"],
    [">=", "-2", "-2.5", 6, "滞后", "yellow", "goal-missed"],
    [">=", "-2", "-1.0", 6, "达序时", "green", "goal-met"],
    // at most
    ["<=", "3", "2.9", 6, "达序时", "green", "cap-held"],
    ["<=", "3", "3.0", 6, "达序时", "green", "cap-held"],
    ["<=", "3", "-1.0", 6, "达序时", "green", "cap-held"],
    ["<=", "3", "3.1", 6, "滞后", "yellow", "cap-broken"],
    ["<=", "3", "4.0", 6, "滞后", "yellow", "cap-broken"],
    ["<=", "3", "4.1", 6, "突破上限", "red", "cap-broken"],
    ["<", "3", "3.0", 6, "滞后", "yellow", "cap-broken"],
  ])("%s %s%%, %s%% at month %i: %s %s", (op, goal, actual, at, verdict, light, code) => {
    expect(outcome(judge(growing(op, goal), actual, { at }))).toEqual([verdict, light, code]);
  });

  it.each<[string, Strength, string, string]>([
    ["0", "约束性", "达序时", "green"],
    ["-0.3", "约束性", "达序时", "green"],
    ["0.1", "约束性", "突破上限", "red"],
    ["0.1", "预期性", "突破上限", "red"], // no share of nothing is little
  ])("只减不增: a change of %s (%s) is %s", (actual, strength, verdict, light) => {
    const never = asking("<=", "0", { basis: "growth", quantity: "change", unit: "亿元", strength });
    const judged = judge(never, actual, { at: 6 });
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });

  it.each<[string, Strength, string, string, string]>([
    ["-3.6", "约束性", "达序时", "goal-met", "累计下降3.6%，降幅高于年度目标0.1个百分点"],
    ["-3.5", "约束性", "达序时", "goal-met", "累计下降3.5%，与年度目标持平"],
    ["-3.4", "约束性", "滞后", "goal-missed", "累计下降3.4%，降幅低于年度目标0.1个百分点"],
    ["-2.4", "预期性", "严重滞后", "goal-missed", "累计下降2.4%，降幅低于年度目标1.1个百分点"],
    ["0.0", "预期性", "严重滞后", "goal-missed", "与上年同期持平，降幅低于年度目标3.5个百分点"],
    ["0.2", "约束性", "严重滞后", "goal-missed", "累计增长0.2%，不降反升，与年度目标相差3.7个百分点"],
  ])("下降3.5%%以上 is no 上限: %s (%s) is %s", (actual, strength, verdict, code, text) => {
    const judged = judge(growing("<=", "-3.5", { strength }), actual, { at: 6 });
    expect([judged.verdict, judged.reasons[0]]).toEqual([verdict, { code, text }]);
    expect(judged.wayHome?.text ?? "").not.toContain("突破");
  });

  it("is red for a binding cap as soon as it is broken", () => {
    expect(judge(growing("<=", "3", { strength: "约束性" }), "3.1").light).toBe("red");
  });

  it.each([
    ["7.6", "7", "0.6"], // 2025 上半年规上工业: 超年初目标0.6个百分点
    ["0.5", "9", "-8.5"],
    ["5.2", "7", "-1.8"],
  ])("%s against %s is %s points", (actual, goal, gap) => {
    expect(judge(growing(">=", goal), actual)).toMatchObject({
      gap,
      gapUnit: "百分点",
      completion: null,
      expected: null,
    });
  });

  it("takes the digits that the source shows, not those behind them", () => {
    const shown = observation({ value: "4.958", decimals: 1, quantity: "yoy", unit: "%" });
    const context = { indicator: indicator(), period: month(12), observations: [shown], rules: RULES };
    expect(assessTarget(growing(">=", "5"), context)).toMatchObject({ actual: "5.0", gap: "0", verdict: "已完成" });
  });

  it("judges a range from its lower end", () => {
    const range = growing("range", "6", { low: "6", high: "8" });
    expect(outcome(judge(range, "5.9", { at: 6 }))).toEqual(["滞后", "yellow", "goal-missed"]);
    expect(outcome(judge(range, "6.0", { at: 6 }))).toEqual(["达序时", "green", "goal-met"]);
    expect(outcome(judge(range, "8.1", { at: 6 }))).toEqual(["达序时", "green", "goal-met"]);
  });
});
