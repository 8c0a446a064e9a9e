import { describe, expect, it } from "vitest";
import { peerObservations } from "../../pipeline/assess/explain.ts";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import { toProgressJson } from "../../pipeline/assess/progress-json.ts";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, CITY, growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";
import { surroundingsOf } from "./why-fixture.ts";

const OTHER = "other" as IndicatorCode;
const INDICATORS = [indicator(), indicator({ code: OTHER })];

function assess(
  targets: readonly Target[],
  at: number,
  observations = [observation({ value: "63.25", period: month(at) })],
) {
  const byTarget = new Map(targets.map(({ id }) => [id, observations]));
  const reported = new Set(observations.flatMap(({ indicator: code }) => code ?? []));
  const known = { indicators: INDICATORS, observations: byTarget, reported };
  return assessPlan(targets, { ...known, period: month(at), rules: RULES });
}

describe("assessPlan(targets, context)", () => {
  it("gives one assessment a target, in their order, each from its own indicator and place", () => {
    const targets = [
      target({ id: "c", indicator: OTHER }),
      target({ id: "a" }),
      target({ id: "b", region: "150502" }),
      target({ id: "d", indicator: "unheard-of" as IndicatorCode }),
      target({ id: "e", indicator: null }),
    ];
    expect(assess(targets, 6).map((one) => [one.target.id, one.verdict])).toEqual([
      ["c", "无数据来源"],
      ["a", "超序时"],
      ["b", "未发布"], // the city reports it, so it has a source
      ["d", "无数据来源"],
      ["e", "无数据来源"],
    ]);
  });

  it("holds a region's goal against the whole city where the rules ask for it", () => {
    const belowPeer = { verdict: "滞后", light: "yellow" } as const;
    const rules = { ...RULES, growth: { ...RULES.growth, belowPeer } };
    const rate = { quantity: "yoy", unit: "%", period: month(6) } as const;
    const [own, regional] = [growing(">=", "7", { id: "a" }), growing(">=", "7", { id: "b", region: "150502" })];
    const ofCity = observation({ ...rate, value: "9.0" });
    const ofRegion = observation({ ...rate, value: "8.0", region: "150502" });
    const observations = new Map([
      ["a", [ofCity]],
      ["b", [ofRegion]],
    ]);
    const known = { indicators: INDICATORS, observations, reported: new Set<string>(), period: month(6), rules };
    const peers = peerObservations(surroundingsOf([ofCity, ofRegion], { regionalTargets: [regional] }), CITY);
    expect(assessPlan([own, regional], { ...known, peers }).map(({ light }) => light)).toEqual(["green", "yellow"]);
    expect(assessPlan([own, regional], known).map(({ light }) => light)).toEqual(["green", "green"]);
  });

  it("reaches every verdict", () => {
    const cases: readonly [Target, string][] = [
      [target(), "100"],
      [target(), "60"],
      [target(), "50"],
      [target(), "46"],
      [target(), "1"],
      [asking("<=", "100"), "101"],
      [target({ basis: "event", due: month(9) }), "1"],
      [target({ unit: "亩" }), "1"],
      [target({ indicator: null }), "1"],
      [target({ basis: "quota" }), "1"],
    ];
    const verdicts = cases.map(
      ([one, value]) => assess([one], 6, [observation({ value, period: month(6) })])[0]?.verdict,
    );
    expect(verdicts).toEqual([
      ..."已完成 超序时 达序时 滞后 严重滞后 突破上限".split(" "),
      ..."未到期 未发布 无数据来源 待上级下达".split(" "),
    ]);
  });
});

describe("toProgressJson(assessments, context)", () => {
  const json = (targets: readonly Target[], at: number, observations?: Parameters<typeof assess>[2]) =>
    toProgressJson(assess(targets, at, observations), {
      period: month(at),
      asOf: null,
      region: CITY,
      rules: RULES.name,
    });

  it("has the fields that scripts rely on, rounded at this last step", () => {
    const document = json([asking(">=", "647.4")], 10, [observation({ value: "629", period: month(10) })]);
    expect(document).toMatchObject({ period: "2023-10", asOf: null, region: CITY, rules: "default" });
    expect(document.assessments[0]).toMatchObject({
      ...{ target: "2023-001", name: "样本", actual: "629", unit: "个", period: "2023-10", op: ">=" },
      ...{ target_low: "647.4", target_high: null, completion: "97.2", expected: "83.3", gap: "13.8" },
      ...{ gapUnit: "百分点", required: "18.4", outlook: null, verdict: "超序时", light: "green" },
      ...{ reasons: [expect.any(String)], reasonCodes: ["on-pace"], illustrative: false },
      observations: [{ file: "a.xlsx", sheet: "S", cell: "B2", value: "629", vintage: "2024-01-20" }],
    });
  });

  it.each([
    [growing(">=", "9"), "0.5", "yoy", "%", "-8.5"],
    [asking("<=", "5", { basis: "keep", unit: "%" }), "3.85", "value", "%", "1.15"], // as published
    [asking(">=", "1.2", { basis: "keep", unit: "万人" }), "1.16", "value", "万人", "-0.04"], // one digit would hide it
  ] as const)("%o: %s is a gap of %s", (one, value, quantity, unit, gap) => {
    const [assessment] = json([one], 12, [observation({ value, quantity, unit })]).assessments;
    expect(assessment?.gap).toBe(gap);
  });

  it("has null where nothing is known", () => {
    expect(json([target({ indicator: null })], 6).assessments[0]).toMatchObject({
      ...{ actual: null, period: null, completion: null, expected: null, gap: null, gapUnit: null, required: null },
      observations: [],
    });
  });

  it("says 演示数据", () => {
    const shown = observation({ illustrative: true });
    expect(json([target()], 12, [shown]).assessments[0]).toMatchObject({ illustrative: true });
  });
});
