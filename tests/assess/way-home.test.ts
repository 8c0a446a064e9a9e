import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, dividedBy, plus, roundHalfUp, times } from "../../pipeline/model/decimal.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, judge, month, observation, target } from "./assess-fixture.ts";
import { judgeSeries, offBy, series, type Values } from "./series-fixture.ts";

const LAST: Values = { 2022: { 6: "50", 12: "90" } };

describe("wayHomeOf(case, known) of what adds up", () => {
  it("says what is to come, its average and its growth on last year's same months", () => {
    const { wayHome } = judgeSeries(target(), series({ ...LAST, 2023: { 6: "55" } }));
    expect(wayHome).toMatchObject({
      ...{ months: 6, rest: { count: "6", unit: "个月" }, amount: "45", each: "7.5", unit: "个", growth: "12.5" },
      ...{ weight: null, best: null, chance: "有困难" },
    });
    expect(wayHome?.text).toBe("测算：后6个月完成年度目标还需45个、月均7.5个，需同比增长12.5%以上，实现目标有困难");
    expect(wayHome?.steps.map(({ formula }) => formula)).toEqual(["100−55", "(100−55)÷6", "(100−55)÷(90−50)×100−100"]);
    expect(wayHome?.observations.map(({ period }) => period)).toEqual(["2022-06", "2022-12"]);
  });

  it("holds it against the best that the same months ever did", () => {
    const history = { 2019: { 6: "40", 12: "60" }, 2020: { 6: "40", 12: "62" }, 2021: { 6: "40", 12: "70" }, ...LAST };
    const at = (actual: string) => judgeSeries(target(), series({ ...history, 2023: { 6: actual } })).wayHome;
    // the rests grew 10, 36.4 and 33.3 %; 60 needs 0 % and 45 needs 12.5 %
    expect(at("60")).toMatchObject({ growth: "0", chance: "确保", best: { year: 2021 } });
    expect(at("55")).toMatchObject({ chance: "有困难" });
    expect(at("44")).toMatchObject({ growth: "40", chance: "难以" });
    expect(at("44")?.text).toContain("历年同期最高为2021年的增长36.4%，难以实现目标");
  });

  it.each<[string, string, Values, number, string | null]>([
    ["nothing is known", "55", {}, 6, "有望"],
    ["nothing is known and little is there", "45", {}, 6, "有困难"],
    ["last year's rest was nothing", "45", { 2022: { 6: "90", 12: "90" } }, 6, "有困难"],
    ["last year's rest was a loss", "45", { 2022: { 6: "90", 12: "80" } }, 6, "有困难"],
    ["last year has a gap", "45", { 2022: { 12: "80" } }, 6, "有困难"],
    ["the year before last is all there is", "45", { 2021: { 6: "50", 12: "80" } }, 6, "有困难"],
  ])("goes by the average where %s", (_, actual, history, at, chance) => {
    const { wayHome } = judgeSeries(target(), series({ ...history, 2023: { [at]: actual } }), { at });
    expect(wayHome).toMatchObject({ growth: null, best: null, chance });
  });

  it.each<[string, Values, string, string]>([
    ["0.5999", { 2023: { 5: "0.6" } }, "达序时", "有望"], // green by what rounding hides
    ["0.5993", { 2023: { 5: "0.6" } }, "滞后", "有困难"],
    ["0.5999", { 2022: { 6: "0.5", 12: "1" }, 2023: { 5: "0.6" } }, "达序时", "有望"],
    ["0.5999", { 2022: { 6: "0.6", 12: "1" }, 2023: { 5: "0.6" } }, "达序时", "有困难"], // last year had less to come
  ])("does not call hard what rounding keeps green: %s of 1.2 after %j", (actual, history, verdict, chance) => {
    const values = { ...history, 2023: { ...history[2023], 6: actual } };
    const judged = judgeSeries(asking(">=", "1.2"), series(values));
    expect([judged.verdict, judged.wayHome?.chance]).toEqual([verdict, chance]);
  });

  it("tells what a 左右 still takes for met", () => {
    const at = (actual: string) => judgeSeries(asking("~", "100"), series({ 2023: { 6: actual } })).wayHome;
    expect(at("49.5")).toMatchObject({ amount: "50.5", chance: "有望" });
    expect(at("49.5")?.text).toMatch(/，基本达到则还需48\.5个，有望基本达到目标$/);
    expect(at("48.5")?.text).toMatch(/，基本达到则还需49\.5个，基本达到目标有困难$/);
    expect(at("99")?.text).toMatch(/，能够确保基本达到目标$/);
  });

  it("says no chance before pace means anything", () => {
    expect(judge(target(), "5", { at: 6, judgedFrom: 10 }).wayHome).toMatchObject({ amount: "95", chance: null });
  });

  it("is certain once the goal is reached", () => {
    const { wayHome } = judgeSeries(target(), series({ ...LAST, 2023: { 6: "120" } }));
    expect(wayHome).toMatchObject({ amount: "0", each: "0", growth: null, chance: "确保" });
    expect(wayHome?.text).toBe("测算：年度目标已经达到，后6个月不再需要增量");
    expect(judge(asking(">", "100"), "100", { at: 6 }).wayHome?.text).toContain("已与年度目标持平，后6个月有增量即可");
  });

  it.each<[Partial<Indicator>, number, Partial<Target>, string]>([
    [{ cadence: "quarterly", firstMonth: 3 }, 6, {}, "后2个季度完成年度目标还需40个、季均20.0个"],
    [{ cadence: "half-yearly", firstMonth: 6 }, 6, {}, "下半年完成年度目标还需40个，"],
    [{}, 11, {}, "后1个月完成年度目标还需40个，"],
    [{}, 6, { due: month(9) }, "后3个月完成目标还需40个、月均13.3个"],
    [{}, 6, { low: "60.3" }, "后6个月完成年度目标还需0.3个、月均0.05个"], // six times 0.1 would be twice as much
    [{}, 6, { low: "60.14" }, "后6个月完成年度目标还需0.14个、月均0.023个"], // six times 0.02 would miss it
  ])("counts what is left as the figures come: %o in month %i", (cadence, at, change, text) => {
    expect(judge(target(change), "60", { at, ...cadence }).wayHome?.text).toContain(text);
  });

  it("says what a cap still allows", () => {
    const cap = asking("<=", "100", { basis: "keep", unit: "亿元" });
    const { wayHome } = judgeSeries(cap, series({ ...LAST, 2023: { 6: "64" } }, { unit: "亿元" }));
    expect(wayHome).toMatchObject({ amount: "36", each: "6", growth: "-10", chance: "有困难" });
    expect(wayHome?.text).toContain("后6个月最多还可增加36亿元、月均6.0亿元，需同比下降10.0%以上");
    expect(judge(cap, "101", { at: 6 }).wayHome).toBeNull();
  });

  it("adds up: what is there and what is still to come are the goal, and the growth needed brings just that", () => {
    const digits = fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    const base = fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    const goals = fc.integer({ min: 2000, max: 99_999 }).map((n) => (n / 100).toFixed(2)); // others are plausible beside it
    fc.assert(
      fc.property(digits, goals, digits, base, fc.integer({ min: 1, max: 11 }), (actual, goal, sofar, rest, at) => {
        const values = { 2022: { [at]: sofar, 12: plus(sofar, rest) }, 2023: { [at]: actual } };
        const { wayHome } = judgeSeries(asking(">=", goal), series(values), { at });
        if (compare(actual, goal) >= 0) expect(wayHome).toMatchObject({ amount: "0", chance: "确保" });
        else {
          expect(compare(plus(actual, wayHome?.amount ?? "x"), goal)).toBe(0);
          const brought = dividedBy(times(rest, plus("100", wayHome?.growth ?? "x")), "100");
          expect(roundHalfUp(plus(actual, brought), 20)).toBe(roundHalfUp(goal, 20));
        }
        for (const step of wayHome?.steps ?? []) expect(offBy(step)).toBeLessThan(1e-6);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("wayHomeOf(case, known) of levels", () => {
  it.each<[string, Target, string, Partial<Indicator>, string]>([
    [
      "a rate",
      asking(">=", "60", { basis: "attain", unit: "%" }),
      "54.6",
      { nature: "rate" },
      "测算：距年度目标还差5.4个百分点，后6个月月均需提高0.9个百分点",
    ],
    [
      "a stock",
      asking(">=", "370", { basis: "attain", unit: "万头" }),
      "340",
      { nature: "stock", cadence: "quarterly", firstMonth: 3 },
      "测算：距年度目标还差30万头，后2个季度季均需增加15.0万头",
    ],
    [
      "a cap to come down to",
      asking("<=", "5", { basis: "keep", unit: "%" }),
      "5.6",
      { nature: "rate" },
      "测算：距年度控制目标还差0.6个百分点，后6个月月均需降低0.1个百分点",
    ],
    [
      "a rate that is near",
      asking(">=", "60", { basis: "attain", unit: "%" }),
      "59.7",
      { nature: "rate" },
      "测算：距年度目标还差0.3个百分点，后6个月月均需提高0.05个百分点",
    ],
    [
      "a goal of a later year",
      asking(">=", "60", { basis: "attain", unit: "%", due: makePeriod(2025, 12) }),
      "55",
      { nature: "rate" },
      "测算：距目标还差5.0个百分点，剩余30个月年均需提高2.0个百分点",
    ],
  ])("tells the distance of %s", (_, asked, value, change, text) => {
    const { unit } = asked;
    const { wayHome } = judgeSeries(asked, [observation({ value, unit, span: "instant", period: month(6) })], change);
    expect(wayHome).toMatchObject({ text, chance: null, growth: null });
    for (const step of wayHome?.steps ?? []) expect(offBy(step)).toBeLessThan(1e-6);
  });

  it("gives no average of a rate that is cumulative itself", () => {
    const { wayHome } = judge(asking(">=", "90", { basis: "keep", unit: "%" }), "88.5", { at: 6, nature: "rate" });
    expect(wayHome).toMatchObject({ amount: "1.5", each: null, unit: "百分点" });
    const dust = asking("<", "31", { basis: "keep", unit: "微克/立方米" });
    expect(judge(dust, "33", { at: 6, nature: "rate" }).wayHome).toMatchObject({ amount: "2", each: null });
  });

  it.each<[string, Target, string, Partial<Indicator>]>([
    ["reached", asking(">=", "60", { basis: "attain", unit: "%" }), "61", { nature: "rate" }],
    ["at the number to pass", asking(">", "60", { basis: "attain", unit: "%" }), "60", { nature: "rate" }],
    ["a price", growing("<=", "3"), "2.4", { nature: "index" }],
    ["an event", asking("=", "1", { basis: "event", due: month(9) }), "0", {}],
    ["incidents", asking("<=", "10", { basis: "keep", unit: "起" }), "4", {}],
    ["动态清零", asking("=", "0", { basis: "keep", unit: "户" }), "4", {}],
    ["a flow to a later year", asking(">=", "100", { due: makePeriod(2025, 12) }), "4", {}],
    ["a rank", asking("<=", "3", { basis: "keep", quantity: "rank", unit: "位" }), "4", {}],
  ])("is null for %s", (_, asked, actual, change) => {
    expect(judge(asked, actual, { at: 6, ...change }).wayHome).toBeNull();
  });

  it("is null when no time is left", () => {
    expect(judge(target(), "60").wayHome).toBeNull();
    expect(judge(asking(">=", "60", { basis: "attain", due: month(3) }), "50", { at: 5 }).wayHome).toBeNull();
  });
});
