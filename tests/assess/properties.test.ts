import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Assessment, Light, Verdict } from "../../pipeline/model/assessment.ts";
import { compare, type Decimal } from "../../pipeline/model/decimal.ts";
import { BASES, type Basis, type Op, type Strength, type Target } from "../../pipeline/model/target.ts";
import { convert, findUnit, unitNames } from "../../pipeline/model/unit.ts";
import { asking, indicator, judge, month, observation, RULES, target } from "./assess-fixture.ts";

const ORDER: readonly Verdict[] = ["突破上限", "严重滞后", "滞后", "未到期", "达序时", "超序时", "已完成"];
const LIGHTS: readonly Light[] = ["red", "yellow", "grey", "green"];
const BAD: readonly Verdict[] = ["突破上限", "严重滞后"];

/** 0 is the worst; the two words for red are equally bad, one of them being of caps. */
function rank({ verdict }: Assessment): number {
  return BAD.includes(verdict) ? 0 : ORDER.indexOf(verdict);
}

const judgedBases = BASES.filter((basis): basis is Exclude<Basis, "quota"> => basis !== "quota");
const strengths: readonly Strength[] = ["约束性", "预期性", "力争"];
const decimals = fc
  .tuple(fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, places]): Decimal => (n / 10 ** places).toFixed(places).replace(/^-(0(\.0*)?)$/, "$1"));

/** Targets of one bound. */
const oneSided: fc.Arbitrary<Target> = fc
  .record({
    op: fc.constantFrom<Op>(">=", ">", "<=", "<"),
    goal: decimals,
    basis: fc.constantFrom(...judgedBases),
    unit: fc.constantFrom("个", "%"),
    strength: fc.constantFrom(...strengths),
    due: fc.constantFrom(month(3), month(6), month(12)),
  })
  .map(({ op, goal, basis, unit, strength, due }) =>
    asking(op, goal, { basis, unit, strength, due, quantity: basis === "growth" ? "yoy" : "value" }),
  );

describe("assessTarget, whatever the figures", () => {
  const at = fc.integer({ min: 1, max: 12 });

  it("never improves when the actual worsens", () => {
    fc.assert(
      fc.property(oneSided, decimals, decimals, at, fc.constantFrom(1, 10), (asked, a, b, when, judgedFrom) => {
        const isCap = asked.op.startsWith("<");
        const [worse, better] = compare(a, b) < 0 === isCap ? [b, a] : [a, b];
        const [low, high] = [worse, better].map((actual) => judge(asked, actual, { at: when, judgedFrom }));
        if (!low || !high) throw new Error("two assessments");
        fc.pre([low, high].every(({ reasons }) => reasons.every(({ code }) => code !== "implausible"))); // asked, not judged
        expect(rank(low)).toBeLessThanOrEqual(rank(high));
        expect(LIGHTS.indexOf(low.light)).toBeLessThanOrEqual(LIGHTS.indexOf(high.light));
        if (low.gap !== null && high.gap !== null) expect(compare(low.gap, high.gap)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 10_000 },
    );
  });

  it("never improves when the distance from a level to keep grows", () => {
    fc.assert(
      fc.property(fc.constantFrom<Op>("~", "="), decimals, fc.nat(900), fc.nat(900), (op, goal, a, b) => {
        const asked = asking(op, goal, { basis: "keep" });
        const off = (distance: number) => judge(asked, String(Number(goal) + distance), { at: 6 });
        const [near, far] = a < b ? [off(a), off(b)] : [off(b), off(a)];
        expect(rank(far)).toBeLessThanOrEqual(rank(near));
      }),
      { numRuns: 2_000 },
    );
  });

  it("says the same in whatever unit the figure comes", () => {
    const names = unitNames().filter((name) => findUnit(name)?.name === name && name !== "%" && name !== "‰");
    fc.assert(
      fc.property(
        oneSided,
        decimals,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        at,
        (one, value, unit, other, when) => {
          const restated = convert(value, unit, other);
          fc.pre(one.quantity === "value" && restated !== undefined && convert(restated, other, unit) !== undefined);
          const asked = { ...one, unit };
          const seen = (actual: Decimal, stated: string) => {
            const observations = [observation({ value: actual, unit: stated, period: month(when) })];
            const { verdict, light, reasons } = assessTarget(asked, {
              ...{ indicator: indicator(), period: month(when), observations, rules: RULES },
            });
            return [verdict, light, reasons.map(({ code }) => code)];
          };
          expect(seen(restated ?? "", other)).toEqual(seen(value, unit));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  const known = fc.record({
    value: fc.option(fc.constantFrom("48", "50", "50.0", "61", "100"), { nil: null }),
    cell: fc.constantFrom("B2", "B3", "C9", "C10"),
    file: fc.constantFrom("a.xlsx", "b.xlsx"),
    period: fc.constantFrom(month(5), month(6)),
    span: fc.constantFrom("month" as const, "ytd" as const, "instant" as const, "year" as const),
    scope: fc.constantFrom(null, "名义", "实际"),
    vintage: fc.constantFrom("2023-07-01", "2023-07-20"),
    illustrative: fc.boolean(),
    unit: fc.constantFrom("个", "万个", "%"),
  });
  const asked = fc.constantFrom<Target>(
    target({ comparableScopes: ["实际"] }),
    target({ basis: "keep", comparableScopes: ["名义", "实际"] }),
    target({ basis: "attain", scope: "实际", comparableScopes: [""] }),
    target({ basis: "event", due: month(5) }),
  );
  const june = (one: Target, changes: readonly Parameters<typeof observation>[0][]) =>
    assessTarget(one, {
      ...{ indicator: indicator(), period: month(6), rules: RULES },
      observations: changes.map((change) => observation(change)),
    });

  it("does not care about the order of what is known", () => {
    const shuffled = fc
      .array(known, { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(asked, shuffled, (one, [list, mixed]) => {
        expect(june(one, mixed)).toEqual(june(one, list));
      }),
      { numRuns: 10_000 },
    );
  });

  it("lets neither a blank nor 演示数据 stand in for what is published", () => {
    const fact = { period: month(6), span: "ytd" as const, scope: null, illustrative: false, unit: "个" };
    const noise = fc.array(
      known
        .map((o) => ({ ...o, scope: null, span: "ytd" as const, vintage: "2029-01-01" }))
        .chain((o) => fc.constantFrom({ ...o, value: null }, { ...o, illustrative: true })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        asked.filter(({ scope }) => scope === null),
        noise,
        (one, others) => {
          const published = { ...fact, value: "77", vintage: "2023-07-01" };
          const alone = june(one, [published]);
          expect(june(one, [...others, published])).toEqual(alone);
          expect(alone.actual).toBe("77");
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
