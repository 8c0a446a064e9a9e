import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdownOf } from "../../pipeline/assess/breakdown.ts";
import type { Part } from "../../pipeline/assess/whole.ts";
import { balance, sumOf } from "../../pipeline/model/balance.ts";
import { compare, type Decimal, dividedBy, minus, roundHalfUp, times } from "../../pipeline/model/decimal.ts";

const ROUNDS = { numRuns: 10_000 };

describe("balance(exact, total, places)", () => {
  it.each<[readonly Decimal[], Decimal, number, readonly Decimal[]]>([
    [["1.24", "1.24", "1.52"], "4.0", 1, ["1.3", "1.2", "1.5"]], // of equal remainders the first moves
    [["1.26", "1.27", "1.47"], "4.0", 1, ["1.2", "1.3", "1.5"]], // up too far: the one rounded up most goes back
    [["33.33", "33.33", "33.34"], "100", 0, ["33", "33", "34"]],
    [["-0.04", "-0.04", "-0.02"], "-0.1", 1, ["-0.1", "0.0", "0.0"]],
    [["0.5", "0.5"], "1", 0, ["0", "1"]],
    [["2.0"], "2.3", 1, ["2.3"]],
    [["1", "1"], "6", 0, ["3", "3"]], // more missing than there are parts
    [[], "0", 1, []],
  ])("rounds %j to add up to %s", (exact, total, places, expected) => {
    expect(balance(exact, total, places)).toEqual(expected);
  });

  it("refuses what no rounding can do", () => {
    expect(() => balance([], "0.1", 1)).toThrow(RangeError);
    expect(() => balance(["0.12"], "0.12", 1)).toThrow(RangeError);
  });
});

const rate = fc.integer({ min: -400, max: 1500 }).map((n) => (n / 10).toFixed(1));
const parts = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 5000 }), rate }), { minLength: 2, maxLength: 6 });

function adjustment({ name, from, to }: { readonly name: string; readonly from: Decimal; readonly to: Decimal }) {
  return `${name} ${from} ${to}`;
}

const settings = fc.record({
  parts,
  goal: fc.integer({ min: -100, max: 400 }).map((n) => (n / 10).toFixed(1)),
  off: fc.integer({ min: -30, max: 30 }).map((n) => (n / 10).toFixed(1)), // how far the published rate is from the parts'
  missing: fc.integer({ min: -5, max: 40 }), // % of the total that no part is known of
  isComplete: fc.boolean(),
});

describe("breakdownOf(whole), whatever the figures", () => {
  it("adds up to the printed rate and gap exactly, each within a unit of its own rounding or listed as moved", () => {
    fc.assert(
      fc.property(settings, ({ parts: drawn, goal, off, missing, isComplete }) => {
        const weights = sumOf(drawn.map(({ weight }) => String(weight)));
        const known: readonly Part[] = drawn.map(({ weight, rate: own }, index) => ({
          kind: "region",
          code: String(index),
          name: `地区${index}`,
          developmentZone: false,
          rate: own,
          share: dividedBy(times(String(weight), String(100 - missing)), weights),
          shareFormula: "",
          observations: [],
        }));
        const weighted = dividedBy(sumOf(known.map(({ share, rate: own }) => times(share, own))), "100");
        const total = roundHalfUp(minus(weighted, off), 1);
        const given = { by: "region", measure: "growth", weights: "derived", name: "样本", leftOut: [] } as const;
        const result = breakdownOf({ ...given, total, goal, places: 1, parts: known, observations: [], isComplete });
        if (result === null) throw new Error("parts that hold 60 to 105 % of the total explain it");
        const { pulls } = result;
        expect(compare(sumOf(pulls.map(({ points }) => points)), total)).toBe(0);
        expect(compare(sumOf(pulls.map(({ gapPoints }) => gapPoints ?? "none")), minus(total, goal))).toBe(0);
        const moved = pulls.flatMap(({ name, points, exact }) => {
          const own = roundHalfUp(exact.points, 1);
          return own === points ? [] : [{ name, of: "points", from: own, to: points }];
        });
        const listed = result.adjustments.filter(({ of }) => of === "points");
        expect(new Set(listed.map(adjustment))).toEqual(new Set(moved.map(adjustment)));
        expect(result.down.every(({ gapPoints }) => compare(gapPoints ?? "0", "0") < 0)).toBe(true);
        expect(result.up.every(({ gapPoints }) => compare(gapPoints ?? "0", "0") > 0)).toBe(true);
        expect(result.down.length <= 3 && result.up.length <= 3).toBe(true);
      }),
      ROUNDS,
    );
  }, 240_000);

  it("has a row 其他 whenever a part is missing, so that nothing of it is spread over the others", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 40 }), (drawn, missing) => {
        const weights = sumOf(drawn.map(({ weight }) => String(weight)));
        const known: readonly Part[] = drawn.map(({ weight, rate: own }, index) => ({
          ...{ kind: "sector", code: String(index), name: String(index), developmentZone: false, rate: own },
          share: dividedBy(times(String(weight), String(100 - missing)), weights),
          ...{ shareFormula: "", observations: [] },
        }));
        const given = { by: "sector", measure: "growth", weights: "derived", name: "样本", leftOut: [] } as const;
        const result = breakdownOf({
          ...given,
          total: "5.0",
          goal: "7",
          places: 1,
          parts: known,
          observations: [],
          isComplete: false,
        });
        expect(result?.pulls.filter(({ kind }) => kind === "rest").length).toBe(1);
        expect(result?.pulls.at(-1)?.kind).toBe("rest");
      }),
      { numRuns: 1000 },
    );
  });
});
