import { describe, expect, it } from "vitest";
import { assessTarget, type Context } from "../../pipeline/assess/target.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, judge, month, observation, outcome, RULES, target } from "./assess-fixture.ts";

function assess(asked: Target, context: Partial<Context> = {}) {
  return assessTarget(asked, { indicator: indicator(), period: month(6), observations: [], rules: RULES, ...context });
}

describe("assessTarget(target, context)", () => {
  it.each<[string, Target, Partial<Context>, string, string]>([
    ["a quota", target({ basis: "quota" }), {}, "待上级下达", "quota-pending"],
    ["a quota that nothing measures", target({ basis: "quota", indicator: null }), {}, "待上级下达", "quota-pending"],
    ["no indicator", target({ indicator: null }), { indicator: null }, "无数据来源", "no-source"],
    ["an indicator that the seeds do not know", target(), { indicator: null }, "无数据来源", "no-source"],
    ["nothing ever sent", target(), {}, "无数据来源", "no-source"],
    ["nothing sent for here", target(), { isReported: true }, "未发布", "not-published"],
    ["sent before", target(), { observations: [observation({ period: month(5) })] }, "未发布", "not-published"],
    [
      "sent blank",
      target(),
      { observations: [observation({ value: null, period: month(6) })] },
      "未发布",
      "not-published",
    ],
    [
      "sent for last year",
      target(),
      { observations: [observation({ period: makePeriod(2022, 6) })] },
      "无数据来源",
      "no-source",
    ],
    ["sent later", target(), { observations: [observation({ period: month(7) })] }, "无数据来源", "no-source"],
    [
      "another place",
      target(),
      { observations: [observation({ period: month(6), region: "150521" })] },
      "无数据来源",
      "no-source",
    ],
    ["no number", target({ low: null }), {}, "无数据来源", "defect"],
    ["only the amount", growing(">=", "7"), { observations: [observation({ period: month(6) })] }, "未发布", "no-rate"],
    ["January", target(), { indicator: indicator({ firstMonth: 2 }), period: month(1) }, "未到期", "not-due"],
    ["a harvest", target(), { indicator: indicator({ cadence: "annual" }) }, "未到期", "not-due"],
    ["an event to come", target({ basis: "event", indicator: null, due: month(7) }), {}, "未到期", "not-due"],
    [
      "an event to come, reported",
      target({ basis: "event", due: month(7) }),
      { isReported: true },
      "未到期",
      "not-due",
    ],
    ["an event without a number", target({ basis: "event", due: month(7), low: null }), {}, "未到期", "not-due"],
    ["an event of today", target({ basis: "event", indicator: null, due: month(6) }), {}, "无数据来源", "no-source"],
    ["an event gone by", target({ basis: "event", due: month(3) }), {}, "无数据来源", "no-source"],
    [
      "an event gone by, reported",
      target({ basis: "event", due: month(3) }),
      { isReported: true },
      "未发布",
      "not-published",
    ],
    [
      "two that disagree",
      target(),
      { observations: ["1", "2"].map((value) => observation({ value, period: month(6), cell: `B${value}` })) },
      "未发布",
      "conflicting",
    ],
    [
      "another 口径",
      target(),
      { observations: [observation({ period: month(6), scope: "名义" })] },
      "未发布",
      "scope-not-comparable",
    ],
    [
      "another unit",
      target(),
      { observations: [observation({ period: month(6), unit: "%" })] },
      "未发布",
      "unit-not-comparable",
    ],
  ])("%s is grey", (_, asked, context, verdict, code) => {
    const assessment = assess(asked, context);
    expect(outcome(assessment)).toEqual([verdict, "grey", code]);
    expect(assessment).toMatchObject({
      actual: null,
      observedPeriod: null,
      completion: null,
      gap: null,
      required: null,
    });
  });

  it("shows what could not be used", () => {
    const observations = ["1", "2"].map((value) => observation({ value, period: month(6), cell: `B${value}` }));
    const assessment = assess(target(), { observations });
    expect(assessment.observations.map(({ cell }) => cell)).toEqual(["B1", "B2"]);
    expect(assessment.reasons[0]?.text).toContain("a.xlsx › S › B1");
    expect(assessment.reasons[0]?.text).toContain("a.xlsx › S › B2");
  });

  it("speaks of the quarter gone by in a month that ends none", () => {
    const observations = [
      observation({ value: "30", period: month(3) }),
      observation({ value: "60", period: month(5) }),
    ];
    const assessment = assess(target(), {
      indicator: indicator({ cadence: "quarterly" }),
      period: month(5),
      observations,
    });
    expect(assessment).toMatchObject({ period: "2023-05", observedPeriod: "2023-03", actual: "30", expected: "25" });
  });

  it("judges a goal due in March by a later reading, and by March's where none has come", () => {
    const march = asking(">=", "100", { basis: "event", unit: "%", due: month(3) });
    const [early, late] = [3, 5].map((at) =>
      observation({ value: at === 3 ? "90" : "100", unit: "%", period: month(at) }),
    );
    if (!early || !late) throw new Error("two observations");
    expect(assess(march, { observations: [early] })).toMatchObject({ observedPeriod: "2023-03", light: "red" });
    expect(assess(march, { observations: [early, late] })).toMatchObject({ observedPeriod: "2023-05", light: "green" });
  });

  it.each([
    ["attain", 2, true, ["not-published"]],
    ["attain", 3, true, ["not-published"]],
    ["attain", 4, true, ["not-published", "overdue"]],
    ["attain", 4, false, ["no-source", "overdue"]],
    ["event", 2, true, ["not-due"]],
    ["event", 3, true, ["not-published"]],
    ["event", 4, true, ["not-published", "overdue"]],
    ["event", 4, false, ["no-source", "overdue"]],
    ["keep", 4, true, ["not-published"]],
  ] as const)("%s due in March, in month %i, reported at all %s: %s", (basis, at, isReported, codes) => {
    const march = target({ basis, due: month(3) });
    const assessment = assess(march, { period: month(at), isReported });
    expect(assessment.light).toBe("grey");
    expect(assessment.reasons.map(({ code }) => code)).toEqual(codes);
  });

  it("never takes this January for the goal of last year", () => {
    const period = makePeriod(2024, 1);
    const observations = [observation({ value: "100" }), observation({ value: "5", period })];
    expect(assess(target(), { period, observations })).toMatchObject({ observedPeriod: "2023-12", verdict: "已完成" });
  });

  it.each([
    ["flow", "10", 12],
    ["growth", "-5.0", 12],
    ["keep", "10", 6],
    ["attain", "10", 12],
    ["event", "10", 12],
  ] as const)("力争 (%s) is never red", (basis, actual, at) => {
    const quantity = basis === "growth" ? "yoy" : "value";
    const asked = target({ basis, quantity, unit: basis === "growth" ? "%" : "个" });
    const hard = judge(asked, actual, { at });
    const striven = judge({ ...asked, strength: "力争" }, actual, { at });
    expect([hard.verdict, hard.light]).toEqual(["严重滞后", "red"]);
    expect([striven.verdict, striven.light, striven.reasons.at(-1)?.code]).toEqual(["滞后", "yellow", "striven-for"]);
  });

  it("力争 leaves green, yellow and grey alone", () => {
    const striven = target({ strength: "力争" });
    for (const actual of ["100", "99"]) {
      expect(judge(striven, actual).reasons.map(({ code }) => code)).not.toContain("striven-for");
    }
    expect(assess(striven).light).toBe("grey");
  });

  it("says when the figure is of another 口径, once", () => {
    const beef = target({ comparableScopes: ["肉牛"] });
    const codes = (scope: string | null) =>
      assess(beef, { observations: [observation({ scope, period: month(6) })] }).reasons.map(({ code }) => code);
    expect(codes("肉牛")).toEqual(["goal-met", "scope-differs"]);
    expect(codes(null)).toEqual(["goal-met"]);
  });
});

/** What was published of the year, against the goals of the plan of 2023. */
describe("the outcome of 2023", () => {
  const annual = indicator({ cadence: "annual" });
  const cattle = { basis: "attain", unit: "万头", comparableScopes: ["肉牛"] } as const;

  it.each<[string, Target, string, string | null, string, string, string]>([
    ["地区生产总值", growing("~", "7"), "5.2", null, "严重滞后", "red", "-1.8"],
    ["规模以上工业增加值", growing(">=", "9"), "0.5", null, "严重滞后", "red", "-8.5"],
    [
      "固定资产投资",
      growing(">=", "30", { scope: "限额以上", comparableScopes: ["", "不含农户"] }),
      "24.3",
      null,
      "严重滞后",
      "red",
      "-5.7",
    ],
    ["社会消费品零售总额", growing(">=", "7"), "4.5", null, "严重滞后", "red", "-2.5"],
    ["一般公共预算收入", growing(">=", "7"), "9", null, "已完成", "green", "2"],
    ["到位资金", growing(">=", "30"), "68.6", null, "已完成", "green", "38.6"],
    ["争取上级资金", growing(">=", "10"), "26.8", null, "已完成", "green", "16.8"],
    ["重点项目", asking(">=", "540"), "612", null, "已完成", "green", "13.3"],
    ["新签约", asking(">=", "570"), "591", null, "已完成", "green", "3.7"],
    ["粮食", asking(">=", "180", { unit: "亿斤" }), "189", null, "已完成", "green", "5.0"],
    ["牛存栏", asking(">=", "370", cattle), "385.8", "肉牛", "已完成", "green", "15.8"],
  ])("%s", (_, asked, value, scope, verdict, light, gap) => {
    const span = asked.basis === "attain" ? "instant" : "ytd";
    const observations = [observation({ value, scope, span, quantity: asked.quantity, unit: asked.unit })];
    const assessment = assess(asked, { indicator: annual, period: month(12), observations });
    expect([assessment.verdict, assessment.light]).toEqual([verdict, light]);
    expect(Number(assessment.gap)).toBeCloseTo(Number(gap), 1);
    expect(assessment.reasons.some(({ code }) => code === "scope-differs")).toBe(scope !== asked.scope);
  });
});
