import { describe, expect, it } from "vitest";
import { formulaValue } from "../../pipeline/proof/formula.ts";

describe("formulaValue(formula)", () => {
  it.each([
    ["6.2−7", "-0.8"],
    ["0.8127÷1.2×100", "67.725"],
    ["(7−6÷12×6.2)÷(1−6÷12)", "7.8"],
    ["6−4＋1", "3"],
    ["10+8+9", "27"],
    ["-3.4−-1", "-2.4"],
    ["（1＋2）×3", "9"],
    ["计数：2023-001、2023-002", "2"],
    ["计数：无", "0"],
  ])("reads %s as %s", (formula, value) => {
    expect(formulaValue(formula)).toBe(value);
  });

  it.each([
    "由高到低：12.6、11.1",
    "2023年1—5月位次2−4",
    "计数：某表中的警告",
    "1÷0",
    "1−",
    "(1",
    "1)",
    "",
    "1 2",
    "１−1",
  ])("takes %j for no arithmetic", (formula) => {
    expect(formulaValue(formula)).toBeNull();
  });
});
