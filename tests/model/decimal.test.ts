import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  compare,
  decimalPlaces,
  dividedBy,
  fromNumber,
  isDecimal,
  minus,
  plus,
  roundHalfUp,
  signOf,
  times,
} from "../../pipeline/model/decimal.ts";

const hundredths = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => dividedBy(String(n), "100"));

describe("roundHalfUp(value, places)", () => {
  it.each([
    ["1.005", 2, "1.01"], // 1.00 by binary floats
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["-0.04", 1, "0.0"],
    ["-0.05", 1, "-0.1"],
    ["13.8199567500", 1, "13.8"],
    ["9.95", 1, "10.0"],
    ["5", 1, "5.0"],
    ["99999999999999999.995", 2, "100000000000000000.00"],
  ])("%s to %i places is %s", (value, places, expected) => {
    expect(roundHalfUp(value, places)).toBe(expected);
  });

  it("never moves a value by more than half a step and is symmetric", () => {
    fc.assert(
      fc.property(hundredths, (value) => {
        const rounded = roundHalfUp(value, 1);
        expect(compare(absolute(minus(rounded, value)), "0.05")).toBeLessThanOrEqual(0);
        const negated = value.startsWith("-") ? value.slice(1) : `-${value}`;
        expect(absolute(roundHalfUp(negated, 1))).toBe(absolute(rounded));
      }),
    );
  });
});

describe("fromNumber(value)", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [5.300000000000001, "5.3"],
    [1e21, "1000000000000000000000"],
    [1.5e-7, "0.00000015"],
    [-0, "0"],
    [123456789012345, "123456789012345"],
  ])("%d is %s", (value, expected) => {
    expect(fromNumber(value)).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (value) => {
    expect(() => fromNumber(value)).toThrow(RangeError);
  });

  it("gives back every number of up to 15 digits", () => {
    fc.assert(
      fc.property(hundredths, (value) => {
        expect(compare(fromNumber(Number(value)), value)).toBe(0);
      }),
    );
  });
});

describe("arithmetic", () => {
  it("is exact where binary floats are not", () => {
    expect(plus("0.1", "0.2")).toBe("0.3");
    expect(minus("92.0", "83.3")).toBe("8.7");
    expect(times("1.1", "1.1")).toBe("1.21");
    expect(plus("99999999999999999999", "0.01")).toBe("99999999999999999999.01");
  });

  it("refuses to divide by zero, however zero is written", () => {
    expect(() => dividedBy("1", "-0.00")).toThrow(RangeError);
  });

  it("reckons completion against 序时 from unrounded values: 629 of 647.4 in October is 13.8 ahead", () => {
    const completion = times(dividedBy("629", "647.4"), "100");
    const pace = times(dividedBy("10", "12"), "100");
    expect(roundHalfUp(minus(completion, pace), 1)).toBe("13.8");
  });
});

describe("compare(a, b)", () => {
  it.each([
    ["1.50", "1.5", 0],
    ["-0", "0.00", 0],
    ["-2", "-1.9", -1],
    ["9", "10", -1],
    ["9999999999999.8", "9999999999999.9", -1], // 15 characters
    ["0.3000000000001", "0.3", 1],
    ["9007199254740993", "9007199254740992", 1], // the same binary float
    ["0.1000000000000000055", "0.1", 1], // the same too
  ])("%s against %s is %i", (a, b, expected) => {
    expect([compare(a, b), compare(b, a) + 0]).toEqual([expected, 0 - expected]);
  });

  it("orders as subtracting does", () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(compare(a, b)).toBe(signOf(minus(a, b)));
      }),
    );
  });

  it("refuses what is no number", () => {
    expect(() => compare("1", "—")).toThrow();
  });
});

describe("isDecimal(text)", () => {
  it.each([
    ["12", true],
    ["-0.50", true],
    ["1e3", false],
    [".5", false],
    ["5.", false],
    ["1,234", false],
    ["", false],
    ["NaN", false],
  ])("%j is %s", (text, expected) => {
    expect(isDecimal(text)).toBe(expected);
  });
});

describe("decimalPlaces(value)", () => {
  it.each([
    ["12", 0],
    ["1.50", 2],
    ["-0.0", 1],
  ])("%s has %i", (value, expected) => {
    expect(decimalPlaces(value)).toBe(expected);
  });
});
