import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { trendOf } from "../../pipeline/assess/trend.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, month, observation, RULES } from "./assess-fixture.ts";
import { rates, series } from "./series-fixture.ts";

function trend(asked: Target, known: readonly KnownObservation[], change: Partial<Indicator> = {}, at = 6) {
  const one = indicator(change);
  const context = { indicator: one, period: month(at), observations: known, rules: RULES };
  return trendOf(assessTarget(asked, context), one, known);
}

function told(found: ReturnType<typeof trend>) {
  return found?.points.map(({ period, value }) => [period, value]);
}

const GROWTH = growing(">=", "9", { scope: "限额以上", comparableScopes: [""] });

describe("trendOf(assessment, indicator, known)", () => {
  it("follows the year and the one before, up to the period", () => {
    const known = rates({ 2021: { 5: "1" }, 2022: { 5: "2", 6: "3", 12: "4" }, 2023: { 5: "5", 6: "6", 7: "7" } });
    expect(told(trend(growing(">=", "9"), known))).toEqual([
      ["2022-05", "2"],
      ["2022-06", "3"],
      ["2022-12", "4"],
      ["2023-05", "5"],
      ["2023-06", "6"],
    ]);
  });

  it("has no January where the first release is 1—2月", () => {
    const known = rates({ 2022: { 1: "1", 2: "2" }, 2023: { 1: "3", 2: "4", 3: "5" } });
    expect(told(trend(growing(">=", "9"), known, { firstMonth: 2 }, 3))).toEqual([
      ["2022-02", "2"],
      ["2023-02", "4"],
      ["2023-03", "5"],
    ]);
  });

  it("has only the months of a quarterly indicator", () => {
    const known = rates({ 2023: { 1: "1", 2: "2", 3: "3", 5: "5", 6: "6" } });
    expect(told(trend(growing(">=", "9"), known, { cadence: "quarterly" }))).toEqual([
      ["2023-03", "3"],
      ["2023-06", "6"],
    ]);
  });

  it("never takes a month or a quarter for a cumulative figure", () => {
    const known = [
      ...series({ 2023: { 6: "60" } }),
      ...series({ 2023: { 4: "4" } }, { span: "month", sheet: "M" }),
      ...series({ 2023: { 3: "3" } }, { span: "quarter", sheet: "Q" }),
    ];
    expect(told(trend(asking(">=", "100"), known))).toEqual([["2023-06", "60"]]);
  });

  it("takes the whole year for its December", () => {
    const known = [
      ...series({ 2022: { 12: "90" } }, { span: "year" }),
      ...series({ 2023: { 6: "60" } }, { sheet: "T" }),
    ];
    expect(told(trend(asking(">=", "100"), known))).toEqual([
      ["2022-12", "90"],
      ["2023-06", "60"],
    ]);
  });

  it("stays in the 口径 of the actual, and tells the months of another as gaps", () => {
    const known = [
      ...rates({ 2022: { 6: "1" }, 2023: { 4: "4" } }),
      ...rates({ 2023: { 5: "5", 6: "6" } }, { scope: "限额以上", sheet: "L" }),
    ];
    const found = trend(GROWTH, known);
    expect(found?.scope).toBe("限额以上");
    expect(told(found)).toEqual([
      ["2023-05", "5"],
      ["2023-06", "6"],
    ]);
    expect(found?.gaps).toEqual([
      { period: "2022-06", cause: "other-scope" },
      { period: "2023-04", cause: "other-scope" },
    ]);
  });

  it("takes the 口径 of the latest reading where the period has no actual", () => {
    const known = [
      ...rates({ 2023: { 3: "3" } }, { scope: "限额以上", sheet: "L" }),
      ...rates({ 2023: { 4: "4" } }),
      ...rates({ 2022: { 12: "9" } }, { scope: "限额以上", sheet: "L" }),
    ];
    const found = trend(GROWTH, known);
    expect(found?.scope).toBeNull();
    expect(told(found)).toEqual([["2023-04", "4"]]);
  });

  it.each([
    [
      "conflicting",
      [observation({ value: "50", period: month(5) }), observation({ value: "51", period: month(5), cell: "B3" })],
    ],
    ["not-usable", [observation({ value: "50", period: month(5), unit: "亿元" })]],
    ["not-usable", [observation({ value: "999999", period: month(5) })]],
  ] as const)("leaves a month out that is %s", (cause, of) => {
    const found = trend(asking(">=", "100"), [...series({ 2023: { 6: "60" } }), ...of]);
    expect(told(found)).toEqual([["2023-06", "60"]]);
    expect(found?.gaps).toEqual([{ period: "2023-05", cause }]);
  });

  it("has the amounts beside a goal of growth only in the same 口径", () => {
    const known = [
      ...rates({ 2023: { 5: "5", 6: "6" } }),
      ...series({ 2023: { 5: "50" } }),
      ...series({ 2023: { 6: "60" } }, { scope: "不含农户", sheet: "N" }),
    ];
    expect(trend(growing(">=", "9"), known)?.amounts.map(({ value }) => value)).toEqual(["50"]);
    expect(trend(asking(">=", "100"), known)?.amounts).toEqual([]);
  });

  it("has nothing where nothing of the year is known", () => {
    expect(trend(asking(">=", "100"), series({ 2022: { 6: "60", 12: "100" } }))).toBeNull();
  });

  it("is the same for any order, and each point is what its observations say at its month", () => {
    const known = [
      ...rates({ 2022: { 3: "1", 6: "2" }, 2023: { 2: "3", 3: "4", 5: "5", 6: "6" } }),
      ...rates({ 2023: { 3: "4.5", 5: "5" } }, { sheet: "Z", vintage: "2024-02-01" }),
      ...rates({ 2023: { 4: "9" } }, { illustrative: true, sheet: "D" }),
      ...rates({ 2023: { 4: "8" } }, { scope: "限额以上", sheet: "L" }),
      ...series({ 2023: { 5: "50", 6: "60" } }),
    ];
    const expected = trend(growing(">=", "9", { comparableScopes: ["限额以上"] }), known);
    expect(expected?.points.length).toBe(7);
    const shuffled = fc.shuffledSubarray([...known], { minLength: known.length, maxLength: known.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        const found = trend(growing(">=", "9", { comparableScopes: ["限额以上"] }), order);
        expect(found).toEqual(expected);
        for (const { period, value, observations } of found?.points ?? []) {
          expect(observations.length).toBeGreaterThan(0);
          for (const one of observations) expect(one).toMatchObject({ period, value, span: "ytd", quantity: "yoy" });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("asks about last year only in the months of this indicator's releases", () => {
    const found = trend(growing(">=", "9"), rates({ 2022: { 1: "1" }, 2023: { 6: "6" } }), { firstMonth: 2 });
    expect(found?.points.map(({ period }) => period)).toEqual([makePeriod(2023, 6)]);
  });
});
