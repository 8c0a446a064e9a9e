import { describe, expect, it } from "vitest";
import { checkUnexpectedMonth } from "../../pipeline/check/unexpected-month.ts";
import type { Cadence, Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Span } from "../../pipeline/model/period.ts";

const CODE = "industrial-value-added" as IndicatorCode;

function indicator(cadence: Cadence, firstMonth: number): ReadonlyMap<string, Indicator> {
  const fields = {
    name: "x",
    aliases: [],
    unit: "%",
    decimals: 1,
    nature: "flow",
    price: null,
    judgedFrom: 1,
    lagMonths: 0,
    partOf: null,
    publisher: "x",
    growthOnly: false,
    yearly: null,
  };
  return new Map([[CODE, { ...fields, code: CODE, cadence, firstMonth } as Indicator]]);
}

function observation(month: number, span: Span, value: string | null = "1"): Observation {
  return {
    sheet: "S",
    cell: "B2",
    label: "x",
    path: [],
    indicator: CODE,
    region: "150500",
    period: makePeriod(2023, month),
    span,
    quantity: "value",
    scope: null,
    value,
    unit: "%",
    decimals: 1,
    status: value === null ? "missing" : "normal",
    statusReason: value === null ? "空白" : null,
  };
}

describe("checkUnexpectedMonth(observations, indicators)", () => {
  it.each<[Cadence, number, number, Span, number]>([
    ["monthly", 1, 1, "ytd", 0],
    ["monthly", 2, 1, "ytd", 1],
    ["monthly", 2, 1, "month", 1],
    ["monthly", 2, 2, "ytd", 0], // 1—2月
    ["monthly", 2, 2, "month", 1], // 2月当月 is never published
    ["monthly", 2, 3, "month", 0],
    ["monthly", 2, 1, "instant", 0],
    ["quarterly", 3, 5, "ytd", 1],
    ["quarterly", 3, 6, "ytd", 0],
    ["half-yearly", 6, 3, "ytd", 1],
    ["annual", 12, 11, "ytd", 1],
    ["annual", 12, 12, "ytd", 0],
  ])("%s from month %i: month %i %s gives %i", (cadence, first, month, span, count) => {
    const issues = checkUnexpectedMonth([observation(month, span)], indicator(cadence, first));
    expect(issues.map(({ code, cell }) => [code, cell])).toEqual(Array(count).fill(["unexpected-month", "B2"]));
  });

  it("says nothing of a missing value or an unknown indicator", () => {
    const known = indicator("monthly", 2);
    expect(checkUnexpectedMonth([observation(1, "ytd", null)], known)).toEqual([]);
    expect(checkUnexpectedMonth([{ ...observation(1, "ytd"), indicator: null }], known)).toEqual([]);
  });
});
