import { describe, expect, it } from "vitest";
import { type Assessment, gapDecimals } from "../../pipeline/model/assessment.ts";
import { targetFixture, unknownFixture } from "../support/edition-input-fixture.ts";

describe("gapDecimals(assessment)", () => {
  it.each<[string, Partial<Assessment>, string, number]>([
    ["a pace has one", { gapUnit: "百分点", completion: "46.79", actualDecimals: 3 }, "12", 1],
    ["a rate as many as the actual", { gapUnit: "百分点", actualDecimals: 2 }, "99", 2],
    ["a rate one at least", { gapUnit: "百分点", actualDecimals: 0 }, "99", 1],
    ["an amount as many as the goal", { gapUnit: "万人", completion: "96.0", actualDecimals: 1 }, "1.25", 2],
    ["a count none", { gapUnit: "个", actualDecimals: 0 }, "25", 0],
  ])("%s", (_, change, low, expected) => {
    expect(gapDecimals(unknownFixture(targetFixture({ low }), change))).toBe(expected);
  });
});
