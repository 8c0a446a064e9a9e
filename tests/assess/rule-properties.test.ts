import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { loadRules } from "../../pipeline/jobs/rules.ts";
import type { Light, Verdict } from "../../pipeline/model/assessment.ts";
import { compare, type Decimal, isDecimal } from "../../pipeline/model/decimal.ts";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { LightRules } from "../../pipeline/model/rules.ts";
import type { Strength } from "../../pipeline/model/target.ts";
import { ROOT } from "../support/scratch-home.ts";
import { growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const ORDER: readonly Verdict[] = ["严重滞后", "滞后", "未发布", "达序时", "超序时", "已完成"];
const LIGHTS: readonly Light[] = ["red", "yellow", "grey", "green"];
const RUNS = { numRuns: 2_000 };

const SETS = ["default", "yinchuan", "tianjin", "xuancheng", "jinzhai"].map((name) => loadRules(ROOT, name));

/** The shipped sets, one that remembers longer and one whose edges lie nearer than rounding. */
const rules = fc.constantFrom<LightRules>(
  ...SETS,
  { ...RULES, pace: { ...RULES.pace, worsening: 3 } },
  { ...RULES, steady: { within: "6" } },
);
const strength = fc.constantFrom<Strength>("约束性", "预期性", "力争");
const code = fc.constantFrom("fixed-asset-investment", "special-bond-use", "other") as fc.Arbitrary<IndicatorCode>;

/** Hundredths of 百分点 from 序时, most of them near an edge. */
const distance = fc.oneof(
  fc.integer({ min: -4000, max: 1500 }),
  fc
    .tuple(fc.constantFrom(-3000, -1500, -1000, -500, 0, 500), fc.integer({ min: -8, max: 8 }))
    .map(([edge, off]) => edge + off),
);

/** What a goal of 24 has come to at a month, so many hundredths of 百分点 from 序时; every one ends. */
function amount(at: number, hundredths: number): Decimal {
  return ((at * 20_000 + hundredths * 24) / 10_000).toFixed(4);
}

function sorted<T>(list: readonly T[], by: (one: T) => number): readonly T[] {
  return [...list].sort((a, b) => by(a) - by(b));
}

describe("every rule set, whatever the year was like", () => {
  it("never gives more for less of an amount, the past being the same", () => {
    const past = fc.array(fc.option(distance, { nil: null, freq: 8 }), { maxLength: 5 });
    const at = fc.integer({ min: 6, max: 12 });
    fc.assert(
      fc.property(
        rules,
        code,
        strength,
        past,
        at,
        distance,
        distance,
        (set, indicatorCode, hard, before, when, a, b) => {
          const known = before.flatMap((one, index) =>
            one === null ? [] : [point(indicatorCode, when - 1 - index, amount(when - 1 - index, one))],
          );
          const [low, high] = sorted([a, b], Number).map((one) =>
            assessTarget(target({ low: "24", strength: hard, indicator: indicatorCode }), {
              ...{ indicator: indicator({ code: indicatorCode }), period: month(when), rules: set },
              observations: [...known, point(indicatorCode, when, amount(when, one))],
            }),
          );
          if (!low || !high) throw new Error("two assessments");
          expect(ORDER.indexOf(low.verdict)).toBeLessThanOrEqual(ORDER.indexOf(high.verdict));
          expect(LIGHTS.indexOf(low.light)).toBeLessThanOrEqual(LIGHTS.indexOf(high.light));
        },
      ),
      RUNS,
    );
  });

  it("never gives more for less growth, the whole city being the same", () => {
    const rate = fc.integer({ min: -60, max: 150 }).map((tenths) => (tenths / 10).toFixed(1));
    const peers = fc.option(rate, { nil: null });
    fc.assert(
      fc.property(rules, code, strength, rate, peers, rate, rate, (set, indicatorCode, hard, goal, average, a, b) => {
        const stated = { indicator: indicatorCode, quantity: "yoy", unit: "%", period: month(6) } as const;
        const asked = growing(">=", goal, { strength: hard, indicator: indicatorCode, region: "150502" });
        const [low, high] = sorted([a, b], Number).map((value) =>
          assessTarget(asked, {
            ...{ indicator: indicator({ code: indicatorCode }), period: month(6), rules: set },
            observations: [observation({ ...stated, value, region: "150502" })],
            peers: average === null ? [] : [observation({ ...stated, value: average })],
          }),
        );
        if (!low || !high) throw new Error("two assessments");
        expect(ORDER.indexOf(low.verdict)).toBeLessThanOrEqual(ORDER.indexOf(high.verdict));
        expect(LIGHTS.indexOf(low.light)).toBeLessThanOrEqual(LIGHTS.indexOf(high.light));
      }),
      RUNS,
    );
  });

  it("keeps no light where no edge is near, and says so wherever it keeps one", () => {
    fc.assert(
      fc.property(distance, distance, (before, now) => {
        const known = [point("other", 5, amount(5, before)), point("other", 6, amount(6, now))];
        const context = { indicator: indicator({ code: "other" as IndicatorCode }), period: month(6), rules: RULES };
        const asked = target({ low: "24", indicator: "other" as IndicatorCode });
        const alone = assessTarget(asked, { ...context, observations: known.slice(1) });
        const together = assessTarget(asked, { ...context, observations: known });
        const codes = together.reasons.map((reason) => reason.code);
        const isNear = [-500, 0].some((edge) => Math.abs(now - edge) < 5);
        expect(isDecimal(together.gap ?? "")).toBe(true);
        expect(compare(together.gap ?? "", alone.gap ?? "")).toBe(0);
        if (together.light !== alone.light) expect(codes).toSatisfy((all: string[]) => all.length > 1);
        if (codes.includes("light-kept")) expect(isNear).toBe(true);
        if (!isNear && !codes.includes("worsening")) expect(together.light).toBe(alone.light);
      }),
      RUNS,
    );
  });
});

function point(indicatorCode: string, at: number, value: Decimal) {
  return observation({ indicator: indicatorCode as IndicatorCode, value, period: month(at) });
}
