import { describe, expect, it } from "vitest";
import { findReading } from "../../pipeline/assess/reading.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { indicator, month, observation, target } from "./assess-fixture.ts";

type Change = Partial<KnownObservation>;

/** What speaks for a target in December: the actual, or why none does. */
function found(asked: Partial<Target>, changes: readonly Change[], kind: Partial<Indicator> = {}): string {
  const observations = changes.map((change, index) => observation({ cell: `B${index + 2}`, ...change }));
  const result = findReading(target(asked), indicator(kind), observations, [month(12)]);
  return result.kind === "read" ? result.reading.actual : result.kind;
}

describe("findReading(target, indicator, observations, slots)", () => {
  const level = { basis: "keep" } as const;
  const growth = { basis: "growth", quantity: "yoy", unit: "%" } as const;

  it.each<[string, Partial<Target>, readonly Change[], string]>([
    ["a flow is cumulative", {}, [{ value: "1", span: "month" }, { value: "3", span: "quarter" }, { value: "9" }], "9"],
    ["a whole year is its 1—12月", {}, [{ value: "9", span: "year" }], "9"],
    ["a flow is never a quarter", {}, [{ value: "3", span: "quarter" }], "missing"],
    ["a flow is never a month", {}, [{ value: "1", span: "month" }], "missing"],
    ["a flow is never a moment", {}, [{ value: "1", span: "instant" }], "missing"],
    ["a level stands at a moment", level, [{ value: "3" }, { value: "9", span: "instant" }], "9"],
    ["a level may be cumulative", level, [{ value: "3" }], "3"],
    ["a level is never a month", level, [{ value: "3", span: "month" }], "missing"],
    ["another month does not stand in", {}, [{ period: month(11) }], "missing"],
    ["growth is cumulative", growth, [{ quantity: "yoy", unit: "%", value: "4.5" }], "4.5"],
    ["growth is not the month's", growth, [{ quantity: "yoy", unit: "%", span: "month" }], "missing"],
    ["growth left without a unit is in %", growth, [{ quantity: "yoy", unit: null, value: "4.5" }], "4.5"],
    ["growth is no amount", growth, [{ value: "344.4", unit: "亿元" }], "no-rate"],
    ["an amount is no growth", {}, [{ quantity: "yoy", unit: "%" }], "no-rate"],
    ["growth of 0 is a value", growth, [{ quantity: "yoy", unit: "%", value: "0.0" }], "0.0"],
    ["nothing is nothing", {}, [], "missing"],
    ["a blank is nothing", {}, [{ value: null }], "missing"],
    ["a hundred times the goal is a lot", {}, [{ value: "10000" }], "10000"],
    ["more than that is a wrong unit", {}, [{ value: "10000.1" }], "implausible"],
    ["a flow may begin with next to nothing", {}, [{ value: "0.1" }], "0.1"],
    ["a level does not fall to a hundredth", level, [{ value: "0.9" }], "implausible"],
    ["a level may be nothing", level, [{ value: "0" }], "0"],
    ["a rate may be anything", growth, [{ quantity: "yoy", unit: "%", value: "99999" }], "99999"],
  ])("%s", (_, asked, changes, expected) => {
    expect(found(asked, changes)).toBe(expected);
  });

  it("reads the growth of a stock from its balance", () => {
    const balance: Change = { quantity: "yoy", unit: "%", value: "10.2", span: "instant" };
    expect(found(growth, [balance], { nature: "stock" })).toBe("10.2");
    expect(found(growth, [balance])).toBe("missing");
  });

  it.each<[string, readonly Change[], string]>([
    [
      "the latest",
      [
        { value: "1", vintage: "2024-01-10" },
        { value: "2", vintage: "2024-02-10" },
      ],
      "2",
    ],
    [
      "a value, not a later blank",
      [
        { value: "1", vintage: "2024-01-10" },
        { value: null, vintage: "2024-02-10" },
      ],
      "1",
    ],
    ["the published", [{ value: "1" }, { value: "2", illustrative: true, vintage: "2024-09-01" }], "1"],
    ["the published, though blank 演示数据 follow", [{ value: "1" }, { value: null, illustrative: true }], "1"],
    ["演示数据 where nothing is published", [{ value: null }, { value: "2", illustrative: true }], "2"],
    [
      "neither of two",
      [
        { value: "1", file: "a" },
        { value: "2", file: "b" },
      ],
      "conflicting",
    ],
    ["neither of two on one sheet", [{ value: "1" }, { value: "2" }], "conflicting"],
    [
      "the same twice",
      [
        { value: "1", file: "a" },
        { value: "1.0", file: "b" },
      ],
      "1",
    ],
    [
      "the same in another unit",
      [
        { value: "1", file: "a" },
        { value: "0.0001", unit: "万个", file: "b" },
      ],
      "1",
    ],
    ["a later one over a conflict", [{ value: "1" }, { value: "2" }, { value: "3", vintage: "2025-01-01" }], "3"],
  ])("takes %s", (_, changes, expected) => {
    expect(found({}, changes)).toBe(expected);
  });

  it.each<[string, Partial<Target>, readonly Change[], string]>([
    ["the plan's own", { scope: "限额以上" }, [{ value: "1" }, { value: "2", scope: "限额以上" }], "2"],
    ["none stated", {}, [{ value: "1", scope: "名义" }, { value: "2" }], "2"],
    ["none stated where listed", { scope: "限额以上", comparableScopes: [""] }, [{ value: "1" }], "1"],
    ["none that is not listed", { scope: "限额以上" }, [{ value: "1" }], "scope-not-comparable"],
    ["no narrower one", {}, [{ value: "1", scope: "肉牛" }], "scope-not-comparable"],
    ["a listed one", { comparableScopes: ["肉牛"] }, [{ value: "1", scope: "肉牛" }], "1"],
    [
      "the first listed",
      { scope: "限额以上", comparableScopes: ["不含农户", ""] },
      [{ value: "1" }, { value: "2", scope: "不含农户" }],
      "2",
    ],
    [
      "the published of another 口径",
      { comparableScopes: ["肉牛"] },
      [{ illustrative: true }, { value: "7", scope: "肉牛" }],
      "7",
    ],
    [
      "演示数据 where the published do not compare",
      {},
      [
        { value: "5", illustrative: true },
        { value: "7", scope: "肉牛" },
      ],
      "5",
    ],
    ["an empty 口径 as none", {}, [{ value: "5", scope: "" }], "5"],
  ])("takes as 口径 %s", (_, asked, changes, expected) => {
    expect(found(asked, changes)).toBe(expected);
  });

  it.each<[string, string | null, string, string]>([
    ["12754", "人", "万人", "1.2754"],
    ["591", "家", "个", "591"],
    ["5", "亿元", "万元", "50000"],
    ["5", "亿元", "%", "unit-not-comparable"],
    ["5", null, "个", "unit-not-comparable"],
    ["5", "筐", "个", "unit-not-comparable"],
    ["5", "筐", "筐", "5"],
  ])("restates %s %s in %s: %s", (value, unit, wanted, expected) => {
    expect(found({ unit: wanted, low: "1000" }, [{ value, unit }])).toBe(expected);
  });

  it.each<[Change, string, number]>([
    [{ value: "9.00" }, "个", 2],
    [{ value: "9.123", decimals: 1 }, "个", 1],
    [{ value: "12754", unit: "人" }, "万人", 4],
    [{ value: "12754321", unit: "元" }, "亿元", 4],
  ])("keeps the digits shown: %o in %s has %i", (change, unit, decimals) => {
    const result = findReading(target({ unit }), indicator(), [observation(change)], [month(12)]);
    expect(result).toMatchObject({ reading: { decimals } });
  });

  it("gives every observation behind the value, by place", () => {
    const twice = [observation({ cell: "B10" }), observation({ cell: "B9" }), observation({ file: "0.xlsx" })];
    const result = findReading(target(), indicator(), twice, [month(12)]);
    expect(result.kind === "read" && result.reading.observations.map(({ file, cell }) => file + cell)).toEqual([
      "0.xlsxB2",
      "a.xlsxB9",
      "a.xlsxB10",
    ]);
  });

  it("tries slots from the latest to the earliest, and stops at one that disagrees", () => {
    const slots = [month(5), month(4), month(3)] as const;
    const march = observation({ value: "3", period: month(3) });
    const april = ["1", "2"].map((value, index) => observation({ value, period: month(4), cell: `C${index}` }));
    expect(findReading(target(), indicator(), [march], slots)).toMatchObject({ reading: { period: "2023-03" } });
    expect(findReading(target(), indicator(), [march, ...april], slots)).toMatchObject({ kind: "conflicting" });
    expect(findReading(target(), indicator(), [], slots)).toEqual({ kind: "missing", period: "2023-05" });
  });
});
