import { describe, expect, it } from "vitest";
import { asked, before, type Change, growth, june } from "./june.ts";

const rate = (indicator: string, value: string): Change => ({ indicator, value, unit: "%" });
const count = (indicator: string, unit: string, value: string): Change => ({ indicator, unit, value });

describe("checkImpossibleShare(observations, indicators)", () => {
  it.each<readonly [Change, boolean]>([
    [rate("good-air-days", "90.1"), false],
    [rate("good-air-days", "100"), false],
    [rate("good-air-days", "101"), true],
    [rate("npl-ratio", "-1.2"), true],
    [rate("npl-ratio", "0"), false],
    [rate("industrial-sales-ratio", "101.2"), false], // what was in stock is sold too
    [rate("firms-to-upgrade-rate", "120"), false],
    [rate("energy-intensity", "-3.1"), false],
  ])("%j: asked %s", (change, isAsked) => {
    expect(asked(june("C2", change))).toEqual(isAsked ? ["C2 impossible-value"] : []);
  });
});

describe("checkPartOfOne(observations, indicators)", () => {
  it.each<readonly [Change, boolean]>([
    [count("new-large-industrial-firms", "户", "12.5"), true],
    [count("new-large-industrial-firms", "户", "12.0"), false],
    [count("reemployment", "人", "5836"), false],
    [count("reemployment", "人", "5836.4"), true],
    [count("reemployment", "万人", "0.5836"), false],
    [count("serious-accidents", "起", "0.5"), true],
    [count("childcare-places", "个", "3.3"), false], // each thousand people
    [{ ...count("key-projects", "个", "12.5"), quantity: "change" }, false],
  ])("%j: asked %s", (change, isAsked) => {
    expect(asked(june("C2", change))).toEqual(isAsked ? ["C2 impossible-value"] : []);
  });
});

describe("checkUnlikelyGrowth(observations, indicators)", () => {
  const D2 = ["D2 unlikely-growth"];

  it.each<readonly [string, Change, readonly string[]]>([
    ["81000", {}, D2],
    ["1000", {}, []],
    ["-100", {}, []],
    ["-100.1", {}, D2],
    ["-300", { indicator: "industrial-profit" }, []],
    ["-1200", { indicator: "industrial-profit" }, D2],
  ])("a growth of %s %% alone, %j", (value, change, expected) => {
    expect(asked(growth("D2", value, change))).toEqual(expected);
  });

  it("takes a large growth beside last year's amount, and over next to nothing", () => {
    expect(asked(june("B2", { value: "52.3" }), growth("D2", "81000"))).toEqual(D2);
    expect(asked(june("B2", { value: "26.0" }), before("C2", "2.0"), growth("D2", "1200"))).toEqual([]);
    expect(asked(june("B2", { value: "0.65" }), growth("D2", "1200"))).toEqual([]);
  });
});
