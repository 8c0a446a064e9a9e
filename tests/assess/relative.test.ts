import { describe, expect, it } from "vitest";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import { toProgressJson } from "../../pipeline/assess/progress-json.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Op, Target } from "../../pipeline/model/target.ts";
import { CITY, CODE, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const PROVINCE = "150000";
const GDP = "gdp" as IndicatorCode;
const REGIONS = [
  { code: PROVINCE, name: "内蒙古自治区", shortName: "内蒙古", aliases: [], kind: "province", order: 0 },
  { code: CITY, name: "通辽市", shortName: "通辽", aliases: [], kind: "city", order: 1 },
] as const;

/** 高于全区平均增速, unless changed. */
function faster(change: Partial<Target> = {}): Target {
  const relativeTo = { indicator: CODE, region: PROVINCE };
  return target({ basis: "growth", quantity: "yoy", unit: "%", op: ">", low: null, relativeTo, ...change });
}

function growth(value: string, at: number, change: Partial<KnownObservation> = {}): KnownObservation {
  return observation({ value, quantity: "yoy", unit: "%", period: month(at), ...change });
}

function theirs(value: string, at: number, change: Partial<KnownObservation> = {}): KnownObservation {
  return growth(value, at, { region: PROVINCE, cell: "C9", ...change });
}

function assess(
  asked: Target,
  at: number,
  own: readonly KnownObservation[],
  others: readonly KnownObservation[],
  change: Partial<Indicator> = {},
): Assessment {
  const [assessment] = assessPlan([asked], {
    ...{ period: month(at), rules: RULES, regions: REGIONS, reported: new Set([CODE]) },
    indicators: [
      indicator({ name: "规上工业", ...change }),
      indicator({ code: GDP, name: "GDP", cadence: "quarterly" }),
    ],
    observations: new Map([[asked.id, own]]),
    references: new Map([[asked.id, others]]),
  });
  if (!assessment) throw new Error("one assessment");
  return assessment;
}

describe("a goal held against another figure", () => {
  it.each<[Op, string, string, string, string, string]>([
    [">", "7.2", "7.1", "达序时", "green", "0.1"],
    [">", "7.1", "7.1", "滞后", "yellow", "0.0"], // 高于 is strict
    [">", "7.0", "7.1", "滞后", "yellow", "-0.1"],
    [">", "6.0", "7.1", "严重滞后", "red", "-1.1"],
    [">", "-1.0", "-2.0", "达序时", "green", "1.0"],
    [">=", "7.1", "7.1", "达序时", "green", "0.0"],
    ["<", "7.0", "7.1", "达序时", "green", "0.1"],
    ["~", "6.8", "7.1", "达序时", "green", "-0.3"],
  ])("%s: %s against %s is %s", (op, own, other, verdict, light, gap) => {
    const assessment = assess(faster({ op }), 6, [growth(own, 6)], [theirs(other, 6)]);
    expect([assessment.verdict, assessment.light]).toEqual([verdict, light]);
    expect(Number(assessment.gap)).toBeCloseTo(Number(gap), 9);
    expect(assessment.reasons.at(-1)).toEqual({
      code: "relative-to",
      text: `目标比照全区规上工业上半年同比增速${other}%`,
    });
  });

  it("gives the number asked and quotes the cells of both", () => {
    const assessment = assess(faster(), 6, [growth("7.6", 6)], [theirs("7.1", 6, { illustrative: true })]);
    expect(assessment.reasons[0]?.text).toBe("累计增长7.6%，高于所比照的数0.5个百分点");
    const [json] = toProgressJson([assessment], {
      period: month(6),
      asOf: null,
      region: CITY,
      rules: "默认规则",
    }).assessments;
    expect(json).toMatchObject({ target_low: "7.1", target_high: null, gap: "0.5", illustrative: true });
    expect(json?.relativeTo).toEqual({ indicator: CODE, region: PROVINCE });
    expect(json?.observations.map(({ of, cell, value }) => [of, cell, value])).toEqual([
      ["actual", "B2", "7.6"],
      ["goal", "C9", "7.1"],
    ]);
  });

  it.each<[string, readonly KnownObservation[], string]>([
    ["is not there", [], "目标要比照的全区规上工业上半年同比增速尚未收到，无法与之比较"],
    ["is of May", [theirs("7.1", 5)], "目标要比照的全区规上工业上半年同比增速尚未收到，无法与之比较"],
    [
      "is of one month",
      [theirs("7.1", 6, { span: "month" })],
      "目标要比照的全区规上工业上半年同比增速尚未收到，无法与之比较",
    ],
    [
      "is an amount",
      [theirs("7.1", 6, { quantity: "value" })],
      "目标要比照的全区规上工业上半年同比增速尚未收到，无法与之比较",
    ],
    [
      "disagrees with itself",
      [theirs("7.1", 6), theirs("7.2", 6, { cell: "C8" })],
      "目标要比照的全区规上工业上半年同比增速前后不一致，请核实后再作评价",
    ],
  ])("is 未发布 where the other figure %s", (_, others, text) => {
    const assessment = assess(faster(), 6, [growth("7.6", 6)], others);
    expect([assessment.verdict, assessment.light, assessment.actual]).toEqual(["未发布", "grey", null]);
    expect(assessment.reasons).toEqual([{ code: "reference-not-published", text }]);
  });

  it("is 未发布 for its own figure first", () => {
    const assessment = assess(faster(), 6, [growth("7.6", 5)], [theirs("7.1", 6)]);
    expect(assessment.reasons.map(({ code }) => code)).toEqual(["not-published"]);
  });

  it("compares at the last month in which both are published (快于经济增速)", () => {
    const economy = faster({ relativeTo: { indicator: GDP, region: CITY } });
    const gdp = growth("5.0", 3, { indicator: GDP, cell: "D4" });
    const assessment = assess(economy, 5, [growth("5.5", 3), growth("4.0", 5)], [gdp]);
    expect(assessment).toMatchObject({ observedPeriod: "2023-03", actual: "5.5", verdict: "达序时" });
    expect(assessment.reasons.at(-1)?.text).toBe("目标比照GDP一季度同比增速5.0%");
    expect(assess(economy, 2, [growth("5.5", 2)], [gdp]).verdict).toBe("未到期");
  });

  it("knows no pace, and is done only at the year's end", () => {
    const amount = { basis: "flow", quantity: "value", unit: "个" } as const;
    const [own, other] = [observation({ value: "11", period: month(6) }), theirs("10", 6, { ...amount, unit: "个" })];
    const early = assess(faster(amount), 6, [own], [other]);
    expect(early).toMatchObject({ verdict: "达序时", completion: null, expected: null, gap: "1" });
    const december = { period: month(12) };
    const late = assess(faster(amount), 12, [{ ...own, ...december }], [{ ...other, ...december }]);
    expect(late.verdict).toBe("已完成");
  });
});
