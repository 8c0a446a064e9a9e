import { describe, expect, it } from "vitest";
import type { FarTime } from "../../pipeline/extract/far-time.ts";
import { timeAtStart } from "../../pipeline/extract/period-words.ts";
import { settleTime, type TimeSetting } from "../../pipeline/extract/settle-time.ts";
import { settleUnit, type UnitPlaces } from "../../pipeline/extract/settle-unit.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { VOCABULARY } from "./small-vocabulary.ts";

const NOTHING: FarTime = {
  year: null,
  month: null,
  span: null,
  toDate: false,
  annual: false,
  partOf: null,
  conflict: null,
};
const JUNE: FarTime = { ...NOTHING, year: 2023, month: 6, span: "month" };
const SETTING: TimeSetting = {
  far: JUNE,
  nature: "flow",
  profileSpan: null,
  annual: false,
  hint: null,
  years: new Set([null]),
};

function settle(words: string, setting: Partial<TimeSetting> = {}): string {
  const settled = settleTime(words === "" ? null : (timeAtStart(words)?.time ?? null), { ...SETTING, ...setting });
  return settled.ok ? `${settled.period} ${settled.span}` : settled.problem;
}

describe("settleTime(near, setting)", () => {
  it.each([
    ["本月", "2023-06 month"],
    ["累计", "2023-06 ytd"],
    ["1-5月", "2023-05 ytd"],
    ["5月", "2023-05 month"],
    ["二季度", "2023-06 quarter"],
    ["上年同期累计", "2022-06 ytd"],
    ["截至6月末", "2023-06 ytd"],
    ["6月末", "unclear"],
    ["", "unclear"],
    ["2-5月", "unclear"],
    ["7月", "period-conflict"],
    ["1-12月", "period-conflict"],
    ["2024年1-6月", "period-conflict"],
    ["2022年1-6月", "2022-06 ytd"],
  ])("settles %s of a flow in a title of 2023年6月 as %s", (words, expected) => {
    expect(settle(words)).toBe(expected);
  });

  it.each([
    ["累计", "2023-06 instant"],
    ["本月", "2023-06 instant"],
    ["", "2023-06 instant"],
    ["6月末", "2023-06 instant"],
    ["上年末", "2022-12 instant"],
  ])("settles %s of a stock as %s", (words, expected) => {
    expect(settle(words, { nature: "stock" })).toBe(expected);
  });

  it.each([
    ["6月末", "2023-06 instant"],
    ["1-6月", "2023-06 ytd"],
    ["本月", "2023-06 month"],
    ["", "unclear"],
  ])("settles %s of a rate as %s", (words, expected) => {
    expect(settle(words, { nature: "rate" })).toBe(expected);
  });

  it("takes the title's range, then the profile's span, where the head has none", () => {
    expect(settle("", { far: { ...JUNE, span: "ytd" } })).toBe("2023-06 ytd");
    expect(settle("", { profileSpan: "ytd" })).toBe("2023-06 ytd");
    expect(settle("", { far: { ...JUNE, span: "ytd" }, profileSpan: "month" })).toBe("2023-06 ytd");
  });

  it("takes a bare year as a whole only in a year's head or a year's report", () => {
    const bare: FarTime = { ...NOTHING, year: 2023, span: "whole-year" };
    expect(settle("2023年", { far: NOTHING })).toBe("2023-12 ytd");
    expect(settle("2023年")).toBe("unclear");
    expect(settle("2023年", { far: { ...JUNE, span: "ytd" } })).toBe("2023-06 ytd");
    expect(settle("", { far: bare })).toBe("missing-period");
    expect(settle("", { far: { ...bare, annual: true } })).toBe("2023-12 ytd");
    expect(settle("", { far: bare, annual: true })).toBe("2023-12 ytd");
    expect(settle("累计", { far: { ...bare, annual: true } })).toBe("missing-period");
  });

  it("asks about a year of its own where no other head shows this year", () => {
    expect(settle("2022年1-6月", { years: new Set([2022]) })).toBe("period-conflict");
    expect(settle("2022年1-6月", { years: new Set([2022, 2023]) })).toBe("2022-06 ytd");
  });

  it("uses the hint for what is nowhere said, and only in its own year", () => {
    const hint = makePeriod(2023, 6);
    expect(settle("累计", { far: NOTHING, hint })).toBe("2023-06 ytd");
    expect(settle("累计", { far: { ...NOTHING, year: 2022 }, hint })).toBe("missing-period");
    expect(settle("1-5月", { hint })).toBe("2023-05 ytd");
  });

  it("passes a conflict between the captions on, unless the head has its own month", () => {
    const far: FarTime = { ...JUNE, conflict: { found: "5月", expected: "2023年6月" } };
    expect(settle("累计", { far })).toBe("period-conflict");
    expect(settle("1-6月", { far })).toBe("2023-06 ytd");
  });
});

const NO_PLACES: UnitPlaces = { cell: null, label: [], column: [], row: [], farther: () => [] };

function indicatorOf(code: string): Indicator | undefined {
  return VOCABULARY.indicators.find((indicator) => indicator.code === code);
}

function unitOf(quantity: Parameters<typeof settleUnit>[0], places: Partial<UnitPlaces>, code = "investment"): string {
  const settled = settleUnit(quantity, { ...NO_PLACES, ...places }, indicatorOf(code));
  return settled.ok ? `${settled.quantity} ${settled.unit}` : settled.problem;
}

describe("settleUnit(quantity, places, indicator)", () => {
  it.each<[string, Partial<UnitPlaces>, string]>([
    ["nowhere", {}, "missing-unit"],
    ["in the label before the unit line", { label: ["万元"], farther: () => [["亿元"]] }, "value 万元"],
    ["in the column of units before the head", { row: ["亿元"], column: ["%"] }, "value 亿元"],
    ["in the nearest of the farther places", { farther: () => [[], ["万元"], ["亿元"]] }, "value 万元"],
    ["as one of several that fits", { farther: () => [["万人", "亿元", "%"]] }, "value 亿元"],
    ["as two that fit", { farther: () => [["万元", "亿元"]] }, "missing-unit"],
    ["of another dimension", { row: ["万人"] }, "unit-mismatch"],
    ["in the cell", { cell: "万元", row: ["亿元"] }, "value 万元"],
    ["in label and head, at odds", { label: ["万元"], column: ["亿元"] }, "unit-mismatch"],
  ])("settles a value whose unit stands %s", (_, places, expected) => {
    expect(unitOf("value", places)).toBe(expected);
  });

  it.each<[Parameters<typeof settleUnit>[0], Partial<UnitPlaces>, string, string]>([
    ["yoy", {}, "investment", "yoy %"],
    ["yoy", { column: ["百分点"] }, "unemployment", "change 百分点"],
    ["yoy", { cell: "百分点" }, "unemployment", "change 百分点"],
    ["yoy", {}, "unemployment", "missing-unit"],
    ["yoy", { column: ["%"] }, "unemployment", "yoy %"],
    ["yoy", { column: ["亿元"] }, "investment", "change 亿元"],
    ["share", { column: ["亿元"] }, "investment", "unit-mismatch"],
    [null, { column: ["%"] }, "investment", "yoy %"],
    [null, { column: ["百分点"] }, "investment", "change 百分点"],
    [null, {}, "investment", "missing-unit"],
    ["change", { farther: () => [["亿元"]] }, "investment", "change 亿元"],
    ["change", {}, "unemployment", "change 百分点"],
    ["rank", {}, "investment", "rank 位"],
    ["contribution", { column: ["百分点"] }, "investment", "contribution 百分点"],
    ["index", {}, "cpi", "index 上年同期=100"],
  ])("settles %s with %j of %s as %s", (quantity, places, code, expected) => {
    expect(unitOf(quantity, places, code)).toBe(expected);
  });
});
