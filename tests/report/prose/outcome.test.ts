import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import type { Target } from "../../../pipeline/model/target.ts";
import { outcome, shortfall } from "../../../pipeline/report/prose/outcome.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { figuresFixture, JUNE, judgedFixture, month, targetFixture } from "../../support/edition-input-fixture.ts";
import { TELL } from "../../support/shipped-tell.ts";

interface Golden {
  readonly target?: Partial<Target>;
  readonly actual: string;
  readonly judged?: Partial<Assessment>;
  readonly outcome: string;
  readonly shortfall?: string;
}

const JOBS = { name: "城镇新增就业", basis: "flow", quantity: "value", low: "1.2", unit: "万人" } as const;
const RATE = { name: "城镇登记失业率", basis: "keep", quantity: "value", op: "<=", low: null, high: "5" } as const;
const CATTLE = { name: "牛存栏", basis: "attain", quantity: "value", low: "370", unit: "万头" } as const;
const AIR = { name: "空气优良天数比率", basis: "keep", quantity: "value", low: "90.5" } as const;
const SOWS = {
  name: "能繁母猪保有量",
  basis: "keep",
  quantity: "value",
  op: "~",
  low: "15",
  high: "15",
  unit: "万口",
} as const;
const GDP = { name: "地区生产总值", op: "~", low: "7", high: "7" } as const;

const GOLDEN: readonly Golden[] = [
  { actual: "10.5", judged: { gap: "1.5" }, outcome: "规模以上工业增加值同比增长10.5%，高于年度目标1.5个百分点" },
  { actual: "9.0", judged: { gap: "0.0" }, outcome: "规模以上工业增加值同比增长9.0%，与年度目标持平" },
  {
    actual: "0.5",
    judged: { gap: "-8.5" },
    outcome: "规模以上工业增加值同比增长0.5%，低于年度目标8.5个百分点",
    shortfall: "规模以上工业增加值同比增长0.5%，低于年度目标8.5个百分点",
  },
  { actual: "-3.2", judged: { gap: "-12.2" }, outcome: "规模以上工业增加值同比下降3.2%，低于年度目标12.2个百分点" },
  { actual: "0.0", judged: { gap: "-9.0" }, outcome: "规模以上工业增加值与上年同期持平，低于年度目标9.0个百分点" },
  { actual: "8.95", judged: { gap: "-0.05" }, outcome: "规模以上工业增加值同比增长8.95%，低于年度目标0.05个百分点" },
  {
    target: GDP,
    actual: "6.8",
    judged: { gap: "-0.2", reasons: [{ code: "within-tolerance", text: "" }] },
    outcome: "地区生产总值同比增长6.8%，基本达到年度目标（7%左右）",
  },
  { target: GDP, actual: "5.2", judged: { gap: "-1.8" }, outcome: "地区生产总值同比增长5.2%，低于年度目标1.8个百分点" },
  { target: GDP, actual: "7.3", judged: { gap: "0.3" }, outcome: "地区生产总值同比增长7.3%，高于年度目标0.3个百分点" },
  {
    target: { ...GDP, due: month(6) },
    actual: "7.3",
    judged: { gap: "0.3" },
    outcome: "地区生产总值同比增长7.3%，高于目标0.3个百分点",
  },
  {
    target: JOBS,
    actual: "0.75",
    judged: { completion: "62.5", expected: "50", gap: "12.5", required: "0.45" },
    outcome: "城镇新增就业0.75万人，完成年度目标的62.5%，快于序时进度12.5个百分点",
  },
  {
    target: JOBS,
    actual: "0.48",
    judged: { completion: "40", expected: "50", gap: "-10", required: "0.72" },
    outcome: "城镇新增就业0.48万人，完成年度目标的40.0%，慢于序时进度10.0个百分点",
    shortfall: "城镇新增就业完成年度目标的40.0%，慢于序时进度10.0个百分点，后6个月需完成0.72万人（测算）",
  },
  {
    target: JOBS,
    actual: "0.6",
    judged: { completion: "50", expected: "50", gap: "0", required: "0.6" },
    outcome: "城镇新增就业0.6万人，完成年度目标的50.0%，与序时进度持平",
  },
  {
    target: { name: "重点项目", basis: "flow", quantity: "value", low: "540", unit: "个" },
    actual: "612",
    judged: {
      completion: "113.3333333333333333333333333333333333333333",
      gap: "13.3333333333333333333333333333333333333333",
    },
    outcome: "重点项目612个，完成年度目标的113.3%",
  },
  {
    target: { name: "粮食产量", basis: "flow", quantity: "value", low: "10000", unit: "万斤" },
    actual: "9999",
    judged: { completion: "99.99", gap: "-0.01" },
    outcome: "粮食产量9999万斤，完成年度目标的99.99%",
  },
  {
    target: JOBS,
    actual: "0.3",
    judged: { completion: "25", required: "0.9", reasons: [{ code: "not-judged-yet", text: "" }] },
    outcome: "城镇新增就业0.3万人，完成年度目标的25.0%，尚不评价进度",
  },
  {
    target: { ...JOBS, due: month(3) },
    actual: "0.6",
    judged: { completion: "50", expected: "100", gap: "-50", observedPeriod: month(3) },
    outcome: "一季度城镇新增就业0.6万人，完成目标的50.0%",
  },
  {
    target: RATE,
    actual: "3.89",
    judged: { gap: "1.11", verdict: "达序时" },
    outcome: "6月末城镇登记失业率为3.89%，在5%以内的控制目标之内",
  },
  {
    target: RATE,
    actual: "5.4",
    judged: { gap: "-0.4", verdict: "突破上限" },
    outcome: "6月末城镇登记失业率为5.4%，超出控制目标（5%以内）0.4个百分点",
    shortfall: "城镇登记失业率为5.4%，超出控制目标（5%以内）0.4个百分点",
  },
  {
    target: { ...RATE, name: "细颗粒物浓度", op: "<", high: "31.4", unit: "微克/立方米" },
    actual: "31.4",
    judged: { gap: "0.0", verdict: "突破上限" },
    outcome: "6月末细颗粒物浓度为31.4微克/立方米，未达到低于31.4微克/立方米的控制目标",
  },
  {
    target: { ...RATE, name: "细颗粒物浓度", op: "<", high: "31.4", unit: "微克/立方米" },
    actual: "33",
    judged: { gap: "-1.6", verdict: "突破上限" },
    outcome: "6月末细颗粒物浓度为33微克/立方米，超出控制目标（低于31.4微克/立方米）1.6微克/立方米",
  },
  {
    target: { ...GDP, name: "单位能耗", op: "<=", low: null, high: "-3.5" },
    actual: "-3.4",
    judged: { gap: "-0.1", verdict: "滞后" },
    outcome: "单位能耗同比下降3.4%，降幅低于年度目标0.1个百分点",
  },
  {
    target: { ...GDP, name: "单位能耗", op: "<=", low: null, high: "-3.5" },
    actual: "0.2",
    judged: { gap: "-3.7", verdict: "严重滞后" },
    outcome: "单位能耗同比增长0.2%，不降反升，与年度目标相差3.7个百分点",
  },
  ...([6, 12] as const).map((at): Golden => {
    const [when, verb] = at === 6 ? ["6月末", "高于"] : ["年末", "超出"];
    return {
      target: { ...RATE, name: "细颗粒物浓度", basis: "attain", op: "<", high: "31.4", unit: "微克/立方米" },
      actual: "33.6",
      judged: { gap: "-2.2", verdict: at === 6 ? "滞后" : "突破上限", observedPeriod: month(at) },
      outcome: `${when}细颗粒物浓度为33.6微克/立方米，${verb}控制目标（低于31.4微克/立方米）2.2微克/立方米`,
    };
  }),
  {
    target: AIR,
    actual: "92.1",
    judged: { gap: "1.6" },
    outcome: "6月末空气优良天数比率为92.1%，高于年度目标1.6个百分点",
  },
  { target: AIR, actual: "90.5", judged: { gap: "0" }, outcome: "6月末空气优良天数比率为90.5%，与年度目标持平" },
  {
    target: AIR,
    actual: "88",
    judged: { gap: "-2.5" },
    outcome: "6月末空气优良天数比率为88.0%，低于年度目标2.5个百分点",
  },
  { target: CATTLE, actual: "385.8", judged: { gap: "15.8" }, outcome: "6月末牛存栏为385.8万头，比年度目标多15.8万头" },
  {
    target: CATTLE,
    actual: "350",
    judged: { gap: "-20", completion: "94.5945945945945945945945945945945945945946" },
    outcome: "6月末牛存栏为350万头，比年度目标少20万头",
    shortfall: "牛存栏为350万头，比年度目标少20万头",
  },
  { target: CATTLE, actual: "370", judged: { gap: "0" }, outcome: "6月末牛存栏为370万头，与年度目标持平" },
  {
    target: { ...CATTLE, due: makePeriod(2025, 12) },
    actual: "350",
    judged: { verdict: "未到期", reasons: [{ code: "not-due", text: "" }] },
    outcome: "6月末牛存栏为350万头，目标期限未到，尚不评价进度",
  },
  {
    target: SOWS,
    actual: "14.8",
    judged: { gap: "-0.2", reasons: [{ code: "within-tolerance", text: "" }] },
    outcome: "6月末能繁母猪保有量为14.8万口，基本达到年度目标（15万口左右）",
  },
  { target: SOWS, actual: "13", judged: { gap: "-2" }, outcome: "6月末能繁母猪保有量为13万口，比年度目标少2万口" },
  {
    target: SOWS,
    actual: "17",
    judged: { gap: "-2", verdict: "突破上限" },
    outcome: "6月末能繁母猪保有量为17万口，比年度目标多2万口",
  },
  {
    target: { ...SOWS, op: "range", low: "8", high: "10", unit: "个", name: "国家卫生县城" },
    actual: "9",
    judged: { gap: "1", verdict: "达序时" },
    outcome: "6月末国家卫生县城为9个，在年度目标8～10个的范围之内",
  },
  {
    target: { ...SOWS, op: "range", low: "8", high: "10", unit: "个", name: "国家卫生县城" },
    actual: "11",
    judged: { gap: "-1", verdict: "突破上限" },
    outcome: "6月末国家卫生县城为11个，比年度目标多1个",
  },
  {
    target: { ...RATE, name: "隐性债务", quantity: "change", high: "0", unit: "亿元" },
    actual: "-3.5",
    judged: { gap: "3.5", verdict: "达序时" },
    outcome: "6月末隐性债务减少3.5亿元，达到只减不增的目标",
  },
  {
    target: { ...RATE, name: "隐性债务", quantity: "change", high: "0", unit: "亿元" },
    actual: "0.3",
    judged: { gap: "-0.3", verdict: "突破上限" },
    outcome: "6月末隐性债务增加0.3亿元，未达到只减不增的目标",
  },
  {
    target: { ...AIR, name: "人口自然增长率", low: "1", unit: "‰" },
    actual: "-3.6",
    judged: { gap: "-4.6", gapUnit: "千分点" },
    outcome: "6月末人口自然增长率为负3.6‰，低于年度目标4.6个千分点",
  },
];

function told({ target, actual, judged }: Golden) {
  const unit = { ...targetFixture(), ...target }.unit;
  const gapUnit = judged?.completion && target?.basis === "flow" ? "百分点" : unit === "%" ? "百分点" : unit;
  return figuresFixture(judgedFixture(targetFixture(target), actual, { gapUnit, ...judged }));
}

describe("outcome(target)", () => {
  it.each(GOLDEN)("$outcome", (golden) => {
    expect(textOf(outcome(told(golden), { period: JUNE, amount: null }, TELL))).toBe(golden.outcome);
  });

  it("names the time where it is another than the paper's", () => {
    const target = targetFixture({ ...GDP });
    const assessment = judgedFixture(target, "6.1", { gap: "-0.9", observedPeriod: month(3) }, { period: month(3) });
    const text = textOf(outcome(figuresFixture(assessment), { period: month(5), amount: null }, TELL));
    expect(text).toBe("一季度地区生产总值同比增长6.1%，低于年度目标0.9个百分点");
  });

  it("says at which prices a real rate stands beside an amount", () => {
    const amount: Figure = {
      id: "amount",
      name: "总量",
      value: "1609",
      unit: "亿元",
      derivation: { kind: "observed", observations: [] },
    };
    const assessment = judgedFixture(targetFixture(GDP), "5.2", { gap: "-1.8" });
    const real = figuresFixture(assessment, { price: "real" });
    expect(textOf(outcome(real, { period: JUNE, amount }, TELL))).toBe(
      "地区生产总值1609亿元，按不变价格计算，同比增长5.2%，低于年度目标1.8个百分点",
    );
    const nominal = figuresFixture(assessment, { price: "nominal" });
    expect(textOf(outcome(nominal, { period: JUNE, amount }, TELL))).toBe(
      "地区生产总值1609亿元，同比增长5.2%，低于年度目标1.8个百分点",
    );
  });

  it("speaks of what was measured where the 口径 differs", () => {
    const target = targetFixture({ name: "限额以上固定资产投资", low: "30", scope: "限额以上" });
    const reasons = [{ code: "scope-differs" as const, text: "口径不同" }];
    const assessment = judgedFixture(target, "24.3", { gap: "-5.7", reasons }, { label: "固定资产投资" });
    const aliases = [
      { text: "限额以上固定资产投资", scope: "限额以上" },
      { text: "固定资产投资", scope: null },
    ];
    const text = textOf(outcome(figuresFixture(assessment, { aliases }), { period: JUNE, amount: null }, TELL));
    expect(text).toBe("固定资产投资（目标为限额以上固定资产投资）同比增长24.3%，低于年度目标5.7个百分点");
  });
});

describe("shortfall(target)", () => {
  it.each(GOLDEN.filter((golden) => golden.shortfall !== undefined))("$shortfall", (golden) => {
    expect(textOf(shortfall(told(golden), TELL))).toBe(golden.shortfall);
  });

  it("says 力争 where it is what keeps the light from red", () => {
    const reasons = [{ code: "striven-for" as const, text: "" }];
    const judged = { completion: "0", expected: "50", gap: "-50", required: "1.2", reasons };
    expect(textOf(shortfall(told({ target: JOBS, actual: "0", judged, outcome: "" }), TELL))).toBe(
      "城镇新增就业（力争目标）完成年度目标的0.0%，慢于序时进度50.0个百分点，后6个月需完成1.2万人（测算）",
    );
  });

  it("speaks of the last month as one", () => {
    const golden = { target: JOBS, actual: "1.0", judged: {} };
    const judged = {
      ...{ completion: "83.3333333333333333333333333333333333333333", required: "0.2", observedPeriod: month(11) },
      ...{
        expected: "91.6666666666666666666666666666666666666667",
        gap: "-8.3333333333333333333333333333333333333334",
      },
    };
    expect(textOf(shortfall(told({ ...golden, judged, outcome: "" }), TELL))).toBe(
      "城镇新增就业完成年度目标的83.3%，慢于序时进度8.3个百分点，最后1个月需完成0.2万人（测算）",
    );
  });
});
