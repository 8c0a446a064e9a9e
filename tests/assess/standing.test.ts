import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { loadRules } from "../../pipeline/jobs/rules.ts";
import { minus, plus, times } from "../../pipeline/model/decimal.ts";
import type { LightRules } from "../../pipeline/model/rules.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { ROOT } from "../support/scratch-home.ts";
import { growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

/** Judges June by gaps of so many 百分点 in the months up to it; null where nothing came. */
function afterGaps(gaps: readonly (string | null)[], asked: Target = flow(), rules: LightRules = RULES) {
  const first = 7 - gaps.length;
  const observations = gaps.flatMap((gap, index) => {
    if (gap === null) return [];
    const at = first + index;
    const value = plus(String(200 * at), times("24", gap));
    return [observation({ value, period: month(at) })];
  });
  return assessTarget(asked, { indicator: indicator(), period: month(6), observations, rules });
}

/** The same, with May in 演示数据 and June as given. */
function afterInventedMay([may, june]: readonly [string, string], illustrative: boolean) {
  const value = (at: number, gap: string) => plus(String(200 * at), times("24", gap));
  const observations = [
    observation({ value: value(5, may), period: month(5), illustrative: true }),
    observation({ value: value(6, june), period: month(6), illustrative }),
  ];
  return assessTarget(flow(), { indicator: indicator(), period: month(6), observations, rules: RULES });
}

function flow(change: Partial<Target> = {}): Target {
  return target({ low: "2400", ...change });
}

/** Verdict, light and what is said of the readings before; a gap that leaps can leave the amount below them. */
function told({ verdict, light, reasons }: ReturnType<typeof afterGaps>) {
  const others = reasons.slice(1).map(({ code }) => code);
  return [verdict, light, ...others.filter((code) => code !== "cumulative-fell")];
}

describe("a light within rounding of an edge", () => {
  it.each<[string, (string | null)[], string[]]>([
    ["strict without a past", ["-0.03"], ["滞后", "yellow"]],
    ["strict without a past", ["-5.03"], ["严重滞后", "red"]],
    ["keeps green just below 序时", ["1", "-0.03"], ["达序时", "green", "light-kept"]],
    ["keeps green just below 序时", ["1", "-0.049"], ["达序时", "green", "light-kept"]],
    ["changes at the threshold itself", ["1", "-0.05"], ["滞后", "yellow"]],
    ["keeps green again while it stays there", ["1", "-0.03", "-0.04"], ["达序时", "green", "light-kept"]],
    ["never denies 序时 that is reached", ["-1", "0"], ["达序时", "green"]],
    ["never denies 序时 that is reached", ["-1", "0.03"], ["达序时", "green"]],
    ["stays yellow where it was", ["-1", "-0.03"], ["滞后", "yellow"]],
    ["keeps red just above yellow's edge", ["-6", "-4.97"], ["严重滞后", "red", "light-kept"]],
    ["keeps red at the edge itself, as just above it", ["-6", "-5"], ["严重滞后", "red", "light-kept"]],
    ["turns yellow beyond the threshold", ["-6", "-4.95"], ["滞后", "yellow"]],
    ["keeps yellow just below its edge", ["-4.99", "-5.03"], ["滞后", "yellow", "light-kept"]],
    ["does not keep a light from beyond another edge", ["1", "-5.03"], ["严重滞后", "red"]],
    ["does not keep a light from beyond another edge", ["-6", "-0.03"], ["滞后", "yellow"]],
    ["keeps lights, not verdicts", ["6", "4.97"], ["达序时", "green"]],
    ["keeps lights, not verdicts", ["4", "5.03"], ["超序时", "green"]],
    ["is strict after a month that is missing", ["1", null, "-0.03"], ["滞后", "yellow"]],
  ])("%s: %j", (_case, gaps, expected) => {
    expect(told(afterGaps(gaps))).toEqual(expected);
  });

  it("is not kept from 演示数据 where the reading is published", () => {
    expect(told(afterInventedMay(["1", "-0.03"], true))).toEqual(["达序时", "green", "light-kept"]);
    expect(told(afterInventedMay(["1", "-0.03"], false))).toEqual(["滞后", "yellow"]);
  });

  it("keeps a light across the two yellow bands of 银川", () => {
    const rules = loadRules(ROOT, "yinchuan");
    expect(told(afterGaps(["-5", "-30.02"], flow(), rules))).toEqual(["滞后", "yellow", "light-kept"]);
    expect(told(afterGaps(["-5", "-30.05"], flow(), rules))).toEqual(["严重滞后", "red"]);
  });

  it("is as wide as the rules say", () => {
    const none = { ...RULES, steady: { within: "0" } };
    expect(told(afterGaps(["1", "-0.03"], flow(), none))).toEqual(["滞后", "yellow"]);
    const wide = { ...RULES, steady: { within: "0.2" } };
    expect(told(afterGaps(["1", "-0.19"], flow(), wide))).toEqual(["达序时", "green", "light-kept"]);
  });

  it("names the light that it keeps", () => {
    expect(afterGaps(["1", "-0.03"]).reasons[1]?.text).toContain("绿灯");
    expect(afterGaps(["-6", "-4.97"]).reasons[1]?.text).toContain("红灯");
  });

  it("never stands between a goal and its due date: what is missed by a hair in December is missed", () => {
    const observations = [
      observation({ value: "2210", period: month(11) }),
      observation({ value: "2399.9", period: month(12) }),
    ];
    const judged = assessTarget(flow(), { indicator: indicator(), period: month(12), observations, rules: RULES });
    expect(told(judged)).toEqual(["滞后", "yellow"]);
  });

  it("leaves published rates alone: their differences are exact", () => {
    const known = ["6.9", "7.0"].map((value, index) =>
      observation({ value, quantity: "yoy", unit: "%", period: month(5 + index) }),
    );
    const context = { indicator: indicator(), period: month(6), observations: known, rules: RULES };
    expect(assessTarget(growing(">=", "7"), context)).toMatchObject({ verdict: "达序时", light: "green" });
  });
});

describe("yellow that worsens", () => {
  it.each<[string, (string | null)[], string[]]>([
    ["yellow once", ["-2"], ["滞后", "yellow"]],
    ["yellow after green", ["1", "-2"], ["滞后", "yellow"]],
    ["yellow twice, worse", ["-2", "-3"], ["严重滞后", "red", "worsening"]],
    ["yellow twice, as before", ["-2", "-2"], ["滞后", "yellow"]],
    ["yellow twice, better", ["-3", "-2"], ["滞后", "yellow"]],
    ["yellow twice, worse by what rounding hides", ["-2", "-2.04"], ["滞后", "yellow"]],
    ["yellow twice, worse by what is printed", ["-2", "-2.05"], ["严重滞后", "red", "worsening"]],
    ["yellow after red", ["-8", "-3"], ["滞后", "yellow"]],
    ["red by the bands needs no second reason", ["-2", "-7"], ["严重滞后", "red"]],
    ["three times worse", ["-1", "-2", "-3"], ["严重滞后", "red", "worsening"]],
    ["better again after worsening", ["-1", "-3", "-2"], ["滞后", "yellow"]],
    ["a month between that is missing", ["-2", null, "-3"], ["滞后", "yellow"]],
    ["red for its trend that goes on", ["-1", "-2", "-3", "-4"], ["严重滞后", "red", "worsening"]],
    ["red for its trend that stands still", ["-1", "-2", "-2"], ["严重滞后", "red", "worsening"]],
    ["red for its trend, better by what rounding hides", ["-1", "-2", "-1.96"], ["严重滞后", "red", "worsening"]],
    ["red for its trend, better by what is printed", ["-1", "-2", "-1.95"], ["滞后", "yellow"]],
    ["red for its trend that worsens out of yellow", ["-4", "-4.99", "-5.03"], ["严重滞后", "red"]],
    ["yellow once more after red for its trend", ["-1", "-3", "-2", "-2.5"], ["严重滞后", "red", "worsening"]],
    ["yellow that was kept counts", ["-4.99", "-5.03"], ["滞后", "yellow", "light-kept"]],
    ["green that was kept does not", ["1", "-0.03", "-0.2"], ["滞后", "yellow"]],
  ])("%s: %j", (_case, gaps, expected) => {
    expect(told(afterGaps(gaps))).toEqual(expected);
  });

  it.each<[(string | null)[], Partial<Target>, string]>([
    [["-1", "-2"], {}, "连续2期亮黄灯、差距逐期扩大，亮红灯"],
    [["-1", "-2", "-3"], {}, "此前连续亮黄灯、差距扩大，已亮红灯，本期差距没有缩小，仍亮红灯"],
    [["-1", "-2", "-3"], { strength: "力争" }, "连续3期亮黄灯、差距逐期扩大"], // on paper each of them was yellow
    [["-6", "-7"], { strength: "力争" }, "连续2期亮黄灯、差距逐期扩大"],
  ])("tells %j (%j) by the lights that were printed", (gaps, change, text) => {
    expect(afterGaps(gaps, flow(change)).reasons[1]).toEqual({ code: "worsening", text });
  });

  it("takes as many readings as the rules say, and none where they say nothing", () => {
    const three = { ...RULES, pace: { ...RULES.pace, worsening: 3 } };
    expect(told(afterGaps(["-2", "-3"], flow(), three))).toEqual(["滞后", "yellow"]);
    expect(told(afterGaps(["-1", "-2", "-3"], flow(), three))).toEqual(["严重滞后", "red", "worsening"]);
    const never = { ...RULES, pace: { ...RULES.pace, worsening: null } };
    expect(told(afterGaps(["-1", "-2", "-3"], flow(), never))).toEqual(["滞后", "yellow"]);
  });

  it("is yellow all the same where the plan only strives", () => {
    const striven = afterGaps(["-2", "-3"], flow({ strength: "力争" }));
    expect(told(striven)).toEqual(["滞后", "yellow", "worsening", "striven-for"]);
  });

  it("starts with the first month that is judged, and goes by the quarters of a quarterly figure", () => {
    const known = [3, 5, 6].map((at) =>
      observation({ value: minus(String(200 * at), String(24 * at)), period: month(at) }),
    );
    const judged = (change: Parameters<typeof indicator>[0]) =>
      assessTarget(flow(), { indicator: indicator(change), period: month(6), observations: known, rules: RULES }).light;
    // behind by 3, 5 and 6 points in March, May and June; -6 itself is red
    const wide = (change: Parameters<typeof indicator>[0]) => {
      const bands = RULES.pace.bands.map((band) => (band.edge === "-5" ? { ...band, edge: "-9" } : band));
      const rules = { ...RULES, pace: { ...RULES.pace, bands, worseningFrom: 1 } };
      return assessTarget(flow(), { indicator: indicator(change), period: month(6), observations: known, rules }).light;
    };
    expect(judged({})).toBe("red");
    expect(wide({})).toBe("red");
    expect(wide({ judgedFrom: 6 })).toBe("yellow");
    expect(wide({ cadence: "quarterly" })).toBe("red");
  });

  it.each([
    [1, "red"],
    [5, "red"],
    [6, "yellow"], // May does not count, June alone is no trend
  ])("counts the readings from month %i on: June is %s", (worseningFrom, light) => {
    const rules = { ...RULES, pace: { ...RULES.pace, worseningFrom } };
    expect(afterGaps(["-1", "-3"], flow(), rules).light).toBe(light);
  });

  it("does not look at how the year went once it is over", () => {
    const observations = [
      observation({ value: "2180", period: month(11) }),
      observation({ value: "2350", period: month(12) }),
    ];
    const judged = assessTarget(flow(), { indicator: indicator(), period: month(12), observations, rules: RULES });
    expect(told(judged)).toEqual(["滞后", "yellow"]);
  });

  it("does not mix 口径", () => {
    const asked = flow({ comparableScopes: ["名义"] });
    const observations = [
      observation({ value: "952", period: month(5), scope: "名义" }),
      observation({ value: "1128", period: month(6) }),
    ];
    const judged = assessTarget(asked, { indicator: indicator(), period: month(6), observations, rules: RULES });
    expect(judged.light).toBe("yellow");
  });
});
