import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { asked, before, type Change, growth, june } from "./june.ts";

const ALL = ["B2 leftover-year", "C2 leftover-year", "D2 leftover-year"];
const OLD = { period: makePeriod(2021, 6) } as const;

describe("checkLeftoverYear(observations, indicators)", () => {
  it.each<readonly [string, string, string, string, Change, readonly string[]]>([
    ["the head of last year's amount left as it was", "52.3", "48.4", "8.1", {}, ALL],
    ["an amount of two years ago", "52.3", "44.1", "8.1", {}, []],
    ["digits too few to tell", "25", "20", "25", {}, []],
    ["growth at constant prices", "565.0", "543.3", "4.0", { indicator: "gdp" }, []],
  ])("%s: %s, %s, %s", (_, now, older, rate, change, expected) => {
    const given = [june("B2", { ...change, value: now }), june("C2", { ...change, ...OLD, value: older })];
    expect(asked(...given, growth("D2", rate, change))).toEqual(expected);
  });

  it("is not asked where last year's amount stands in the file", () => {
    const given = [june("B2"), june("C2", { ...OLD, value: "48.4" }), before("E2", "48.0")];
    expect(asked(...given, growth("D2", "8.1"))).toEqual([]);
  });
});
