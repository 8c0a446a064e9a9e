import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Bureau } from "../../pipeline/model/bureau.ts";
import { periodBefore } from "../../pipeline/model/edition-kind.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Target } from "../../pipeline/model/target.ts";
import type { EditionInput } from "../../pipeline/report/edition/input.ts";
import { RULES as MILESTONE_RULES } from "../assess/milestone-fixture.ts";
import {
  CITY,
  code,
  indicatorFixture,
  JUNE,
  judgedFixture,
  observationFixture,
  planFixture,
  REGIONS,
  RULES,
  TEMPLATE,
  targetFixture,
  unknownFixture,
} from "./edition-input-fixture.ts";
import { rankingsFixture } from "./rankings-fixture.ts";
import { shippedPhrases, shippedWorkbook } from "./shipped-templates.ts";

const INDICATORS: readonly Indicator[] = [
  indicatorFixture({ code: code("gross-domestic-product"), name: "地区生产总值", price: "real", cadence: "quarterly" }),
  indicatorFixture({ price: "real" }),
  indicatorFixture({
    code: code("fixed-asset-investment"),
    name: "固定资产投资",
    aliases: [
      { text: "限额以上固定资产投资", scope: "限额以上" },
      { text: "固定资产投资", scope: null },
    ],
  }),
  indicatorFixture({ code: code("budget-revenue"), name: "一般公共预算收入", price: "nominal" }),
  indicatorFixture({ code: code("new-jobs"), name: "城镇新增就业", unit: "万人", decimals: 4 }),
  indicatorFixture({ code: code("unemployment"), name: "城镇登记失业率", unit: "%", nature: "rate" }),
  indicatorFixture({ code: code("grain"), name: "粮食产量", unit: "亿斤", cadence: "annual", judgedFrom: 10 }),
  indicatorFixture({ code: code("cattle"), name: "牛存栏", unit: "万头", nature: "stock" }),
];

const BUREAUS: readonly Bureau[] = [
  { code: "statistics", name: "通辽市统计局", shortName: "市统计局", aliases: [] },
  { code: "finance", name: "通辽市财政局", shortName: "市财政局", aliases: [] },
  { code: "labour", name: "通辽市人力资源和社会保障局", shortName: "市人社局", aliases: [] },
];

function goal(id: string, name: string, indicator: string | null, change: Partial<Target> = {}): Target {
  const start = Number(id.slice(-3)) * 10;
  const text = change.source?.text ?? `${name}增长${change.low ?? change.high ?? ""}${change.unit ?? "%"}`;
  return targetFixture({
    ...{ id, name, indicator: indicator === null ? null : code(indicator) },
    ...change,
    source: { text, start, end: start + text.length },
  });
}

const GDP = goal("2023-001", "地区生产总值", "gross-domestic-product", { op: "~", low: "7", high: "7" });
const INDUSTRY = goal("2023-002", "规模以上工业增加值", "industrial-value-added", { low: "9" });
const INVESTMENT = goal("2023-003", "限额以上固定资产投资", "fixed-asset-investment", {
  low: "30",
  scope: "限额以上",
  comparableScopes: [""],
});
const REVENUE = goal("2023-004", "一般公共预算收入", "budget-revenue", { low: "7", bureau: "finance" });
const JOBS = goal("2023-005", "城镇新增就业", "new-jobs", {
  ...{ quantity: "value", basis: "flow", low: "1.2", unit: "万人", bureau: "labour", bureauIsOurReading: true },
});
const UNEMPLOYMENT = goal("2023-006", "城镇登记失业率", "unemployment", {
  ...{ quantity: "value", basis: "keep", op: "<=", low: null, high: "5" },
});
const GRAIN = goal("2023-007", "粮食产量", "grain", {
  ...{ chapter: 1, quantity: "value", basis: "flow", low: "180", unit: "亿斤", note: "文中与另一处重复" },
});
const CATTLE = goal("2023-008", "牛存栏", "cattle", {
  ...{ chapter: 1, quantity: "value", basis: "attain", low: "370", unit: "万头", headline: false },
});
const QUOTA = goal("2023-009", "能耗强度", null, {
  ...{ chapter: 2, basis: "quota", op: "<=", low: null, high: null, unit: "%", headline: false },
});
const LOANS = goal("2023-010", "各项贷款余额", null, { chapter: 2, low: "10", headline: false });

const FILE = { file: "市财政局2023年6月收支.xls", sha256: "cd".repeat(32), bureau: "finance", vintage: "2023-07-10" };

/** Ten targets at 2023-06: every light, converted units, another 口径, nothing true and nothing illustrative. */
export function assessmentsOfJune(): readonly Assessment[] {
  return [
    judgedFixture(GDP, "5.2", {
      gap: "-1.8",
      verdict: "严重滞后",
      light: "red",
      reasons: [{ code: "outside-tolerance", text: "累计增长5.2%" }],
    }),
    judgedFixture(INDUSTRY, "-3.2", {
      gap: "-12.2",
      verdict: "严重滞后",
      light: "red",
      reasons: [{ code: "negative-growth", text: "累计下降3.2%" }],
    }),
    judgedFixture(
      INVESTMENT,
      "24.3",
      {
        ...{ gap: "-5.7", verdict: "严重滞后", light: "red" },
        reasons: [
          { code: "scope-differs", text: "计划口径为“限额以上”，公布数口径未注明，两者口径不同，评价仅供参考" },
        ],
      },
      { label: "固定资产投资" },
    ),
    judgedFixture(REVENUE, "9", { gap: "2", verdict: "达序时", light: "green" }, { ...FILE, decimals: 0 }),
    judgedFixture(
      JOBS,
      "0.4806",
      {
        ...{ completion: "40.05", expected: "50", gap: "-9.95", required: "0.7194" },
        ...{ verdict: "严重滞后", light: "red" },
      },
      { value: "4806", unit: "人", decimals: 0, file: "就业,6月.csv", sha256: "ef".repeat(32), bureau: "labour" },
    ),
    judgedFixture(UNEMPLOYMENT, "3.89", { gap: "1.11", verdict: "达序时", light: "green" }),
    unknownFixture(GRAIN, {
      verdict: "未到期",
      reasons: [{ code: "not-due", text: "该指标按年发布，全年数发布前不作评价" }],
    }),
    judgedFixture(CATTLE, "360", {
      ...{ gap: "-10", completion: "97.2972972972972972972972972972972972972973", verdict: "滞后", light: "yellow" },
    }),
    unknownFixture(QUOTA, { verdict: "待上级下达", reasons: [{ code: "quota-pending", text: "目标数由上级下达" }] }),
    unknownFixture(LOANS),
  ];
}

/** What the counties reported: growth of industry with a tie and two holes, amounts of GDP with one in 万元. */
export function regionalOfJune(): readonly KnownObservation[] {
  const rates: readonly (readonly [string, string | null])[] = [
    [CITY, "-3.2"],
    ["150502", "8.1"],
    ["150581", "7.0"],
    ["150523", "7.0"],
    ["150521", "-1.5"],
    ["150522", "0.0"],
    ["150525", "9.4"],
    ["150571", "12.0"],
    ["150524", null],
  ];
  const regionSheet = { sheet: "分旗县", file: "分旗县市区2023年6月.xlsx", sha256: "12".repeat(32) };
  const industry = rates.map(([region, value], index) =>
    observationFixture({ ...regionSheet, region, value, cell: `D${index + 5}` }),
  );
  const gdp = { indicator: code("gross-domestic-product"), quantity: "value" as const, ...regionSheet };
  return [
    ...industry,
    observationFixture({ ...gdp, region: CITY, value: "801.25", unit: "亿元", cell: "B5" }),
    observationFixture({ ...gdp, region: "150502", value: "2034567", unit: "万元", cell: "B6" }),
    observationFixture({ ...gdp, region: "150581", value: "152.3", unit: "亿元", cell: "B7" }),
  ];
}

/** Everything that the edition of 2023-06 is made of. */
export function juneInput(change: Partial<EditionInput> = {}): EditionInput {
  const assessments = change.assessments ?? assessmentsOfJune();
  const regional = change.regional ?? regionalOfJune();
  return {
    kind: "monthly",
    contributor: null,
    notes: null,
    period: JUNE,
    comparedWith: periodBefore(change.kind ?? "monthly", change.period ?? JUNE),
    region: REGIONS[0] as EditionInput["region"],
    regions: REGIONS,
    plan: planFixture(
      assessments.map(({ target }) => target),
      {
        milestones: [1, 2, 3].map((number) => ({
          id: `2023-m00${number}`,
          chapter: 1,
          project: null,
          task: "某项目",
          action: "开工",
          due: null,
          bureau: null,
          bureauIsOurReading: false,
          note: null,
          source: { text: "开工某项目", start: 0, end: 5 },
        })),
      },
    ),
    assessments,
    milestones: [],
    milestoneTotals: { startRateYear: null, startRateToDate: null, investment: null },
    otherProjects: [],
    indicators: INDICATORS,
    bureaus: BUREAUS,
    regional,
    ...{ reporting: [], issues: [], sources: [], issuer: "通辽市发展和改革委员会" },
    rules: RULES,
    milestoneRules: MILESTONE_RULES,
    asOf: null,
    rankings: rankingsFixture(assessments, regional, { indicators: INDICATORS }),
    ...{ changes: [], trends: [], series: [], vintages: [] },
    template: TEMPLATE,
    workbook: shippedWorkbook(),
    phrases: shippedPhrases(),
    ...change,
  };
}

/** The same with every observation marked as 演示数据. */
export function illustrativeJune(): EditionInput {
  const mark = (o: KnownObservation): KnownObservation => ({ ...o, illustrative: true });
  const assessments = assessmentsOfJune().map((one) => ({ ...one, observations: one.observations.map(mark) }));
  return juneInput({ assessments, regional: regionalOfJune().map(mark) });
}

/** Twenty more targets of chapter 2 that lag, each a little less than the one before; the last five are yellow. */
export function laggingTargetsOfJune(): readonly Assessment[] {
  return Array.from({ length: 20 }, (_unused, index) => {
    const target = goal(
      `2023-${100 + index}`,
      `某类投资${"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[index]}`,
      "other",
      {
        ...{ chapter: 2, low: "30", headline: false },
      },
    );
    const light = index < 15 ? "red" : "yellow";
    return judgedFixture(target, String(index), {
      gap: String(index - 30),
      light,
      verdict: index < 15 ? "严重滞后" : "滞后",
    });
  });
}
