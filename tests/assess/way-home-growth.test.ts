import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dividedBy, minus, plus, roundHalfUp, times } from "../../pipeline/model/decimal.ts";
import { asking, growing, month } from "./assess-fixture.ts";
import { judgeSeries, offBy, rates, series } from "./series-fixture.ts";

const REAL = { price: "real", unit: "亿元" } as const;
const NOMINAL = { price: "nominal", unit: "亿元", decimals: 1 } as const;
const AMOUNT = { unit: "亿元" } as const;

describe("wayHomeByGrowth(case, rates, amounts)", () => {
  it("needs 6.4 for 7, with 7.6 by June and half the weight (standards of the field, section 3.2)", () => {
    const { wayHome } = judgeSeries(growing("~", "7"), rates({ 2023: { 6: "7.6" } }), REAL);
    expect(wayHome).toMatchObject({
      growth: "6.4",
      weight: { by: "time", share: "0.5" },
      amount: null,
      chance: "有望",
    });
    expect(wayHome?.steps.map(({ formula }) => formula)).toEqual(["6÷12", "(7−6÷12×7.6)÷(1−6÷12)"]);
    expect(wayHome?.text).toBe(
      "测算：按时间权重估算（上半年按占全年的50.0%计），后6个月只需同比增长6.4%以上，方可实现增长7%的年度目标，有望实现目标",
    );
  });

  it.each([
    ["6.5", "达序时", "有望", "方可实现增长7%的年度目标，基本达到则只需同比增长6.5%以上，有望基本达到目标"],
    ["6.4", "滞后", "有困难", "方可实现增长7%的年度目标，基本达到则需同比增长6.6%以上，基本达到目标有困难"],
    ["7.1", "达序时", "有望", "方可实现增长7%的年度目标，有望实现目标"],
  ])("tells what a 左右 of 7 still takes for met: %s is %s and %s", (actual, verdict, chance, text) => {
    const judged = judgeSeries(growing("~", "7"), rates({ 2023: { 6: actual } }), REAL);
    expect([judged.verdict, judged.wayHome?.chance]).toEqual([verdict, chance]);
    expect(judged.wayHome?.text.endsWith(text)).toBe(true);
  });

  it("weighs by last year's amounts where they are known", () => {
    const last = series({ 2022: { 6: "40", 12: "100" } }, AMOUNT);
    const { wayHome } = judgeSeries(growing(">=", "7"), [...last, ...rates({ 2023: { 6: "7.6" } })], REAL);
    expect(wayHome).toMatchObject({ growth: "6.6", weight: { by: "last-year", share: "0.4" } }); // (7−.4×7.6)÷.6
    expect(wayHome?.text).toContain("按上年结构（上半年占全年的40.0%），后6个月只需同比增长6.6%以上");
    expect(wayHome?.observations).toHaveLength(2);
  });

  it.each([
    ["of another 口径", { scope: "限额以上" }],
    ["without the same month", { period: month(5) }],
  ])("weighs by time where last year's amounts are %s", (_, change) => {
    const last = series({ 2022: { 6: "40", 12: "100" } }, { ...AMOUNT, ...change });
    const { wayHome } = judgeSeries(growing(">=", "7"), [...last, ...rates({ 2023: { 6: "7.6" } })], REAL);
    expect(wayHome?.weight?.by).toBe("time");
  });

  it("goes by amounts where they tell the published growth", () => {
    const amounts = series({ 2022: { 6: "50", 12: "90" }, 2023: { 6: "53.8" } }, AMOUNT);
    const { wayHome } = judgeSeries(growing(">=", "7"), [...amounts, ...rates({ 2023: { 6: "7.6" } })], NOMINAL);
    // T = 96.3, R = 42.5 on 40
    expect(wayHome).toMatchObject({ amount: "42.5", unit: "亿元", growth: "6.25", weight: null, chance: "有望" });
    expect(wayHome?.steps.map(({ formula }) => formula)).toEqual([
      "90×(1+7÷100)−53.8",
      "(90×(1+7÷100)−53.8)÷6",
      "(90×(1+7÷100)−53.8)÷(90−50)×100−100",
    ]);
    expect(wayHome?.text).toContain("按上年基数，后6个月需完成42.5亿元、月均7.1亿元，只需同比增长6.3%以上");
  });

  it.each([
    ["the base was revised", { 2022: { 6: "49", 12: "90" }, 2023: { 6: "53.8" } }, NOMINAL],
    ["growth is at constant prices", { 2022: { 6: "50", 12: "90" }, 2023: { 6: "53.8" } }, REAL],
    ["last year was a loss", { 2022: { 6: "-50", 12: "-90" }, 2023: { 6: "53.8" } }, NOMINAL],
    ["last year's rest was nothing", { 2022: { 6: "50", 12: "50" }, 2023: { 6: "53.8" } }, NOMINAL],
    ["this year's amount is missing", { 2022: { 6: "50", 12: "90" } }, NOMINAL],
  ])("goes by rates where %s", (_, values, nature) => {
    const observed = [...series(values, AMOUNT), ...rates({ 2023: { 6: "7.6" } })];
    expect(judgeSeries(growing(">=", "7"), observed, nature).wayHome).toMatchObject({ amount: null });
  });

  it("has got there where the amounts so far are the whole year's", () => {
    const amounts = series({ 2022: { 9: "50", 12: "60" }, 2023: { 9: "65" } }, AMOUNT);
    const observed = [...amounts, ...rates({ 2023: { 9: "30.0" } })];
    const { wayHome } = judgeSeries(growing(">=", "7"), observed, { ...NOMINAL, at: 9 });
    expect(wayHome).toMatchObject({ amount: "0", growth: null, chance: "确保" });
    const cap = judgeSeries(growing("<=", "7"), observed, { ...NOMINAL, at: 9 });
    expect(cap.wayHome).toBeNull();
  });

  it("holds rates against what earlier years did by the same weights", () => {
    const history = { 2019: { 6: "5", 12: "6" }, 2020: { 6: "2", 12: "4" }, 2021: { 6: "9", 12: "8" } };
    const of = (actual: string) =>
      judgeSeries(growing(">=", "7"), rates({ ...history, 2023: { 6: actual } }), REAL).wayHome;
    expect(of("7.5")).toMatchObject({ growth: "6.5", best: { growth: "7", year: 2021 }, chance: "有望" }); // worst 6
    expect(of("9")).toMatchObject({ growth: "5", chance: "确保" });
    expect(of("4")).toMatchObject({ growth: "10", chance: "难以" });
  });

  it.each([
    ["9", "20", "后6个月需同比下降2.0%以上"],
    ["9", "9", "后6个月同比增速不得高于9.0%"],
  ])("turns round for a cap of %s%% with %s%% so far", (goal, actual, text) => {
    expect(judgeSeries(growing("<=", goal), rates({ 2023: { 6: actual } }), REAL).wayHome?.text).toContain(text);
  });

  it("tells a fall that is allowed without a minus", () => {
    const { wayHome } = judgeSeries(growing(">=", "3"), rates({ 2023: { 6: "9" } }), REAL);
    expect(wayHome?.text).toContain("后6个月同比降幅不超过3.0%即可，方可实现增长3%的年度目标");
  });

  it("is a distance for the growth of a balance", () => {
    const balance = rates({ 2023: { 6: "7.6" } }, { span: "instant" });
    const { wayHome } = judgeSeries(growing(">=", "10"), balance, { nature: "stock" });
    expect(wayHome).toMatchObject({ amount: "2.4", each: "0.4", unit: "百分点", growth: null });
  });

  it("says 演示数据 where last year is that", () => {
    const last = series({ 2022: { 6: "40", 12: "100" } }, { ...AMOUNT, illustrative: true });
    const { wayHome } = judgeSeries(growing(">=", "7"), [...last, ...rates({ 2023: { 6: "7.6" } })], REAL);
    expect(wayHome?.text).toMatch(/^测算.*（含演示数据）$/);
  });

  it("gives the goal back when the growth is plugged in again", () => {
    const rate = fc.integer({ min: -300, max: 300 }).map((n) => (n / 10).toFixed(1));
    const amount = fc.integer({ min: 1, max: 9999 }).map(String);
    const cases = fc.record({
      goal: rate,
      actual: rate,
      at: fc.integer({ min: 1, max: 11 }),
      sofar: amount,
      rest: amount,
    });
    fc.assert(
      fc.property(cases, fc.boolean(), ({ goal, actual, at, sofar, rest }, isKnown) => {
        const last = isKnown ? series({ 2022: { [at]: sofar, 12: plus(sofar, rest) } }, AMOUNT) : [];
        const { wayHome } = judgeSeries(growing(">=", goal), [...last, ...rates({ 2023: { [at]: actual } })], {
          ...REAL,
          at,
        });
        const [part, whole] = isKnown ? [sofar, plus(sofar, rest)] : [String(at), "12"];
        const brought = plus(times(part, actual), times(minus(whole, part), wayHome?.growth ?? "x"));
        expect(roundHalfUp(dividedBy(brought, whole), 20)).toBe(roundHalfUp(goal, 20));
        for (const step of wayHome?.steps ?? []) expect(offBy(step)).toBeLessThan(1e-6);
        expect(wayHome?.text).toMatch(/^测算：[^-]*$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is null for what is not judged", () => {
    expect(judgeSeries(asking(">=", "5", { basis: "quota" }), []).wayHome).toBeNull();
  });
});
