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
