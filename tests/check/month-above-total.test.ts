import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { asked, type Change, june } from "./june.ts";

const BOTH = ["B2 month-above-total", "C2 month-above-total"];
const county = { region: "150521", unit: "万元" } as const;
const january = { period: makePeriod(2023, 1) } as const;

describe("checkMonthAboveTotal(observations, indicators)", () => {
  it.each<readonly [string, string, string, Change, readonly string[]]>([
    ["month and sum swapped", "52.3", "9.2", {}, BOTH],
    ["a county's row slid left", "120000", "7000", county, BOTH],
    ["as it should be", "9.2", "52.3", {}, []],
    ["the same in January", "9.2", "9.2", january, []],
    ["more in January", "9.4", "9.2", january, BOTH],
    ["January's, rounded less finely", "9.24", "9.2", { ...january, decimals: 1 }, []],
    ["a sum below zero", "9.2", "-52.3", { indicator: "industrial-profit" }, []],
    ["a profit after months of loss", "9.2", "2.3", { indicator: "industrial-profit" }, []],
    ["a stock", "1600", "1500", { indicator: "loans" }, []],
    ["a rate", "92", "90.5", { indicator: "good-air-days", unit: "%" }, []],
  ])("%s: %s and %s", (_, month, sum, change, expected) => {
    expect(
      asked(june("B2", { ...change, span: "month", value: month }), june("C2", { ...change, value: sum })),
    ).toEqual(expected);
  });

  it("compares a month in 万元 with a sum in 亿元, and a quarter with what contains it", () => {
    expect(asked(june("B2", { span: "month", value: "92000", unit: "万元" }), june("C2"))).toEqual([]);
    expect(asked(june("B2", { span: "month", value: "523001", unit: "万元" }), june("C2", { value: "9.2" }))).toEqual(
      BOTH,
    );
    expect(asked(june("B2", { span: "quarter", value: "30" }), june("C2", { value: "20" }))).toEqual(BOTH);
    expect(asked(june("B2", { span: "month", value: "30" }), june("C2", { span: "quarter", value: "20" }))).toEqual(
      BOTH,
    );
  });

  it("keeps places and 口径 apart", () => {
    const month = june("B2", { span: "month", value: "52.3" });
    expect(asked(month, june("C2", { value: "9.2", region: "150521" }))).toEqual([]);
    expect(asked(month, june("C2", { value: "9.2", scope: "市本级" }))).toEqual([]);
  });
});
