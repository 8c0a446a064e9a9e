import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { compare, plus, roundHalfUp } from "../../pipeline/model/decimal.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Op } from "../../pipeline/model/target.ts";
import { asking, indicator, judge, month, observation, outcome, RULES, target } from "./assess-fixture.ts";

describe("judgeFlow(case)", () => {
  it.each<[Op, string, number, string, string, string]>([
    // at least: June, 序时 50
    [">=", "100", 6, "已完成", "green", "goal-met"],
    [">=", "99", 6, "超序时", "green", "on-pace"],
    [">=", "55", 6, "超序时", "green", "on-pace"],
    [">=", "54.99", 6, "达序时", "green", "on-pace"],
    [">=", "50", 6, "达序时", "green", "on-pace"],
    [">=", "49.99", 6, "滞后", "yellow", "behind-pace"],
    [">=", "49.9999999", 6, "滞后", "yellow", "behind-pace"],
    [">=", "45", 6, "滞后", "yellow", "behind-pace"],
    [">=", "44.99", 6, "严重滞后", "red", "behind-pace"],
    [">=", "0", 6, "严重滞后", "red", "behind-pace"],
    // at least: the year is over
    [">=", "100.01", 12, "已完成", "green", "goal-met"],
    [">=", "100", 12, "已完成", "green", "goal-met"],
    [">=", "99.99", 12, "滞后", "yellow", "goal-missed"],
    [">=", "95", 12, "滞后", "yellow", "goal-missed"],
    [">=", "94.99", 12, "严重滞后", "red", "goal-missed"],
    // more than
    [">", "100", 6, "超序时", "green", "on-pace"],
    [">", "100.01", 6, "已完成", "green", "goal-met"],
    [">", "100", 12, "滞后", "yellow", "goal-missed"],
    [">", "100.01", 12, "已完成", "green", "goal-met"],
    // exactly so many: more is no failure of what adds up
    ["=", "99.99", 12, "滞后", "yellow", "goal-missed"],
    ["=", "100", 12, "已完成", "green", "goal-met"],
    ["=", "130", 12, "已完成", "green", "goal-met"],
    // about, within 2 %
    ["~", "97.99", 12, "滞后", "yellow", "outside-tolerance"],
    ["~", "98", 12, "已完成", "green", "within-tolerance"],
    ["~", "100", 12, "已完成", "green", "goal-met"],
    ["~", "130", 12, "已完成", "green", "goal-met"],
    ["~", "98", 6, "已完成", "green", "within-tolerance"],
    ["~", "49.99", 6, "滞后", "yellow", "behind-pace"],
    // at most: no pace, held or broken
    ["<=", "99.99", 6, "达序时", "green", "cap-held"],
    ["<=", "100", 6, "达序时", "green", "cap-held"],
    ["<=", "100.01", 6, "突破上限", "red", "cap-broken"],
    ["<=", "100", 12, "已完成", "green", "cap-held"],
    // less than
    ["<", "99.99", 6, "达序时", "green", "cap-held"],
    ["<", "100", 6, "突破上限", "red", "cap-broken"],
  ])("%s 100, %s by month %i: %s %s", (op, actual, at, verdict, light, code) => {
    expect(outcome(judge(asking(op, "100"), actual, { at }))).toEqual([verdict, light, code]);
  });

  it.each([
    ["7.5", 12, "严重滞后", "goal-missed"],
    ["7.6", 12, "滞后", "goal-missed"],
    ["7.99", 12, "滞后", "goal-missed"],
    ["8", 12, "已完成", "goal-met"],
    ["10", 12, "已完成", "goal-met"],
    ["11", 12, "已完成", "goal-met"],
    ["4", 6, "达序时", "on-pace"],
  ])("takes the lower end of 8～10 as the goal: %s by month %i", (actual, at, verdict, code) => {
    const range = target({ op: "range", low: "8", high: "10" });
    const [judged, , decided] = outcome(judge(range, actual, { at }));
    expect([judged, decided]).toEqual([verdict, code]);
  });

  it.each([
    ["629", "647.4", 10, "97.2", "83.3", "13.8"], // 江门: not 97.2−83.3
    ["53.3", "100", 9, "53.3", "75.0", "-21.7"],
    ["36.7", "100", 4, "36.7", "33.3", "3.4"],
    ["56.6", "100", 6, "56.6", "50.0", "6.6"],
    ["612", "540", 12, "113.3", "100.0", "13.3"],
  ])("%s of %s by month %i is %s%% against %s%%, a gap of %s", (actual, goal, at, completion, expected, gap) => {
    const judged = judge(asking(">=", goal), actual, { at });
    const figures = [judged.completion, judged.expected, judged.gap].map((figure) => roundHalfUp(figure ?? "", 1));
    expect([...figures, judged.gapUnit]).toEqual([completion, expected, gap, "百分点"]);
  });

  it.each([
    ["100", "300", 4], // neither share ends: a third is exactly on pace
    ["5", "15", 4],
    ["14", "24", 7],
  ])("finds no dust of division: %s of %s by month %i", (actual, goal, at) => {
    const judged = judge(asking(">=", goal), actual, { at });
    expect([judged.verdict, compare(judged.gap ?? "1", "0")]).toEqual(["达序时", 0]);
  });

  it("finds no dust of a change of unit: 5亩 of 1公顷 by April is on pace", () => {
    const observations = [observation({ value: "5", unit: "亩", period: month(4) })];
    const context = { indicator: indicator(), period: month(4), observations, rules: RULES };
    expect(assessTarget(asking(">=", "1", { unit: "公顷" }), context).verdict).toBe("达序时");
  });

  it("compares pace with the months until an earlier due date", () => {
    const soon = asking(">=", "100", { due: month(3) });
    expect(judge(soon, "60", { at: 2 })).toMatchObject({ verdict: "严重滞后" });
    expect(judge(soon, "70", { at: 2 })).toMatchObject({ verdict: "达序时" });
    expect(judge(soon, "97", { at: 3 })).toMatchObject({ verdict: "滞后", gap: "-3", expected: "100", required: null });
    expect(judge(soon, "97", { at: 5 })).toMatchObject({ verdict: "滞后", gap: "-3", expected: null, required: null });
  });

  it("tells the rest, never less than nothing, until the due date", () => {
    expect(judge(target(), "63.5", { at: 6 }).required).toBe("36.5");
    expect(judge(target(), "120", { at: 6 }).required).toBe("0");
    expect(judge(target(), "63.5", { at: 12 }).required).toBeNull();
    expect(judge(asking("<=", "100"), "63", { at: 6 }).required).toBeNull();
  });

  it("gives the figures of a seasonal indicator without a verdict before its month, unless it is done", () => {
    const early = judge(target(), "10", { at: 9, judgedFrom: 10 });
    expect(outcome(early)).toEqual(["未到期", "grey", "not-judged-yet"]);
    expect(early).toMatchObject({ actual: "10", completion: "10", gap: null, required: "90" });
    expect(outcome(judge(target(), "100", { at: 9, judgedFrom: 10 }))).toEqual(["已完成", "green", "goal-met"]);
    expect(outcome(judge(target(), "10", { at: 10, judgedFrom: 10 }))).toEqual(["严重滞后", "red", "behind-pace"]);
  });

  it("does not hold one year's figures against a goal of several", () => {
    const later = target({ due: makePeriod(2025, 12) });
    expect(outcome(judge(later, "10"))).toEqual(["未到期", "grey", "not-due"]);
  });

  it("never divides by a goal of nothing", () => {
    expect(outcome(judge(asking("=", "0"), "0", { at: 6 }))).toEqual(["达序时", "green", "goal-met"]);
    expect(judge(asking(">=", "0"), "3", { at: 6 }).completion).toBeNull();
  });

  it("adds up: what is there and what is required are the goal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 11 }), (thousandths, at) => {
        const actual = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;
        const { required } = judge(target(), actual, { at });
        expect(compare(plus(actual, required ?? "x"), "100")).toBe(0);
      }),
    );
  });
});
