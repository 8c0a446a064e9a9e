import { describe, expect, it } from "vitest";
import { makeNameTest } from "../../pipeline/extract/name-test.ts";

describe("makeNameTest(pattern)", () => {
  it.each([
    ["主要指标", "主要 指标", true],
    ["主要指标", "主要指标2", false],
    ["*", "", true],
    ["主要*", "主要指标", true],
    ["主要*", "本市主要指标", false],
    ["*指标", "主要指标", true],
    ["*指标", "主要指标2", false],
    ["主**标", "主要指标", true],
    ["*要*标*", "主要指标", true],
    ["*标*要*", "主要指标", false],
    ["aba*ba", "aba", false], // the two may not share letters
    ["aba*ba", "ababa", true],
    ["a*b*ab", "abab", true],
    ["a*bab*ab", "abab", false],
    ["表.1（*）", "表.1(6月)", true],
    ["表.1", "表21", false],
  ])("%s, %s: %s", (pattern, name, fits) => expect(makeNameTest(pattern)(name)).toBe(fits));

  it("is not held up by ever so many *", () => {
    const began = performance.now();
    expect(makeNameTest(`${"a*".repeat(30)}b`)("a".repeat(100_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
