import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Quantity } from "../../pipeline/model/quantity.ts";

function indicator(unit: string): Indicator {
  return {
    ...{ code: "x" as IndicatorCode, name: "x", aliases: [], unit, decimals: 0, nature: "flow", price: null },
    ...{
      cadence: "monthly",
      firstMonth: 1,
      judgedFrom: 1,
      lagMonths: 0,
      partOf: null,
      publisher: "x",
      growthOnly: false,
      yearly: null,
    },
  };
}

function observation(unit: string, quantity: Quantity = "value", cell = "B2"): Observation {
  return {
    ...{ sheet: "S", cell, label: "x", path: [], indicator: "x" as IndicatorCode, region: "150500" },
    ...{
      period: makePeriod(2023, 6),
      span: "ytd",
      quantity,
      scope: null,
      value: quantity === "yoy" ? "6.1" : "18547",
      unit,
      decimals: 0,
    },
    ...{ status: "normal", statusReason: null },
  };
}

describe("checkObservations(observations, indicators)", () => {
  it.each<[string, string, Quantity, boolean]>([
    ["元", "亿元", "value", true], // the sheet's unit line over a row of incomes
    ["亿元", "元", "value", true],
    ["元", "万元", "value", false],
    ["亿元", "万元", "value", false],
    ["万人", "人", "value", false],
    ["元", "%", "yoy", false],
    ["元", "亿元", "change", false],
    ["个", "家", "value", false],
  ])("usual %s, stated %s (%s): asked %s, and what is asked is not used", (usual, stated, quantity, isAsked) => {
    const checked = checkObservations([observation(stated, quantity), observation(usual, quantity, "B3")], {
      indicators: [indicator(usual)],
      regions: [],
    });
    expect(checked.issues.map(({ code, cell }) => [code, cell])).toEqual(isAsked ? [["unlikely-unit", "B2"]] : []);
    expect(checked.observations.map(({ cell }) => cell)).toEqual(isAsked ? ["B3"] : ["B2", "B3"]);
  });
});
