import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../pipeline/model/decimal.ts";
import { baseUnit, convert, findUnit, unitNames } from "../../pipeline/model/unit.ts";

describe("convert(value, from, to)", () => {
  it.each([
    ["1.2", "万人", "人", "12000"],
    ["12754", "人", "万人", "1.2754"],
    ["1", "公顷", "亩", "15"],
    ["125.9", "万公顷", "万亩", "1888.5"],
    ["1", "亿斤", "万吨", "5"],
    ["1", "万吨", "亿斤", "0.2"],
    ["344.4", "亿元", "万元", "3444000"],
    ["591", "家", "个", "591"],
    ["5", "‰", "%", "0.5"],
  ])("%s %s is %s of %s", (value, from, to, expected) => {
    const converted = convert(value, from, to);
    expect(converted === undefined ? undefined : compare(converted, expected)).toBe(0);
  });

  it.each([
    ["亿元", "%"],
    ["百分点", "%"],
    ["万人", "万户"],
    ["美元", "元"],
    ["万千瓦", "万千瓦时"],
    ["光年", "公里"],
  ])("does not compare %s with %s", (from, to) => {
    expect(convert("1", from, to)).toBeUndefined();
  });

  it("goes there and back between all units of a dimension", () => {
    const names = unitNames().filter((name) => findUnit(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (from, to, n) => {
          const there = convert(String(n), from, to);
          const sameDimension = findUnit(from)?.dimension === findUnit(to)?.dimension;
          expect(there !== undefined).toBe(sameDimension);
          const back = there === undefined ? undefined : convert(there, to, from);
          if (back !== undefined) expect(Math.abs(Number(back) - n)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe("findUnit(text)", () => {
  it.each([
    [" 亿 元 ", "亿元"],
    ["％", "%"],
    ["个百分点", "百分点"],
    ["万头（只）", "万头只"],
    ["μg/m³", "微克/立方米"],
    ["亿", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("%j is %s", (text, expected) => {
    expect(findUnit(text)?.name).toBe(expected);
  });
});

describe("unitNames()", () => {
  it("puts the longer name first, so that 万千瓦时 is not read as 万千瓦", () => {
    const names = unitNames();
    expect(names.indexOf("万千瓦时")).toBeLessThan(names.indexOf("万千瓦"));
    expect(names.indexOf("万元")).toBeLessThan(names.indexOf("元"));
  });
});

describe("baseUnit(name)", () => {
  it.each([
    ["亿元", "元"],
    ["万公顷", "亩"],
    ["%", "%"],
    ["光年", undefined],
  ])("of %s is %s", (name, expected) => {
    expect(baseUnit(name)).toBe(expected);
  });
});
