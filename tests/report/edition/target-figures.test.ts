import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../../pipeline/assess/target.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import type { Basis, Op, Target } from "../../../pipeline/model/target.ts";
import { display } from "../../../pipeline/report/edition/display.ts";
import { figuresOf, targetFigures } from "../../../pipeline/report/edition/target-figures.ts";
import { outcome, shortfall } from "../../../pipeline/report/prose/outcome.ts";
import { reasonWords } from "../../../pipeline/report/prose/reasons.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import {
  code,
  figuresFixture,
  indicatorFixture,
  judgedFixture,
  month,
  observationFixture,
  RULES,
  targetFixture,
} from "../../support/edition-input-fixture.ts";

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

describe("targetFigures(assessment, indicator) of whatever the judge gives", () => {
  it("derives every number, and tells it without a minus sign", () => {
    const cases = fc.record({
      goal: goals,
      value: decimal(-99_999),
      hidden: fc.boolean(),
      last: fc.integer({ min: 1, max: 12 }),
      unitAt: fc.nat(1),
      span: fc.constantFrom("ytd" as const, "instant" as const),
    });
    fc.assert(
      fc.property(cases, ({ goal, value, hidden, last, unitAt, span }) => {
        const target = goalOf(goal);
        const unit = goal.kind.published[unitAt] ?? goal.kind.unit;
        const shown = hidden ? { decimals: 1 } : {};
        const observation = observationFixture({
          value,
          unit,
          span,
          period: month(last),
          quantity: target.quantity,
          ...shown,
        });
        const indicator = indicatorFixture({ unit: target.unit });
        const assessment = assessTarget(target, {
          indicator,
          period: month(last),
          observations: [observation],
          rules: RULES,
        });
        const told = targetFigures(assessment, indicator);
        expect(told.actual === null).toBe(assessment.actual === null);
        expect(told.gap === null).toBe(assessment.gap === null);
        const words = [outcome(told, { period: month(last), amount: null }), shortfall(told)];
        for (const text of words.map(textOf)) expect(text).not.toMatch(/[-−]|undefined|null|，，|，$/);
        expect(textOf(reasonWords(told))).not.toMatch(/undefined|null|；；/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("targetFigures(assessment, indicator)", () => {
  it("points at the cell that a relative goal takes its number from", () => {
    const relativeTo = { indicator: code("industrial-value-added"), region: "150000" };
    const goalObservations = [observationFixture({ value: "7.1", cell: "C9" })];
    const target = targetFixture({ op: ">", low: "7.1", relativeTo });
    const told = figuresFixture(judgedFixture(target, "7.6", { gap: "0.5", goalObservations }));
    expect(told.low?.derivation).toMatchObject({ kind: "observed", observations: [{ cell: "C9", value: "7.1" }] });
    expect(told.read.map(({ id }) => id)).toEqual(["2023-001/actual", "2023-001/target"]);
    expect(textOf(outcome(told, { period: month(6), amount: null }))).toContain("高于所比照的数0.5个百分点");
  });

  const JOBS = targetFixture({ basis: "flow", quantity: "value", low: "540", unit: "个" });

  it.each([
    ["a growth", judgedFixture(targetFixture(), "-3.2", { gap: "-12.2" }), { gap: "(-3.2)−9" }],
    [
      "a cap",
      judgedFixture(targetFixture({ basis: "keep", op: "<=", low: null, high: "5" }), "5.4", { gap: "-0.4" }),
      { gap: "5−5.4" },
    ],
    [
      "a flow",
      judgedFixture(JOBS, "300", {
        ...{ completion: "55.5555555555555555555555555555555555555556", expected: "50", required: "240" },
        gap: "5.5555555555555555555555555555555555555556",
      }),
      { completion: "300÷540×100", expected: "6÷12×100", gap: "300÷540×100−6÷12×100", required: "540−300" },
    ],
    [
      "a flow past its date",
      judgedFixture(JOBS, "270", { completion: "50", gap: "-50" }),
      { completion: "270÷540×100", gap: "270÷540×100−100" },
    ],
  ])("writes the sums of %s with their numbers", (_name, assessment, expected) => {
    const told = figuresFixture(assessment);
    const formulas = Object.keys(expected).map((part) => {
      const derivation = told[part as keyof typeof expected]?.derivation;
      return [part, derivation?.kind === "computed" ? derivation.formula : undefined];
    });
    expect(Object.fromEntries(formulas)).toEqual(expected);
  });

  it("keeps 13.8 of 629÷647.4, not 13.9 of rounded shares", () => {
    const target = targetFixture({ basis: "flow", quantity: "value", low: "647.4", unit: "亿元" });
    const assessment = assessTarget(target, {
      ...{ indicator: indicatorFixture(), period: month(10), rules: RULES },
      observations: [observationFixture({ quantity: "value", value: "629", unit: "亿元", period: month(10) })],
    });
    const { gap, completion } = targetFigures(assessment, indicatorFixture());
    expect([gap && display(gap, "cell"), completion && display(completion, "cell")]).toEqual(["13.8", "97.2"]);
  });

  it("gives goals one figure for one number and two for a range", () => {
    const ids = (change: Partial<Target>) =>
      figuresOf(figuresFixture(judgedFixture(targetFixture(change), "9"))).map(({ id }) => id);
    expect(ids({ op: "~", low: "7", high: "7" })).toEqual(["2023-001/target", "2023-001/actual"]);
    expect(ids({ op: "range", low: "8", high: "10" })).toEqual([
      "2023-001/target-low",
      "2023-001/target-high",
      "2023-001/actual",
    ]);
  });
});
