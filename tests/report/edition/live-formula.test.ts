import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeStep, operand, type Part } from "../../../pipeline/assess/step.ts";
import type { Step } from "../../../pipeline/model/arithmetic.ts";
import { dividedBy, minus, roundHalfUp, times } from "../../../pipeline/model/decimal.ts";
import { liveFormula, type OperandCells } from "../../../pipeline/report/edition/live-formula.ts";
import { evaluateFormula } from "../../support/evaluate-formula.ts";

const at = (address: string, text: string) => ({ address, text });

function step(parts: readonly Part[], value: string, decimals = 1): Step {
  return makeStep({ name: "gap", label: "差距", unit: "%", estimated: false, decimals, value, parts });
}

const figure = (name: "actual" | "low" | "high", value: string) => ({ ...operand(name, value, "亿元"), figure: name });
const months = (value: string) => operand("已过", value, "个月");

function completion(actual: string, goal: string): Step {
  const parts = [figure("actual", actual), "÷", figure("low", goal), "×100"];
  return step(parts, dividedBy(times(actual, "100"), goal));
}

describe("liveFormula(step, printed, cells)", () => {
  it.each<[string, Step, string, OperandCells, string]>([
    [
      "a completion",
      completion("629", "647.4"),
      "97.2",
      { actual: at("F7", "629"), low: at("D7", "647.4") },
      "ROUND(F7/D7*100,1)",
    ],
    [
      "a completion of one hundred of 100",
      completion("100", "100"),
      "100.0",
      { actual: at("F7", "100"), low: at("D7", "100") },
      "ROUND(F7/D7*100,1)",
    ],
    [
      "a pace",
      step([months("10"), "÷", months("12"), "×100"], dividedBy("1000", "12")),
      "83.3",
      {},
      "ROUND(10/12*100,1)",
    ],
    [
      "a gap of growth",
      step([figure("actual", "-3.2"), "−", figure("low", "9")], "-12.2"),
      "-12.2",
      { actual: at("F7", "-3.2"), low: at("D7", "9") },
      "ROUND(F7-D7,1)",
    ],
    [
      "the gap of a cap",
      step([figure("high", "5"), "−", figure("actual", "3.89")], "1.11", 2),
      "1.11",
      { actual: at("F7", "3.89"), high: at("D7", "5") },
      "ROUND(D7-F7,2)",
    ],
    [
      "numbers printed with zeros behind",
      step([figure("actual", "8"), "−", figure("low", "7")], "1"),
      "1.0",
      { actual: at("F7", "8.0"), low: at("D7", "7.0") },
      "ROUND(F7-D7,1)",
    ],
    [
      "a gap from pace, which rounded shares would not give",
      step(
        [figure("actual", "629"), "÷", figure("low", "647.4"), "×100", "−", months("10"), "÷", months("12"), "×100"],
        minus(dividedBy("62900", "647.4"), dividedBy("1000", "12")),
      ),
      "13.8",
      { actual: at("F7", "629"), low: at("D7", "647.4") },
      "ROUND(F7/D7*100-10/12*100,1)",
    ],
    [
      "a middle between two numbers that is a binary fraction",
      completion("43", "80"),
      "53.8",
      { actual: at("F7", "43"), low: at("D7", "80") },
      "ROUND(F7/D7*100,1)",
    ],
    [
      "operands printed in rounded digits that give the same",
      completion("629.04", "647.4"),
      "97.2",
      { actual: at("F7", "629.0"), low: at("D7", "647.4") },
      "ROUND(F7/D7*100,1)",
    ],
  ])("points at the cells of %s", (_case, given, printed, cells, expected) => {
    expect(liveFormula(given, printed, cells)).toBe(expected);
  });

  it.each<[string, Step, string, OperandCells]>([
    ["where an operand stands nowhere", completion("629", "647.4"), "97.2", { actual: at("F7", "629") }],
    [
      "where an operand is printed in rounded digits that give another result",
      completion("629.4", "647.4"),
      "97.2",
      { actual: at("F7", "629"), low: at("D7", "600") },
    ],
    [
      "in the middle between two numbers",
      completion("0.4806", "1.2"),
      "40.1",
      { actual: at("F7", "0.4806"), low: at("D7", "1.2") },
    ],
    [
      "where an operand has more digits than a spreadsheet keeps",
      completion("1234567890123456.7", "1234567890123456.7"),
      "100.0",
      { actual: at("F7", "1234567890123456.7"), low: at("D7", "1234567890123456.7") },
    ],
    [
      "of words",
      step([figure("low", "1"), "−", figure("actual", "2"), "，小于0按0计"], "0"),
      "0.0",
      { actual: at("F7", "2"), low: at("D7", "1") },
    ],
    [
      "that does not give its own value",
      { ...completion("629", "647.4"), value: "1" },
      "1.0",
      { actual: at("F7", "629"), low: at("D7", "647.4") },
    ],
    [
      "of a number that is words",
      completion("629", "647.4"),
      "97.2",
      { actual: at("F7", "约629"), low: at("D7", "647.4") },
    ],
  ])("gives none %s", (_case, given, printed, cells) => {
    expect(liveFormula(given, printed, cells)).toBeUndefined();
  });

  it("gives the printed text again, even where a spreadsheet rounds its binary fractions as they are", () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }));
    const text = ([digits, places]: readonly [number, number]) =>
      roundHalfUp(dividedBy(String(digits), `1${"0".repeat(places)}`), places);
    let live = 0;
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 4 }), fc.boolean(), (a, b, shown, isRounded) => {
        const [actual, goal] = [text(a), text(b)];
        const given = completion(actual, goal);
        const printed = roundHalfUp(given.value, shown);
        const cells = { actual: at("F7", isRounded ? roundHalfUp(actual, 0) : actual), low: at("D7", goal) };
        const formula = liveFormula(given, printed, cells);
        if (formula === undefined) return;
        live += 1;
        const value = evaluateFormula(formula, (address) => Number(address === "F7" ? cells.actual.text : goal));
        expect(value.toFixed(shown)).toBe(printed);
      }),
      { numRuns: 5000 },
    );
    expect(live).toBeGreaterThan(2000);
  });
});

describe("evaluateFormula(formula, numberAt)", () => {
  const numberAt = (address: string) => ({ A1: 7, A2: 7, A4: 9, B2: -2 })[address];

  it.each([
    ["1-2-3", -4],
    ["2+3*4/6", 4],
    ["(2+3)*-4", -20],
    ["ROUND(A1/3,2)", 2.33],
    ["ROUND(B2/3,1)", -0.7],
    ["ROUND(6/12*100-A1,0)", 43],
    ["RANK($A$2,$A$1:$A$4)", 2],
    ["RANK(A4,$A$1:$A$4)", 1],
  ])("reckons %s as %d", (formula, expected) => {
    expect(evaluateFormula(formula, numberAt)).toBe(expected);
  });

  it.each(["1+", "SUM(1,2)", "1 2", "(1", "#REF!", "ROUND(1)", "A3", "RANK(A1,A1)"])("refuses %s", (formula) => {
    expect(() => evaluateFormula(formula, numberAt)).toThrow(SyntaxError);
  });
});
