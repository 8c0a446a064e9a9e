import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, judge, month, observation, RULES, target } from "./assess-fixture.ts";

/** The sentences are what an official reads, so here the words themselves are the fact. */
function sentence(asked: Target, actual: string, options: Parameters<typeof judge>[2] = {}): string | undefined {
  return judge(asked, actual, options).reasons[0]?.text;
}

describe("the reason of a judged target", () => {
  const keep = { basis: "keep" } as const;

  it.each<[Target, string, number, string]>([
    [growing(">=", "9"), "0.5", 12, "累计增长0.5%，低于年度目标8.5个百分点"],
    [growing(">=", "7"), "9", 12, "累计增长9.0%，高于年度目标2.0个百分点"],
    [growing(">=", "7"), "7.0", 6, "累计增长7.0%，与年度目标持平"],
    [growing(">=", "7"), "-3", 6, "累计下降3.0%，低于年度目标10.0个百分点"],
    [growing(">=", "7"), "0.0", 6, "与上年同期持平，低于年度目标7.0个百分点"],
    [growing(">=", "7"), "6.95", 6, "累计增长6.95%，低于年度目标0.05个百分点"],
    [
      growing("~", "7"),
      "6.6",
      6,
      "累计增长6.6%，低于年度目标0.4个百分点，在“左右”允许的±0.5个百分点以内，基本达到目标",
    ],
    [growing("~", "7"), "5.2", 12, "累计增长5.2%，低于年度目标1.8个百分点，超出“左右”允许的±0.5个百分点"],
    [growing("<=", "3"), "2.4", 6, "累计增长2.4%，低于年度控制目标0.6个百分点"],
    [growing("range", "6", { low: "6", high: "8" }), "7.2", 6, "累计增长7.2%，在目标区间以内"],
    [target(), "63.2", 6, "完成年度目标的63.2%，快于序时进度13.2个百分点"],
    [target(), "48.96", 6, "完成年度目标的49.0%，慢于序时进度1.0个百分点"],
    [target(), "50", 6, "完成年度目标的50.0%，与序时进度持平"],
    [target(), "49.99", 6, "完成年度目标的50.0%，慢于序时进度0.01个百分点"],
    [asking(">=", "540"), "612", 12, "完成年度目标的113.3%"],
    [asking(">=", "540"), "486", 12, "完成年度目标的90.0%，低于年度目标54个"],
    [target(), "99.97", 12, "完成年度目标的99.97%，低于年度目标0.03个"],
    [target({ due: month(3) }), "99", 3, "完成目标的99.0%，低于目标1个"],
    [asking("~", "100"), "98", 12, "完成年度目标的98.0%，在“左右”允许的±2个以内，基本达到目标"],
    [target({ op: "range", low: "8", high: "10" }), "11", 12, "完成年度目标的137.5%，超出目标区间的上限（10个）1个"],
    [asking(">=", "1.6"), "0.72", 6, "完成年度目标的45.0%，慢于序时进度5.0个百分点"],
    [asking(">=", "1.6"), "0.7199", 6, "完成年度目标的45.0%，慢于序时进度5.01个百分点"],
    [target(), "54.97", 6, "完成年度目标的55.0%，快于序时进度4.97个百分点"],
    [asking(">=", "1.6"), "1.5199", 12, "完成年度目标的94.99%，低于年度目标0.0801个"],
    [
      asking("~", "15", { ...keep, unit: "万口" }),
      "16",
      12,
      "实际为16万口，高于年度目标1万口，超出“左右”允许的±0.3万口",
    ],
    [asking("<=", "5", { ...keep, unit: "%" }), "3.89", 12, "实际为3.89%，低于年度控制目标1.11个百分点"],
    [
      asking("<", "31.4", { ...keep, unit: "微克/立方米" }),
      "32",
      6,
      "实际为32微克/立方米，高于年度控制目标0.6微克/立方米",
    ],
    [asking(">=", "45", { ...keep, unit: "万亩" }), "48", 6, "实际为48万亩，高于年度目标3万亩"],
    [asking(">=", "0", { ...keep, unit: "亿元" }), "-3", 6, "实际为负3亿元，低于年度目标3亿元"],
    [asking("<=", "0", { ...keep, quantity: "change", unit: "亿元" }), "-3", 6, "减少3亿元，低于年度控制目标3亿元"],
    [asking("<=", "0", { ...keep, quantity: "change", unit: "亿元" }), "0", 6, "没有增减，与年度控制目标持平"],
    [asking(">=", "50", { basis: "attain", unit: "%" }), "41", 6, "实际为41.0%，低于年度目标9.0个百分点，尚未达到"],
  ])("%o: %s", (asked, actual, at, text) => {
    expect(sentence(asked, actual, { at })).toBe(text);
  });

  it("tells a level that is shown with fewer digits from the edge that it is beyond", () => {
    const asked = asking(">=", "100", { ...keep, unit: "万亩" });
    const told = (value: string) => {
      const observations = [observation({ value, unit: "万亩", decimals: 0, period: month(6) })];
      const { light, reasons } = assessTarget(asked, {
        ...{ indicator: indicator(), period: month(6), observations, rules: RULES },
      });
      return [light, reasons[0]?.text];
    };
    expect(told("95")).toEqual(["yellow", "实际为95万亩，低于年度目标5万亩"]);
    expect(told("94.96")).toEqual(["red", "实际为95万亩，低于年度目标5.04万亩"]);
  });

  it("says 上涨 of prices and 同比 of balances", () => {
    expect(sentence(growing("<=", "3"), "0.7", { nature: "index" })).toBe("累计上涨0.7%，低于年度控制目标2.3个百分点");
    const balance = observation({ value: "10.2", quantity: "yoy", unit: "%", span: "instant" });
    const context = {
      indicator: indicator({ nature: "stock" }),
      period: month(12),
      observations: [balance],
      rules: RULES,
    };
    expect(assessTarget(growing(">=", "10"), context).reasons[0]?.text).toBe("同比增长10.2%，高于年度目标0.2个百分点");
  });

  it("says from which month a seasonal goal is judged", () => {
    expect(sentence(target(), "8", { at: 5, judgedFrom: 10 })).toBe(
      "完成年度目标的8.0%；该指标年内进度不均衡，10月以前不评价进度",
    );
  });

  it("puts no minus into a sentence", () => {
    for (const asked of [growing(">=", "7"), target(), asking("<=", "5", keep)]) {
      expect(sentence(asked, "-3.7", { at: 6 })).not.toMatch(/[-−]\d|增长-/);
    }
  });
});

describe("the reason of a grey target", () => {
  const text = (asked: Target, at: number, kind: Partial<Indicator> = {}, known: readonly KnownObservation[] = []) =>
    assessTarget(asked, {
      ...{ indicator: indicator(kind), period: month(at), observations: known, rules: RULES },
      isReported: true,
    }).reasons[0]?.text;

  it.each([
    [6, {}, "截至6月应有上半年数，尚未收到"],
    [5, {}, "截至5月应有1—5月数，尚未收到"],
    [5, { cadence: "quarterly" }, "截至3月应有一季度数，尚未收到"],
    [5, { cadence: "annual" }, "该指标按年发布，全年数发布前不作评价"],
    [1, { firstMonth: 2 }, "该指标按月发布，1—2月数发布前不作评价"],
  ] as const)("month %i, %o: %s", (at, kind, expected) => {
    expect(text(target(), at, kind)).toBe(expected);
  });

  it("names the last period known", () => {
    const known = [3, 4].map((at) => observation({ period: month(at) }));
    expect(text(target(), 6, {}, known)).toBe("截至6月应有上半年数，尚未收到；已知最近一期为1—4月");
  });

  it("passes over 演示数据 for what was published, and names it where there is nothing else", () => {
    const shown = observation({ period: month(5), illustrative: true });
    const published = observation({ period: month(3) });
    const due = "截至6月应有上半年数，尚未收到";
    expect(text(target(), 6, {}, [shown, published])).toBe(`${due}；已知最近一期为一季度`);
    expect(text(target(), 6, {}, [shown])).toBe(`${due}；已知最近一期为1—5月（演示数据）`);
    const amount = observation({ period: month(6), illustrative: true });
    expect(text(growing(">=", "7"), 6, {}, [amount])).toContain("该指标已报送（演示数据），但没有同比增速");
  });

  it("says that all that was ever sent is 演示数据", () => {
    const [reason] = assessTarget(target(), {
      ...{ indicator: indicator(), period: month(6), observations: [], rules: RULES },
      ...{ isReported: true, isOnlyIllustrative: true },
    }).reasons;
    expect(reason).toEqual({
      code: "not-published",
      text: "截至6月应有上半年数，尚未收到；该指标此前只收到过演示数据",
    });
  });

  it("says what was sent in place of the figure", () => {
    const due = "截至6月应有上半年数";
    const sent = (change: Partial<KnownObservation>) =>
      observation({ period: month(6), value: null, status: "not-applicable", statusReason: "—", ...change });
    const cases: readonly (readonly [readonly Partial<KnownObservation>[], string])[] = [
      [[{}], "报来的表中是“—”，没有数值"],
      [[{ status: "missing", statusReason: "空白" }], "报来的表中是空白，没有数值"],
      [[{ status: "below-unit", statusReason: "…" }], "报来的表中是“…”（不足本表最小单位），没有数值"],
      [[{ illustrative: true }], "报来的表（演示数据）中是“—”，没有数值"],
      [[{}, { illustrative: true, statusReason: "…", vintage: "2099-01-01" }], "报来的表中是“—”，没有数值"],
      [[{}, { statusReason: "…", vintage: "2099-01-01" }], "报来的表中是“…”，没有数值"],
      [[{}, { statusReason: "…", cell: "B3" }], "报来的表中是“—”、“…”，没有数值"],
      [[{ period: month(5) }], "尚未收到"],
      [[{ quantity: "yoy" }], "尚未收到"],
      [[{ span: "month" }], "尚未收到"],
      [[{ scope: "名义" }], "尚未收到"],
      [[{}, { value: "1", period: month(5), status: "normal" }], "报来的表中是“—”，没有数值；已知最近一期为1—5月"],
    ];
    for (const [known, expected] of cases) {
      expect([known, text(target(), 6, {}, known.map(sent))]).toEqual([known, `${due}，${expected}`]);
    }
  });

  it("does not say that only 演示数据 came before where the sheet itself is such", () => {
    const blank = { period: month(6), value: null, status: "not-applicable", statusReason: "—", illustrative: true };
    const [reason] = assessTarget(target(), {
      ...{ indicator: indicator(), period: month(6), rules: RULES, isReported: true, isOnlyIllustrative: true },
      observations: [observation({ ...blank, status: "not-applicable" })],
    }).reasons;
    expect(reason?.text).toBe("截至6月应有上半年数，报来的表（演示数据）中是“—”，没有数值");
  });

  it("names both 口径 and both units", () => {
    const scoped = [observation({ period: month(6), scope: "名义" })];
    expect(text(target({ scope: "实际" }), 6, {}, scoped)).toBe("计划口径为“实际”，收到的数口径为“名义”，不可比");
    const weighed = [observation({ period: month(6), unit: "吨" })];
    expect(text(target(), 6, {}, weighed)).toBe("计划单位为个，收到的数单位为吨，不可比");
  });

  it("asks about figures that disagree", () => {
    const two = ["1", "2"].map((value) => observation({ value, period: month(6), file: `${value}.xlsx` }));
    expect(text(target(), 6, {}, two)).toBe(
      "同一个数前后不一致：1个（1.xlsx › S › B2）；2个（2.xlsx › S › B2），请核实后再作评价",
    );
  });

  it("says when an event is due", () => {
    expect(text(target({ basis: "event", due: month(3) }), 2)).toBe("应于2023年3月末前完成，尚未到期");
  });
});
