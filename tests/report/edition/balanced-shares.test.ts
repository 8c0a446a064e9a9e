import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../../pipeline/model/balance.ts";
import { absolute, compare, minus, roundHalfUp } from "../../../pipeline/model/decimal.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import {
  adjustmentNote,
  balancedShares,
  withBalancedShares,
} from "../../../pipeline/report/edition/balanced-shares.ts";
import { display } from "../../../pipeline/report/edition/display.ts";
import { NO_RANKS } from "../../../pipeline/report/edition/region-ranks.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";

function share(id: string, value: string, change: Partial<Figure> = {}): Figure {
  const derivation = { kind: "computed" as const, formula: "1÷3×100", operands: [] };
  return { id, name: `${id} 占比`, value, unit: "%", decimals: 1, derivation, ...change };
}

const shares = (...values: readonly string[]) =>
  new Map(values.map((value, index) => [`15050${index}`, share(`share-${index}`, value)]));

const printed = (figures: ReadonlyMap<string, Figure>) => [...figures.values()].map((one) => display(one, "cell"));

describe("balancedShares(shares)", () => {
  it.each([
    ["three thirds", ["33.3333", "33.3333", "33.3334"], ["33.3", "33.3", "33.4"], 1],
    ["too much", ["16.66", "16.66", "16.68", "50"], ["16.6", "16.7", "16.7", "50.0"], 1],
    ["one below zero", ["-20.05", "60.05", "60"], ["-20.1", "60.1", "60.0"], 0],
    ["what adds up", ["50.04", "49.96"], ["50.0", "50.0"], 0],
    ["none", [], [], 0],
  ])("prints %s so that they add up", (_case, values, expected, moved) => {
    const { shares: balanced, adjustments } = balancedShares(shares(...values));
    expect([printed(balanced), adjustments.length]).toEqual([expected, moved]);
  });

  it("always adds up as printed, moves none by more than one unit, and points at what stood there before", () => {
    const drawn = fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawn, (thousandths) => {
        const before = shares(...thousandths.map((value) => (value / 1000).toFixed(3)));
        const { shares: after, adjustments } = balancedShares(before);
        const total = roundHalfUp(sumOf([...before.values()].map(({ value }) => value)), 1);
        expect(compare(sumOf(printed(after)), total)).toBe(0);
        for (const [key, figure] of after) {
          const was = display(before.get(key) ?? figure, "cell");
          const distance = absolute(minus(display(figure, "cell"), was));
          expect(compare(distance, "0.1")).not.toBe(1);
          const adjustment = adjustments.find((one) => one.after === figure);
          expect(adjustment === undefined).toBe(compare(distance, "0") === 0);
          if (!adjustment) continue;
          expect(display(adjustment.before, "cell")).toBe(was);
          expect(figure.derivation).toMatchObject({ kind: "computed", operands: [adjustment.before.id] });
        }
      }),
    );
  });

  it("never moves what was published", () => {
    const published = share("p", "33.33", { derivation: { kind: "observed", observations: [] } });
    expect(() => balancedShares(new Map([["a", published]]))).toThrow(/p:/);
  });
});

describe("the note of what was moved", () => {
  it("names each share, from what and to what, as figures", () => {
    const { gapShare, adjustments } = withBalancedShares({ ...NO_RANKS, gapShare: shares("33.36", "33.36", "33.28") });
    expect(printed(gapShare)).toEqual(["33.3", "33.4", "33.3"]);
    const [note = []] = adjustmentNote(adjustments, ({ id }) => `${id} 占比`);
    expect(textOf(note)).toContain("share-0 占比由33.4调整为33.3");
    expect(note.filter((run) => typeof run !== "string").map((run) => run.figure)).toEqual([
      "share-0/before",
      "share-0",
    ]);
  });

  it("is none where nothing was", () => {
    expect(
      adjustmentNote(withBalancedShares({ ...NO_RANKS, gapShare: shares("50", "50") }).adjustments, String),
    ).toEqual([]);
  });
});
