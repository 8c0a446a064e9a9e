import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../../pipeline/assess/target.ts";
import type { Target } from "../../../pipeline/model/target.ts";
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
import { judgements } from "../../support/random-judgements.ts";
import { TELL } from "../../support/shipped-tell.ts";

describe("targetFigures(assessment, indicator) of whatever the judge gives", () => {
  it("derives every number, and tells it without a minus sign", () => {
    fc.assert(
      fc.property(judgements, ({ assessment, indicator, period }) => {
        const told = targetFigures(assessment, indicator);
        expect(told.actual === null).toBe(assessment.actual === null);
        expect(told.gap === null).toBe(assessment.gap === null);
        const words = [outcome(told, { period, amount: null }, TELL), shortfall(told, TELL)];
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
    expect(textOf(outcome(told, { period: month(6), amount: null }, TELL))).toContain("高于所比照的数0.5个百分点");
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
