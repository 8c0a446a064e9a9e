import { describe, expect, it } from "vitest";
import { asked, before, type Change, growth, june } from "./june.ts";

const ALL = ["B2 growth-contradiction", "C2 growth-contradiction", "D2 growth-contradiction"];
const GDP: Change = { indicator: "gdp" };
const DEPOSITS: Change = { indicator: "deposits", span: "instant" };

describe("checkGrowthContradiction(observations, indicators)", () => {
  it.each<readonly [string, string, string, string, Change, readonly string[]]>([
    ["right", "52.3", "48.4", "8.1", {}, []],
    ["the years swapped", "48.4", "52.3", "8.1", {}, ALL],
    ["amount and growth swapped", "8.1", "48.4", "52.3", {}, ALL],
    ["a growth that says up where a stock went down", "2000.1", "2200", "9.1", DEPOSITS, ALL],
    ["right in one digit only", "0.2", "0.1", "150", {}, []],
    ["up by a point, stated down by a point", "101.0", "100.0", "-1.0", {}, ALL],
    ["as good as unchanged", "100.0", "100.0", "-0.9", {}, []],
    ["last year's restated, 可比口径", "105.0", "100.0", "9.0", {}, []],
    ["restated by more than one would", "105.0", "100.0", "11.0", {}, ALL],
    ["a restated base under a threefold amount", "300.0", "100.0", "214.0", {}, []],
    ["a point of the growth slipped", "108.1", "100.0", "81.0", {}, ALL],
    ["the same, small", "103.0", "100.0", "0.3", {}, ALL],
    ["nominal 13 beside real 4", "565.0", "500.0", "4.0", GDP, []],
    ["nominal down beside real up", "490.0", "500.0", "4.0", GDP, []],
    ["far down beside real up", "440.0", "500.0", "4.0", GDP, ALL],
    ["no real growth is so far off", "565.0", "500.0", "40.0", GDP, ALL],
    ["a profit from a loss", "5.0", "-3.0", "20", { indicator: "industrial-profit" }, []],
    ["rates, whose growth nobody reckons so", "90.5", "95.0", "1.1", { indicator: "good-air-days", unit: "%" }, []],
  ])("%s: %s, %s, %s", (_, now, then, rate, change, expected) => {
    const { unit: _unit, ...rest } = change;
    expect(asked(june("B2", { ...change, value: now }), before("C2", then, change), growth("D2", rate, rest))).toEqual(
      expected,
    );
  });

  it("needs all three, of one place and span", () => {
    expect(asked(june("B2", { value: "48.4" }), growth("D2", "8.1"))).toEqual([]);
    expect(asked(june("B2", { value: "48.4" }), before("C2", "52.3"))).toEqual([]);
    const other = before("C2", "52.3", { region: "150521" });
    expect(asked(june("B2", { value: "48.4" }), other, growth("D2", "8.1"))).toEqual([]);
  });
});
