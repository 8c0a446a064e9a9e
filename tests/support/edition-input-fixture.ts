import { goalOf } from "../../pipeline/assess/goal.ts";
import { stepsOf } from "../../pipeline/assess/steps.ts";
import type { Step } from "../../pipeline/model/arithmetic.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { BriefingTemplate } from "../../pipeline/model/briefing-template.ts";
import type { Decimal } from "../../pipeline/model/decimal.ts";
import { decimalPlaces } from "../../pipeline/model/decimal.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { Plan } from "../../pipeline/model/plan.ts";
import type { Region } from "../../pipeline/model/region.ts";
import type { LightRules } from "../../pipeline/model/rules.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { type TargetFigures, targetFigures } from "../../pipeline/report/edition/target-figures.ts";
import { RULES as JUDGING_RULES } from "../assess/assess-fixture.ts";

export const CITY = "150500";
export const JUNE = makePeriod(2023, 6);

/** An indicator's code. */
export function code(text: string): IndicatorCode {
  return text as IndicatorCode;
}

/** An indicator, a monthly flow in 亿元 unless said otherwise. */
export function indicatorFixture(change: Partial<Indicator> = {}): Indicator {
  const name = change.name ?? "规模以上工业增加值";
  return {
    code: code("industrial-value-added"),
    name,
    aliases: [{ text: name, scope: null }],
    unit: "亿元",
    decimals: 2,
    nature: "flow",
    price: null,
    cadence: "monthly",
    firstMonth: 1,
    judgedFrom: 1,
    lagMonths: 0,
    partOf: null,
    publisher: "statistics",
    growthOnly: false,
    yearly: null,
    ...change,
  };
}

/** A goal of growth, 增长9%, unless said otherwise; its source quotes nothing else. */
export function targetFixture(change: Partial<Target> = {}): Target {
  return {
    id: "2023-001",
    chapter: 0,
    name: "规模以上工业增加值",
    indicator: code("industrial-value-added"),
    quantity: "yoy",
    basis: "growth",
    op: ">=",
    low: "9",
    high: null,
    relativeTo: null,
    unit: "%",
    scope: null,
    comparableScopes: [],
    region: CITY,
    due: makePeriod(2023, 12),
    strength: "预期性",
    explicit: true,
    headline: true,
    bureau: null,
    bureauIsOurReading: false,
    review: false,
    task: null,
    note: null,
    source: {
      text: `规模以上工业增加值增长${[change.low ?? "9", change.high].filter(Boolean).join("～")}%`,
      start: 100,
      end: 113,
    },
    ...change,
  };
}

/** A published rate of 0.5 % for 1—6月 unless said otherwise. */
export function observationFixture(change: Partial<KnownObservation> = {}): KnownObservation {
  const value = change.value === undefined ? "0.5" : change.value;
  return {
    sheet: "1-6月",
    cell: "C7",
    label: "规模以上工业增加值",
    path: [],
    indicator: code("industrial-value-added"),
    region: CITY,
    period: JUNE,
    span: "ytd",
    quantity: "yoy",
    scope: null,
    value,
    unit: "%",
    decimals: value === null ? 0 : decimalPlaces(value),
    status: value === null ? "missing" : "normal",
    statusReason: value === null ? "—" : null,
    sha256: "ab".repeat(32),
    file: "主要经济指标2023年6月.xlsx",
    source: "statistics-monthly",
    bureau: "statistics",
    illustrative: false,
    vintage: "2023-07-12",
    url: null,
    ...change,
  };
}

/** Nothing known: grey, 无数据来源. */
export function unknownFixture(target: Target, change: Partial<Assessment> = {}): Assessment {
  return {
    target,
    period: JUNE,
    observedPeriod: null,
    actual: null,
    actualDecimals: 0,
    completion: null,
    expected: null,
    gap: null,
    gapUnit: null,
    required: null,
    seasonal: null,
    wayHome: null,
    outlook: null,
    why: null,
    steps: [],
    verdict: "无数据来源",
    light: "grey",
    reasons: [{ code: "no-source", text: "没有单位报送过该指标，无法评价" }],
    observations: [],
    goalObservations: [],
    ...change,
  };
}

/** Judged on one observation whose value is the actual, unless said otherwise; the steps are the judge's own. */
export function judgedFixture(
  target: Target,
  actual: Decimal,
  change: Partial<Assessment> = {},
  observation: Partial<KnownObservation> = {},
): Assessment {
  const seen = observationFixture({
    indicator: target.indicator,
    label: target.name,
    quantity: target.quantity,
    value: actual,
    unit: target.unit,
    cell: `C${target.id.slice(-3).replace(/^0+/, "")}`,
    ...(target.basis === "keep" || target.basis === "attain" ? { span: "instant" as const } : {}),
    ...observation,
  });
  const judged: Assessment = {
    ...unknownFixture(target),
    observedPeriod: seen.period,
    actual,
    actualDecimals: decimalPlaces(actual),
    gapUnit: target.unit === "%" || target.basis === "flow" ? "百分点" : target.unit,
    verdict: "滞后",
    light: "yellow",
    reasons: [],
    observations: [seen],
    ...change,
  };
  return { ...judged, steps: change.steps ?? stepsFixture(judged) };
}

/** The arithmetic from an assessment's actual and goal to the figures that it has. */
export function stepsFixture(assessment: Assessment): readonly Step[] {
  const { target, observedPeriod: period, actual, actualDecimals: decimals, observations } = assessment;
  const goal = goalOf(target);
  if (!goal || period === null || actual === null) return [];
  const reading = { period, span: "ytd" as const, actual, decimals, scope: null, observations };
  return stepsOf({ target, goal, reading, rules: RULES }, assessment);
}

/** The figures of an assessment, with an indicator of the same code. */
export function figuresFixture(assessment: Assessment, indicator: Partial<Indicator> = {}): TargetFigures {
  const own = indicatorFixture({ code: assessment.target.indicator ?? code("none"), ...indicator });
  return targetFigures(assessment, own);
}

/** The city, eight counties and 开发区. */
export const REGIONS: readonly Region[] = [
  region(CITY, "通辽市", "city", 0),
  region("150502", "科尔沁区", "county", 1),
  region("150581", "霍林郭勒市", "county", 2),
  region("150523", "开鲁县", "county", 3),
  region("150521", "科尔沁左翼中旗", "county", 4, "科左中旗"),
  region("150522", "科尔沁左翼后旗", "county", 5, "科左后旗"),
  region("150525", "奈曼旗", "county", 6),
  region("150524", "库伦旗", "county", 7),
  region("150526", "扎鲁特旗", "county", 8),
  region("150571", "通辽经济技术开发区", "development-zone", 9, "开发区"),
];

function region(regionCode: string, name: string, kind: Region["kind"], order: number, shortName = name): Region {
  return { code: regionCode, name, shortName, aliases: [], kind, order };
}

export const RULES: LightRules = {
  ...JUDGING_RULES,
  name: "默认规则",
  text: ["累计类目标：完成率减序时进度，不低于0为绿灯，低于0、不低于-5个百分点为黄灯，低于-5个百分点为红灯。"],
  pace: { ...JUDGING_RULES.pace, worseningFrom: 1 },
};

/** A plan of the given targets. */
export function planFixture(targets: readonly Target[], change: Partial<Plan> = {}): Plan {
  return {
    year: 2023,
    title: "2023年通辽市国民经济和社会发展计划",
    documentNumber: "通政发〔2023〕21号",
    region: CITY,
    text: "",
    chapters: ["主要目标", "一、有力落实稳增长政策,有效扩大需求释放潜力", "二、凝聚科技创新力量,引领经济高质量发展"],
    targets,
    milestones: [],
    quotas: [],
    ...change,
  };
}

/** A skeleton with every block under a heading of its own. */
export const TEMPLATE: BriefingTemplate = {
  parts: [
    { kind: "title", text: [{ slot: "period" }, { slot: "region" }, "国民经济和社会发展计划执行情况"] },
    { kind: "block", name: "overview" },
    { kind: "block", name: "changes" },
    { kind: "block", name: "table:headline" },
    { kind: "heading", level: 1, text: ["主要指标"] },
    { kind: "block", name: "headline" },
    { kind: "block", name: "headline:brief" },
    { kind: "heading", level: 1, text: ["分领域情况"] },
    { kind: "block", name: "chapters" },
    { kind: "block", name: "table:chapters" },
    { kind: "heading", level: 1, text: ["滞后指标"] },
    { kind: "block", name: "lagging" },
    { kind: "block", name: "table:lagging" },
    { kind: "block", name: "lagging:brief" },
    { kind: "heading", level: 1, text: ["预计"] },
    { kind: "block", name: "outlook" },
    { kind: "heading", level: 1, text: ["分旗县市区情况"] },
    { kind: "block", name: "regions" },
    { kind: "block", name: "regions:brief" },
    { kind: "heading", level: 1, text: ["重点项目"] },
    { kind: "block", name: "milestones" },
    { kind: "block", name: "milestones:brief" },
    { kind: "heading", level: 1, text: ["尚未掌握情况"] },
    { kind: "block", name: "unknown" },
    { kind: "block", name: "unknown:brief" },
    { kind: "heading", level: 1, text: ["口径说明与数据来源"] },
    { kind: "block", name: "scopes" },
    { kind: "block", name: "sources" },
    { kind: "block", name: "rules" },
  ],
};

/** The period of another month of the plan's year. */
export function month(number: number): Period {
  return makePeriod(2023, number);
}
