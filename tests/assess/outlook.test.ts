import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, roundHalfUp, times } from "../../pipeline/model/decimal.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, month, target } from "./assess-fixture.ts";
import { again, judgeSeries, rates, series, type Values } from "./series-fixture.ts";

/** Years up to 2022 of so much each, of which the same share has come by March and June; 2023 up to June. */
function seasonal(wholes: readonly number[], now: number, shares: readonly number[] = []): Values {
  const years = wholes.map((whole, index) => {
    const june = shares[index] ?? 0.4;
    return [2023 - wholes.length + index, { 3: String(whole / 5), 6: String(whole * june), 12: String(whole) }];
  });
  return Object.fromEntries([...years, [2023, { 3: String(now / 2), 6: String(now) }]]);
}

const goal = target({ low: "120" });
const outlook = (values: Values, asked = goal, change: Partial<Indicator> & { at?: number } = {}) =>
  judgeSeries(asked, series(values), change).outlook;

describe("outlookOf(case, history) of amounts", () => {
  it("finds an exact season, and gives an interval nonetheless", () => {
    const found = outlook(seasonal([100, 110, 90, 105, 100], 44));
    expect(found).toMatchObject({ method: "seasonal-share", error: "0", errorUnit: "%", years: 4, unit: "个" });
    expect([found?.low, found?.mid, found?.high].map((value) => roundHalfUp(value ?? "", 6))).toEqual([
      "109.000000",
      "110.000000",
      "111.000000",
    ]);
    expect(found?.text).toBe(
      "测算：预计全年110个（109个～111个），采用历年同期平均占比法，近4个可比年份同期试算的平均误差为0.0%，区间按其中最大误差确定",
    );
  });

  it("takes last year's growth where the season drifts", () => {
    const drifting = outlook(seasonal([100, 100, 100, 100, 100, 100], 50, [0.3, 0.32, 0.34, 0.36, 0.38, 0.4]));
    expect(drifting?.method).toBe("last-year-growth");
  });

  it("follows a trend of growth that goes on", () => {
    const growth = [0, 0.02, 0.04, 0.06, 0.08]; // each year's growth picks up over its months
    const values: Record<number, Record<number, string>> = { 2017: { 3: "20", 6: "40", 12: "100" } };
    for (const [index] of growth.entries()) {
      const year = 2018 + index;
      const last = values[year - 1] ?? {};
      // monthly step of .02 from March to June; damped over six months it adds .02 × 2.951424
      const grown = { 3: 1, 6: 1.06, 12: 1.06 + 0.02 * 2.951424 } as const;
      values[year] = Object.fromEntries(
        Object.entries(grown).map(([at, by]) => [at, (Number(last[Number(at)]) * by).toFixed(8)]),
      );
    }
    values[2023] = { 3: values[2022]?.[3] ?? "", 6: (Number(values[2022]?.[6]) * 1.06).toFixed(8) };
    expect(outlook(values, target({ low: "300" }))?.method).toBe("damped-trend");
  });

  it("widens with the noise, by the largest error of the trials on either side", () => {
    const found = outlook(seasonal([100, 100, 100, 100, 100], 40, [0.4, 0.44, 0.36, 0.4, 0.4]));
    expect(Number(found?.error)).toBeGreaterThan(2);
    const half = (Number(found?.high) - Number(found?.low)) / 2;
    expect(half / Number(found?.mid)).toBeGreaterThanOrEqual(Number(found?.error) / 100);
    expect(compare(found?.low ?? "", found?.mid ?? "")).toBe(-1);
  });

  it("never expects less than is there of what only grows", () => {
    const found = outlook(seasonal([100, 100, 100, 100, 100], 95, [0.9, 0.99, 0.8, 0.95, 0.9]));
    expect(found?.low).toBe("95");
  });

  it.each<[string, Values]>([
    ["no history", { 2023: { 6: "40" } }],
    ["three earlier years, two of which can be tried", seasonal([100, 100, 100], 40)],
    ["gaps that leave two", { ...seasonal([100, 100, 100, 100], 40), 2021: { 12: "100" } }],
    ["years that came to nothing", seasonal([0, 0, 0, 0, 0], 40)],
    ["years of losses", seasonal([-100, -100, -100, -100, -100], 40)],
    ["nothing so far", seasonal([100, 100, 100, 100, 100], 0)],
    ["years as different as can be", seasonal([100, 9, 100, 9, 100], 40, [0.1, 1, 0.1, 1, 0.1])],
  ])("is null with %s", (_, values) => {
    expect(outlook(values)).toBeNull();
  });

  it("is there with four earlier years, three of which can be tried", () => {
    expect(outlook(seasonal([100, 100, 100, 100], 40))?.years).toBe(3);
  });

  it("leaves out a method that this year's months do not allow", () => {
    const values = seasonal([100, 110, 90, 105, 100], 44);
    const { 3: _, ...withoutMarch } = values[2023] ?? {};
    expect(outlook({ ...values, 2023: withoutMarch })).toMatchObject({ method: "seasonal-share", years: 4 });
    const rate = (year: number) => ({ 3: `${year - 2010}`, 6: `${year - 2007}`, 12: `${year - 2007 + 2.951424}` });
    const years = Object.fromEntries([2018, 2019, 2020, 2021, 2022].map((year) => [year, rate(year)]));
    const at = (now: Values[number]) => judgeSeries(growing(">=", "7"), rates({ ...years, 2023: now })).outlook?.method;
    expect(at({ 6: "10" })).toBe("last-year-change");
    expect(at({ 3: "7", 6: "10" })).toBe("last-year-change"); // both are exact: the first of equals
  });

  it("takes no year of another 口径", () => {
    const all = series(seasonal([100, 110, 90, 105, 100], 44));
    const broken = all.map((o) => (o.period < "2021" ? { ...o, scope: "老口径" } : o));
    const asked = target({ low: "120", comparableScopes: ["老口径"] });
    expect(judgeSeries(asked, all).outlook).not.toBeNull();
    expect(judgeSeries(asked, broken).outlook).toBeNull();
  });

  it("takes a revised base as revised", () => {
    const first = series(seasonal([100, 110, 90, 105, 100], 44));
    const revised = series({ 2022: { 3: "30", 6: "60", 12: "150" } }, { vintage: "2024-02-01", sheet: "R" });
    const found = judgeSeries(goal, [...first, ...revised]).outlook;
    expect(found?.observations.filter(({ period }) => period === "2022-12").map(({ value }) => value)).toEqual(["150"]);
  });

  it("never uses what came after the period, of the plan's year or later", () => {
    const now = series(seasonal([100, 110, 90, 105, 100], 44));
    const later = series({ 2023: { 7: "99", 9: "70", 12: "80" }, 2024: { 6: "1", 12: "2" } });
    const [known, prophetic] = [now, [...now, ...later]].map((all) => judgeSeries(goal, all));
    expect(prophetic).toEqual(known);
  });

  it("does not depend on the order, and says 演示数据", () => {
    const shown = series(seasonal([100, 110, 90, 105, 100], 44), { illustrative: true });
    const found = judgeSeries(goal, shown).outlook;
    expect(judgeSeries(goal, [...shown].reverse()).outlook).toEqual(found);
    expect(found?.text).toContain("（含演示数据）");
  });

  it("never is a point, holds its middle, and prints the sum behind it", () => {
    const share = fc.integer({ min: 5, max: 95 }).map((n) => n / 100);
    const five = { minLength: 5, maxLength: 8 };
    const wholes = fc.array(fc.integer({ min: 50, max: 500 }), five);
    fc.assert(
      fc.property(wholes, fc.array(share, five), fc.integer({ min: 1, max: 400 }), (whole, shares, now) => {
        const values = seasonal(
          whole,
          now,
          whole.map((_, index) => shares[index] ?? 0.5),
        );
        const found = outlook(values, target({ low: "200" }));
        if (found === null) return;
        expect(compare(found.low, found.high)).toBe(-1);
        expect(compare(found.low, found.mid)).toBeLessThanOrEqual(0);
        expect(compare(found.mid, found.high)).toBeLessThanOrEqual(0);
        const [step] = found.steps;
        expect(step && again(step) / Number(step.value)).toBeCloseTo(1, 6);
        expect(found.text).toMatch(/^测算：预计全年\d[^-]*（\d[^-]*个～\d[^-]*个），/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("outlookOf(case, history) of rates", () => {
  const rateOutlook = (values: Values, change: Partial<Indicator> = {}, asked: Target = growing(">=", "7")) =>
    judgeSeries(asked, rates(values), change).outlook;

  it("keeps a rate that kept", () => {
    const years = [2018, 2019, 2020, 2021, 2022].map((year) => [year, { 6: "5.0", 12: "5.2" }]);
    const found = rateOutlook({ ...Object.fromEntries(years), 2023: { 6: "6.0" } });
    // last year's change of 0.2 has no error
    expect(found).toMatchObject({
      method: "last-year-change",
      mid: "6.2",
      low: "6.1",
      high: "6.3",
      error: "0",
      years: 4,
    });
  });

  it("tells a span across nothing without a minus", () => {
    const noise = [0.5, -0.5, 0.4, -0.6, 0.3];
    const years = noise.map((change, index) => [2018 + index, { 6: "2.0", 12: (2 + change).toFixed(1) }]);
    const found = rateOutlook({ ...Object.fromEntries(years), 2023: { 6: "0.2" } });
    expect(found).toMatchObject({ method: "unchanged", mid: "0.2", errorUnit: "百分点" });
    expect(found?.text).toContain("预计全年增长0.2%（下降0.4%～增长0.8%），采用保持现值法");
  });

  it.each<[string, Target, Partial<Indicator>]>([
    ["an event", asking("=", "1", { basis: "event", due: month(9) }), {}],
    ["a quota", asking(">=", "1", { basis: "quota" }), {}],
    ["incidents", asking("<=", "90", { basis: "keep", unit: "起" }), {}],
    ["动态清零", asking("=", "0", { basis: "keep" }), {}],
    ["a change", asking(">=", "1", { basis: "attain", quantity: "change" }), {}],
    ["a later year", target({ low: "120", due: makePeriod(2025, 12) }), {}],
    ["a date gone by", target({ low: "120", due: month(3) }), {}],
  ])("is null for %s", (_, asked, change) => {
    const values = series(seasonal([100, 110, 90, 105, 100], 44), { quantity: asked.quantity, unit: asked.unit });
    expect(judgeSeries(asked, values, change).outlook).toBeNull();
  });

  it("keeps to the unit of what is neither rate nor amount", () => {
    const years = [2018, 2019, 2020, 2021, 2022].map((year) => [year, { 6: "22", 12: "24" }]);
    const unit = "微克/立方米";
    const observed = series({ ...Object.fromEntries(years), 2023: { 6: "21" } }, { unit, span: "instant" });
    const found = judgeSeries(asking("<", "28", { basis: "keep", unit }), observed, { nature: "rate" }).outlook;
    expect(found).toMatchObject({ mid: "23", errorUnit: unit });
    expect(times(found?.mid ?? "", "1")).toBe("23");
  });
});
