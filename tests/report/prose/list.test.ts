import { describe, expect, it } from "vitest";
import { chineseNumeral, enumerate, enumerateNames } from "../../../pipeline/report/prose/list.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";

describe("enumerate(items)", () => {
  it.each([
    [[], ""],
    [["甲"], "甲"],
    [["甲", "乙"], "甲和乙"],
    [["甲", "乙", "丙"], "甲、乙和丙"],
    [["甲", "乙", "丙", "丁"], "甲、乙、丙和丁"],
  ])("%j is %s", (names, expected) => {
    expect(textOf(enumerate(names.map((name) => [name])))).toBe(expected);
    expect(enumerateNames(names)).toBe(expected);
  });
});

describe("chineseNumeral(number)", () => {
  it.each([
    [1, "一"],
    [9, "九"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [35, "三十五"],
    [99, "九十九"],
  ])("%d is %s", (number, expected) => {
    expect(chineseNumeral(number)).toBe(expected);
  });
});
