import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { loadRules } from "../../pipeline/jobs/rules.ts";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { ROOT } from "../support/scratch-home.ts";
import { asking, growing, indicator, month, observation, outcome, target } from "./assess-fixture.ts";

const DISTRICT = "150502";

function judgedBy(name: string, asked: Target, actual: string, at: number, peers?: readonly KnownObservation[]) {
  const { quantity, unit, scope, region, indicator: code } = asked;
  const stated = { quantity, unit, scope, region, indicator: code, period: month(at) };
  return assessTarget(asked, {
    indicator: indicator({ code: code as IndicatorCode }),
    period: month(at),
    observations: [observation({ value: actual, ...stated })],
    rules: loadRules(ROOT, name),
    peers,
  });
}

describe("the rule sets of seeds/rules", () => {
  const names = readdirSync(`${ROOT}/seeds/rules`).map((file) => file.replace(".yaml", ""));

  it("are the published ones, and each is read", () => {
    expect(names.sort()).toEqual(["default", "jinzhai", "tianjin", "xuancheng", "yinchuan"]);
    const sets = names.map((name) => loadRules(ROOT, name));
    expect(sets.map(({ name }) => name)).toEqual(["默认规则", "金寨规则", "天津规则", "宣城规则", "银川规则"]);
  });

  it.each(["银川", "../default", "default.yaml", ""])("refuse the name %j with the list of those there are", (name) => {
    expect(() => loadRules(ROOT, name)).toThrow(
      expect.objectContaining({ code: "USAGE", hint: expect.stringContaining(names.sort().join("、")) }),
    );
  });

  it("never turn red what the plan only strives for, whatever the city's light", () => {
    for (const name of names) {
      const striven = target({ strength: "力争" });
      expect(outcome(judgedBy(name, striven, "1", 6)).slice(0, 2)).toEqual(["滞后", "yellow"]);
    }
  });

  it("all know a broken cap for red, and a figure that has not come for grey", () => {
    for (const name of names) {
      const cap = asking("<=", "100", { basis: "keep" });
      expect(judgedBy(name, cap, "100.1", 6).light).toBe("red");
      const rules = loadRules(ROOT, name);
      const nothing = { indicator: indicator(), period: month(6), observations: [], rules };
      expect(assessTarget(target(), nothing).light).toBe("grey");
    }
  });
});

describe("银川 2025", () => {
  it.each([
    // June, 序时 50
    ["50", 6, "达序时", "green"],
    ["90", 6, "达序时", "green"],
    ["49.99", 6, "滞后", "yellow"], // not stated there: our reading
    ["40.01", 6, "滞后", "yellow"],
    ["40", 6, "滞后", "yellow"], // 10 points short, 含端点
    ["20", 6, "滞后", "yellow"], // 30 points short, 含端点
    ["19.99", 6, "严重滞后", "red"],
    ["100", 6, "已完成", "green"],
    // the year is over
    ["99.99", 12, "滞后", "yellow"],
    ["70", 12, "滞后", "yellow"],
    ["69.99", 12, "严重滞后", "red"],
  ])("%s of 100 by month %i: %s %s", (actual, at, verdict, light) => {
    const judged = judgedBy("yinchuan", target(), actual, at);
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });

  it("says that the light within 10 points is our reading, and where 10 and 30 belong", () => {
    const text = loadRules(ROOT, "yinchuan").text.join("");
    expect(text).toMatch(/10个百分点（不含）以内的，银川没有写明.*本系统/);
    expect(text).toContain("30个百分点（含）");
  });

  it("judges growth as the default set does", () => {
    expect(judgedBy("yinchuan", growing(">=", "7"), "6.0", 6).light).toBe("yellow");
    expect(judgedBy("yinchuan", growing(">=", "7"), "5.9", 6).light).toBe("red");
  });
});

describe("天津 2022", () => {
  const invested = { indicator: "fixed-asset-investment" as IndicatorCode };
  const plan = growing(">=", "7", { ...invested, region: DISTRICT });
  const city = (value: string | null, at = 6) =>
    observation({ ...invested, value, quantity: "yoy", unit: "%", period: month(at) });

  it.each<[string, string, number, string, string, string]>([
    // growth, the whole city's, month
    ["7.0", "7.0", 6, "达序时", "green", "goal-met"],
    ["7.1", "7.0", 6, "达序时", "green", "goal-met"],
    ["7.0", "7.0", 12, "已完成", "green", "goal-met"],
    ["7.0", "7.1", 6, "滞后", "yellow", "below-peer"],
    ["9.0", "24.3", 6, "滞后", "yellow", "below-peer"],
    ["7.0", "7.1", 12, "滞后", "yellow", "below-peer"],
    ["6.9", "5.0", 6, "滞后", "yellow", "goal-missed"], // above the average, below the plan
    ["0.1", "5.0", 6, "滞后", "yellow", "goal-missed"],
    ["0.0", "5.0", 6, "滞后", "yellow", "goal-missed"],
    ["-0.1", "-5.0", 6, "严重滞后", "red", "negative-growth"],
  ])("%s%% beside %s%% of the whole city at month %i: %s %s", (actual, average, at, verdict, light, code) => {
    const { verdict: judged, light: given, reasons } = judgedBy("tianjin", plan, actual, at, [city(average, at)]);
    expect([judged, given, reasons.at(-1)?.code]).toEqual([verdict, light, code]);
  });

  it("tells both figures in the sentence", () => {
    const [, reason] = judgedBy("tianjin", plan, "7.0", 6, [city("24.3")]).reasons;
    expect(reason?.text).toBe("全市累计增长24.3%，低于全市17.3个百分点");
  });

  it.each([
    ["7.0", "未发布", "grey", "peer-unknown"],
    ["6.9", "滞后", "yellow", "goal-missed"],
    ["-0.1", "严重滞后", "red", "negative-growth"],
  ])("gives no light that hangs on an average nobody has sent: %s%%", (actual, verdict, light, code) => {
    for (const peers of [[], [city("7.0", 5)], [city(null)]]) {
      const judged = judgedBy("tianjin", plan, actual, 6, peers);
      expect([judged.verdict, judged.light, judged.reasons.at(-1)?.code]).toEqual([verdict, light, code]);
    }
  });

  it("holds the city's own goal against the plan only", () => {
    expect(outcome(judgedBy("tianjin", growing(">=", "7", invested), "7.0", 6))).toEqual([
      "达序时",
      "green",
      "goal-met",
    ]);
  });

  it("asks about investment only; other growth is judged as by default", () => {
    const retail = growing(">=", "7", { region: DISTRICT });
    const peers = [observation({ value: "9.0", quantity: "yoy", unit: "%", period: month(6) })];
    expect(judgedBy("tianjin", retail, "7.0", 6, peers).light).toBe("green");
    expect(judgedBy("tianjin", retail, "5.9", 6, peers).light).toBe("red");
  });

  it.each([
    // 序时 50 in June: 30 % of it are 15
    ["50", 6, "达序时", "green"],
    ["49.99", 6, "滞后", "yellow"],
    ["35", 6, "滞后", "yellow"],
    ["34.99", 6, "严重滞后", "red"],
    // 序时 25 in March: 30 % of it are 7.5
    ["17.5", 3, "滞后", "yellow"],
    ["17.49", 3, "严重滞后", "red"],
    ["100", 6, "已完成", "green"],
    ["70", 12, "滞后", "yellow"],
    ["69.99", 12, "严重滞后", "red"],
  ])("bonds: %s of 100 used by month %i: %s %s", (actual, at, verdict, light) => {
    const bonds = target({ indicator: "special-bond-use" as IndicatorCode, unit: "亿元" });
    const judged = judgedBy("tianjin", bonds, actual, at);
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });
});

describe("宣城 2020", () => {
  it.each<[string, Target, string, number, string, string]>([
    ["share", target(), "91.67", 11, "达序时", "green"], // 11月序时 91.7
    ["share", target(), "91.66", 11, "滞后", "red"],
    ["share", target(), "50", 6, "达序时", "green"],
    ["share", target(), "49.99", 6, "滞后", "red"],
    ["share", target(), "100", 12, "已完成", "green"],
    ["share", target(), "99.99", 12, "滞后", "red"],
    ["growth", growing(">=", "7"), "7.0", 11, "达序时", "green"],
    ["growth", growing(">=", "7"), "6.9", 11, "滞后", "red"],
    ["growth", growing(">=", "7"), "-0.1", 11, "滞后", "red"],
    ["growth", growing("<=", "3"), "3.1", 11, "突破上限", "red"],
    ["growth in another unit", growing(">=", "100", { unit: "亿元", quantity: "change" }), "99", 6, "滞后", "red"],
  ])("%s: %s, %s by month %i", (_kind, asked, actual, at, verdict, light) => {
    const judged = judgedBy("xuancheng", asked, actual, at);
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });
});

describe("金寨 2025", () => {
  it.each([
    ["100", 12, "已完成", "green"], // 已完成
    ["100", 6, "已完成", "green"], // 提前完成
    ["50.01", 6, "超序时", "green"], // 超进度
    ["50", 6, "达序时", "green"], // 达进度
    ["49.99", 6, "滞后", "red"], // 欠进度
    ["99.99", 12, "滞后", "red"],
  ])("%s of 100 by month %i: %s %s", (actual, at, verdict, light) => {
    const judged = judgedBy("jinzhai", target(), actual, at);
    expect([judged.verdict, judged.light]).toEqual([verdict, light]);
  });

  it("judges growth as the default set does", () => {
    expect(judgedBy("jinzhai", growing(">=", "7"), "6.0", 6).light).toBe("yellow");
  });
});
