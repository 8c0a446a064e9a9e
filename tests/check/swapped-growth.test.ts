import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { asked, type Change, growth, june } from "./june.ts";

const BOTH = ["C2 swapped-growth", "D2 swapped-growth"];
const RETAIL: Change = { indicator: "retail-sales" };

// The yearly amounts of the seeds: revenue 100亿元, retail sales 344.4亿元.
describe("checkSwappedGrowth(observations, indicators, regions)", () => {
  it.each<readonly [string, string, string, Change, readonly string[]]>([
    ["revenue and its growth swapped", "8.1", "52.3", {}, BOTH],
    ["retail sales and their growth swapped", "5.2", "168.4", RETAIL, BOTH],
    ["as they should be", "52.3", "8.1", {}, []],
    ["a year that grew fast", "60.1", "52.3", {}, []],
    ["little, and grown by little", "8.1", "3.2", {}, []],
    ["a growth beyond any amount", "8.1", "152.3", {}, []],
    ["January, far behind or not", "1.1", "20.5", { period: makePeriod(2023, 1) }, BOTH],
    ["one month", "8.1", "52.3", { span: "month" }, []],
    ["a county", "8.1", "52.3", { region: "150521" }, []],
    ["of which only a total is known", "8.1", "52.3", { indicator: "tax-revenue" }, []],
    ["what is counted", "300", "6000", { indicator: "reemployment", unit: "人" }, ["D2 unlikely-growth"]],
  ])("%s: %s and %s", (_, amount, rate, change, expected) => {
    const { unit: _unit, ...rest } = change;
    expect(asked(june("C2", { ...change, value: amount }), growth("D2", rate, rest))).toEqual(expected);
  });
});
