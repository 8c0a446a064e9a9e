import { assessTarget } from "../../../pipeline/assess/target.ts";
import { trendOf } from "../../../pipeline/assess/trend.ts";
import type { Indicator } from "../../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import type { Target } from "../../../pipeline/model/target.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import {
  code,
  indicatorFixture,
  month,
  observationFixture,
  RULES,
  targetFixture,
} from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";

const INDICATORS: readonly Indicator[] = [
  indicatorFixture({ code: code("gdp"), name: "地区生产总值", cadence: "quarterly", firstMonth: 3 }),
  indicatorFixture({ firstMonth: 2 }),
  indicatorFixture({ code: code("jobs"), name: "城镇新增就业", unit: "人", decimals: 0 }),
  indicatorFixture({ code: code("unemployment"), name: "城镇登记失业率", unit: "%", nature: "rate" }),
  indicatorFixture({ code: code("grain"), name: "粮食产量", unit: "亿斤", cadence: "annual", firstMonth: 12 }),
];

/** 地区生产总值 by quarter with amounts, 工业 from 1—2月, 就业 in another unit than its goal's, 失业率 at a moment, 粮食 yearly. */
export const TREND_TARGETS: readonly Target[] = [
  goal("2023-001", "gdp", "地区生产总值", { op: "~", low: "7", high: "7" }),
  goal("2023-002", "industrial-value-added", "规模以上工业增加值", { comparableScopes: ["现价"] }),
  goal("2023-003", "jobs", "城镇新增就业", { quantity: "value", basis: "flow", low: "1.2", unit: "万人" }),
  goal("2023-004", "unemployment", "城镇登记失业率", {
    ...{ quantity: "value", basis: "keep", op: "<=", low: null, high: "5", chapter: 1 },
  }),
  goal("2023-005", "grain", "粮食产量", { quantity: "value", basis: "flow", low: "180", unit: "亿斤", chapter: 1 }),
  goal("2023-006", "jobs", "各类就业", {
    quantity: "value",
    basis: "flow",
    low: "12000",
    unit: "人",
    headline: false,
    chapter: 2,
  }),
];

function goal(id: string, indicator: string, name: string, change: Partial<Target>): Target {
  return targetFixture({ id, indicator: code(indicator), name, ...change });
}

/** What is published of the indicators of TREND_TARGETS in a month. */
export function published(
  indicator: string,
  at: number,
  value: string,
  change: Partial<KnownObservation> = {},
): KnownObservation {
  return observationFixture({
    indicator: code(indicator),
    value,
    period: month(at),
    sheet: `${indicator} ${change.period ?? month(at)}`,
    cell: change.quantity === "value" ? "C5" : "D5",
    ...change,
  });
}

/** A first half-year, and a little of the year before. */
export function halfYear(): readonly KnownObservation[] {
  const amount = { quantity: "value", unit: "亿元" } as const;
  const people = { quantity: "value", unit: "人" } as const;
  const share = { quantity: "value", span: "instant" } as const;
  return [
    published("gdp", 3, "5.4"),
    published("gdp", 6, "6.2"),
    published("gdp", 3, "331.2", amount),
    published("gdp", 6, "702.5", amount),
    published("gdp", 12, "3.0", { period: makePeriod(2022, 12) }),
    published("industrial-value-added", 1, "9.9"),
    published("industrial-value-added", 2, "4.8"),
    published("industrial-value-added", 3, "5.6"),
    published("industrial-value-added", 4, "6.1", { scope: "现价" }),
    published("industrial-value-added", 6, "7"),
    published("jobs", 1, "618", people),
    published("jobs", 5, "6530", people),
    published("jobs", 6, "8127", { ...people, illustrative: true }),
    published("jobs", 6, "7000", { ...people, period: makePeriod(2022, 6) }),
    published("unemployment", 5, "4.03", share),
    published("unemployment", 6, "3.98", share),
  ];
}

/** An edition's input with the targets judged on the observations, their trends beside. */
export function trendInput(
  observations: readonly KnownObservation[] = halfYear(),
  { targets = TREND_TARGETS, at = 6 }: { readonly targets?: readonly Target[]; readonly at?: number } = {},
): EditionInput {
  const period = month(at);
  const known = observations.filter((one) => one.period <= period);
  const judged = targets.map((target) => {
    const indicator = INDICATORS.find((one) => one.code === target.indicator);
    if (!indicator) throw new Error(`no indicator ${target.indicator}`);
    const own = known.filter((one) => one.indicator === indicator.code && one.region === target.region);
    const assessment = assessTarget(target, { indicator, period, observations: own, rules: RULES });
    return { assessment, trend: trendOf(assessment, indicator, own) };
  });
  return juneInput({
    period,
    assessments: judged.map(({ assessment }) => assessment),
    trends: judged.flatMap(({ trend }) => (trend === null ? [] : [trend])),
    indicators: INDICATORS,
    regional: [],
  });
}
