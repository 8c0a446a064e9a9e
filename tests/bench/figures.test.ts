import { describe, expect, it } from "vitest";
import { makeFigures } from "../../tools/bench/figures.ts";
import { seedSubjects } from "../../tools/bench/subjects.ts";
import { ROOT } from "../support/scratch-home.ts";

const subjects = seedSubjects(ROOT);
const figuresOf = makeFigures(subjects);
const whole = subjects.indicators.find(({ parts }) => parts.length > 0);

const sum = (amounts: readonly number[]) => Number(amounts.reduce((total, one) => total + one, 0).toFixed(2));

describe("makeFigures(subjects)", () => {
  it.each(subjects.indicators.map((indicator) => [indicator.name, indicator] as const))(
    "makes figures of %s that agree",
    (_, indicator) => {
      for (const month of [12, 17, 23, 200]) {
        const now = figuresOf(indicator, month);
        const before = figuresOf(indicator, month - 12);
        const sinceJanuary = Array.from({ length: (month % 12) + 1 }, (_, back) => figuresOf(indicator, month - back));
        for (const [at, one] of now.entries()) {
          expect(one.month).toBeGreaterThan(0);
          expect(one.total).toBe(sum(sinceJanuary.map((places) => places[at]?.month ?? 0)));
          expect([one.monthBefore, one.totalBefore]).toEqual([before[at]?.month, before[at]?.total]);
          expect(Math.abs(one.totalGrowth - 100 * (one.total / one.totalBefore - 1))).toBeLessThan(0.0501);
          expect(Math.abs(one.monthGrowth - 100 * (one.month / one.monthBefore - 1))).toBeLessThan(0.0501);
        }
        const [city, ...places] = now;
        expect(city?.total).toBe(sum(places.map(({ total }) => total)));
        for (const part of places)
          expect(part.growthRank).toBe(1 + places.filter(({ totalGrowth }) => totalGrowth > part.totalGrowth).length);
      }
    },
  );

  it("makes a whole the sum of its parts", () => {
    if (!whole) throw new Error("no indicator of the seeds has parts");
    const parts = whole.parts.map((part) => figuresOf(part, 30)[1]?.total ?? 0);
    expect(figuresOf(whole, 30)[1]?.total).toBe(sum(parts));
  });
});
