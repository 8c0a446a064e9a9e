import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Op } from "../../pipeline/model/target.ts";
import { asking, judge, month, outcome } from "./assess-fixture.ts";

describe("judgeAttain(case)", () => {
  it.each<[Op, string, number, string, string, string]>([
    [">=", "100", 6, "已完成", "green", "goal-met"],
    [">=", "99.9", 6, "滞后", "yellow", "not-yet-reached"],
    [">=", "1", 6, "滞后", "yellow", "not-yet-reached"],
    [">=", "100", 12, "已完成", "green", "goal-met"],
    [">=", "95", 12, "滞后", "yellow", "goal-missed"],
    [">=", "94.9", 12, "严重滞后", "red", "goal-missed"],
    [">", "100", 6, "滞后", "yellow", "not-yet-reached"],
    [">", "100", 12, "滞后", "yellow", "goal-missed"],
    ["~", "98", 6, "已完成", "green", "within-tolerance"],
    ["~", "150", 6, "已完成", "green", "goal-met"],
    ["~", "97.9", 12, "滞后", "yellow", "outside-tolerance"],
    ["=", "100", 6, "已完成", "green", "goal-met"],
    ["=", "101", 6, "滞后", "yellow", "not-yet-reached"],
    ["<=", "100", 6, "已完成", "green", "cap-held"],
    ["<=", "100.1", 6, "滞后", "yellow", "not-yet-reached"],
    ["<=", "100.1", 12, "突破上限", "red", "cap-broken"],
    ["<", "100", 6, "滞后", "yellow", "not-yet-reached"],
    ["<", "99.9", 12, "已完成", "green", "cap-held"],
  ])("%s 100万头, %s at month %i: %s %s", (op, actual, at, verdict, light, code) => {
    const judged = judge(asking(op, "100", { basis: "attain", unit: "万头" }), actual, { at });
    expect(outcome(judged)).toEqual([verdict, light, code]);
  });

  it.each([
    ["flow", 6, "已完成"], // counts only grow
    ["flow", 12, "已完成"],
    ["stock", 6, "达序时"], // these can fall back
    ["rate", 6, "达序时"],
    ["index", 6, "达序时"],
    ["stock", 12, "已完成"],
    ["rate", 12, "已完成"],
  ] as const)("a %s that is reached in month %i is %s", (nature, at, verdict) => {
    const asked = asking(">=", "90.5", { basis: "attain", unit: "家" });
    expect(outcome(judge(asked, "90.5", { at, nature }))).toEqual([verdict, "green", "goal-met"]);
  });

  it("tells a share of amounts only", () => {
    expect(judge(asking(">=", "370", { basis: "attain", unit: "万头" }), "185", { at: 6 })).toMatchObject({
      completion: "50",
      expected: null,
      gap: "-185",
      gapUnit: "万头",
      required: null,
    });
    expect(judge(asking(">=", "50", { basis: "attain", unit: "%" }), "49.0", { at: 6 })).toMatchObject({
      completion: null,
      gap: "-1",
      gapUnit: "百分点",
    });
    expect(judge(asking("<=", "3", { basis: "attain", unit: "家" }), "4", { at: 6 }).completion).toBeNull();
  });

  it("is final from its own due date on", () => {
    const march = asking(">=", "100", { basis: "attain", unit: "%", due: month(3) });
    expect(judge(march, "90.0", { at: 2 }).light).toBe("yellow");
    expect(judge(march, "90.0", { at: 3 }).light).toBe("red");
    expect(judge(march, "90.0", { at: 4 }).light).toBe("red");
  });

  it("does not judge what is due in a later year, unless it is reached", () => {
    const later = asking(">=", "100", { basis: "attain", due: makePeriod(2025, 12) });
    expect(outcome(judge(later, "50"))).toEqual(["未到期", "grey", "not-due"]);
    expect(outcome(judge(later, "100"))).toEqual(["已完成", "green", "goal-met"]);
  });

  it.each([
    [
      "%",
      ">=",
      "100",
      "60.0",
      "-40",
      "目标期限为2025年末，尚未到期|实际为60.0%，低于目标40.0个百分点，还有30个月，平均每年还需提高16.0个百分点（测算）",
    ],
    [
      "%",
      "<=",
      "3",
      "3.50",
      "-0.5",
      "目标期限为2025年末，尚未到期|实际为3.50%，高于控制目标0.50个百分点，还有30个月，平均每年还需降低0.20个百分点（测算）",
    ],
    [
      "万亩",
      ">=",
      "3",
      "2",
      "-1",
      "目标期限为2025年末，尚未到期|实际为2万亩，低于目标1万亩，还有30个月，平均每年还需增加0.4万亩（测算）",
    ],
    ["%", ">", "50", "50", "0", "目标期限为2025年末，尚未到期|实际为50.0%，与目标持平，还有30个月"],
  ] as const)("tells how far a goal of 2025 in %s, %s%s, is from %s", (unit, op, goal, actual, gap, text) => {
    const later = asking(op, goal, { basis: "attain", unit, due: makePeriod(2025, 12) });
    const assessment = judge(later, actual, { at: 6 });
    expect([assessment.verdict, assessment.gap]).toEqual(["未到期", gap]);
    expect(assessment.reasons.map((reason) => reason.text).join("|")).toBe(text);
  });

  it("judges it as usual in the year that it is due in", () => {
    const due = asking(">=", "100", { basis: "attain", due: month(12) });
    expect([6, 12].map((at) => judge(due, "50", { at }).verdict)).toEqual(["滞后", "严重滞后"]);
  });

  it("waits for the season", () => {
    const sown = asking(">=", "100", { basis: "attain" });
    expect(outcome(judge(sown, "5", { at: 5, judgedFrom: 10 }))).toEqual(["未到期", "grey", "not-judged-yet"]);
  });
});

describe("judgeEvent(case)", () => {
  const event = asking(">=", "100", { basis: "event", unit: "%", due: month(4) });

  it.each([
    [3, "80.0", "未到期", "grey", "not-due"],
    [3, "100.0", "已完成", "green", "goal-met"],
    [4, "100.0", "已完成", "green", "goal-met"],
    [4, "99.0", "滞后", "yellow", "goal-missed"],
    [4, "80.0", "严重滞后", "red", "goal-missed"],
    [6, "100.0", "已完成", "green", "goal-met"],
  ])("month %i, %s%%: %s", (at, actual, verdict, light, code) => {
    expect(outcome(judge(event, actual, { at }))).toEqual([verdict, light, code]);
  });
});
