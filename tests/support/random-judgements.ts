import fc from "fast-check";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { Basis, Op, Target } from "../../pipeline/model/target.ts";
import { indicatorFixture, month, observationFixture, RULES, targetFixture } from "./edition-input-fixture.ts";

const UNITS = [
  { unit: "%", quantity: "yoy", published: ["%"] },
  { unit: "%", quantity: "value", published: ["%"] },
  { unit: "万人", quantity: "value", published: ["人", "万人"] },
  { unit: "亿斤", quantity: "value", published: ["亿斤", "万吨"] },
  { unit: "亿元", quantity: "change", published: ["亿元", "万元"] },
] as const;

const decimal = (lowest: number) =>
  fc
    .record({ digits: fc.integer({ min: lowest, max: 99_999 }), places: fc.integer({ min: 0, max: 3 }) })
    .map(({ digits, places }) => {
      const text = String(Math.abs(digits)).padStart(places + 1, "0");
      const split = text.length - places;
      return `${digits < 0 ? "-" : ""}${text.slice(0, split)}${places === 0 ? "" : `.${text.slice(split)}`}`;
    });

const goals = fc.record({
  basis: fc.constantFrom<Basis>("flow", "growth", "keep", "attain", "event"),
  op: fc.constantFrom<Op>(">=", "<=", "<", ">", "=", "~", "range"),
  goal: decimal(-50),
  due: fc.constantFrom(month(3), month(6), month(12), makePeriod(2025, 12)),
  kind: fc.constantFrom(...UNITS),
});

function goalOf({
  basis,
  op,
  goal,
  due,
  kind,
}: {
  basis: Basis;
  op: Op;
  goal: string;
  due: Target["due"];
  kind: (typeof UNITS)[number];
}): Target {
  const isCap = op === "<=" || op === "<";
  const high = op === "range" ? `1${goal.replace("-", "")}` : goal;
  return targetFixture({
    ...{ basis, op, due, unit: kind.unit, quantity: kind.quantity },
    low: isCap ? null : goal,
    high: op === ">=" || op === ">" ? null : high,
  });
}

/** A target of any kind as judged on a single figure of any size, in the goal's unit or one that converts. */
export interface RandomJudgement {
  readonly assessment: Assessment;
  readonly indicator: Indicator;
  readonly period: Period;
}

/** Whatever the judge gives. */
export const judgements: fc.Arbitrary<RandomJudgement> = fc
  .record({
    goal: goals,
    value: decimal(-99_999),
    hidden: fc.boolean(),
    last: fc.integer({ min: 1, max: 12 }),
    unitAt: fc.nat(1),
    span: fc.constantFrom("ytd" as const, "instant" as const),
  })
  .map(({ goal, value, hidden, last, unitAt, span }) => {
    const target = goalOf(goal);
    const unit = goal.kind.published[unitAt] ?? goal.kind.unit;
    const shown = hidden ? { decimals: 1 } : {};
    const period = month(last);
    const observation = observationFixture({ value, unit, span, period, quantity: target.quantity, ...shown });
    const indicator = indicatorFixture({ unit: target.unit });
    const assessment = assessTarget(target, { indicator, period, observations: [observation], rules: RULES });
    return { assessment, indicator, period };
  });
