import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  makePeriod,
  monthOf,
  parsePeriod,
  periodName,
  type Span,
  shiftPeriod,
  yearOf,
} from "../../pipeline/model/period.ts";

const periods = fc.record({ year: fc.integer({ min: 1950, max: 2149 }), month: fc.integer({ min: 1, max: 12 }) });

describe("parsePeriod(text)", () => {
  it.each([
    ["2023-06", "2023-06"],
    ["2023-Q1", "2023-03"],
    ["2023-Q4", "2023-12"],
    ["2023", "2023-12"],
    ["2023-6", undefined],
    ["2023-00", undefined],
    ["2023-13", undefined],
    ["2023-Q5", undefined],
    ["202306", undefined],
    ["23-06", undefined],
    ["2023-06-30", undefined],
    ["", undefined],
  ])("%j is %s", (text, expected) => {
    expect(parsePeriod(text)).toBe(expected);
  });
});

describe("shiftPeriod(period, months)", () => {
  it("goes there and back", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -500, max: 500 }), ({ year, month }, months) => {
        const period = makePeriod(year, month);
        expect(shiftPeriod(shiftPeriod(period, months), -months)).toBe(period);
      }),
    );
  });

  it("crosses the year", () => {
    expect(shiftPeriod(makePeriod(2023, 1), -1)).toBe("2022-12");
    expect(shiftPeriod(makePeriod(2022, 12), 1)).toBe("2023-01");
  });
});

describe("makePeriod(year, month)", () => {
  it("gives back its year and month", () => {
    fc.assert(
      fc.property(periods, ({ year, month }) => {
        const period = makePeriod(year, month);
        expect([yearOf(period), monthOf(period), parsePeriod(period)]).toEqual([year, month, period]);
      }),
    );
  });

  it.each([
    [2023, 0],
    [2023, 13],
    [2023, 1.5],
    [1899, 1],
    [2200, 1],
  ])("refuses %i-%i", (year, month) => {
    expect(() => makePeriod(year, month)).toThrow(RangeError);
  });
});

describe("periodName(period, span)", () => {
  it.each<[number, Span, string]>([
    [1, "ytd", "2023年1月"],
    [2, "ytd", "2023年1—2月"],
    [3, "ytd", "2023年一季度"],
    [5, "ytd", "2023年1—5月"],
    [6, "ytd", "2023年上半年"],
    [9, "ytd", "2023年前三季度"],
    [12, "ytd", "2023年全年"],
    [6, "month", "2023年6月"],
    [6, "instant", "2023年6月末"],
    [12, "instant", "2023年年末"],
    [6, "quarter", "2023年二季度"],
  ])("month %i %s is %s", (month, span, expected) => {
    expect(periodName(makePeriod(2023, month), span)).toBe(expected);
  });
});
