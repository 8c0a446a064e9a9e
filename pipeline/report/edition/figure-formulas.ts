import type { Assessment } from "../../model/assessment.ts";
import { compare, type Decimal, dividedBy, minus, times } from "../../model/decimal.ts";
import { monthOf } from "../../model/period.ts";
import { isSameNumber } from "./observed-figures.ts";

/** A way to arrive at a figure: the sum with its numbers, what it comes to, and which figures it takes. */
export interface Formula {
  readonly text: string; // 612÷540×100−12÷12×100
  readonly operands: readonly ("actual" | "low" | "high" | "completion" | "expected")[];
}

interface Candidate extends Formula {
  readonly value: Decimal;
}

/** A number as it stands in a formula: negative ones in brackets. */
export function term(value: Decimal): string {
  return value.startsWith("-") ? `(${value})` : value;
}

/** 完成率: actual by the goal, in %. */
export function completionFormula({ actual, completion, target }: Assessment): Formula | undefined {
  const goal = target.low ?? target.high;
  if (actual === null || completion === null || goal === null) return undefined;
  const side = target.low === null ? "high" : "low";
  const candidates = compare(goal, "0") === 0 ? [] : [share(actual, goal, side)];
  return pick(candidates, completion);
}

/** 序时进度: months gone by months given, in %. */
export function expectedFormula({ observedPeriod, expected, target }: Assessment): Formula | undefined {
  if (observedPeriod === null || expected === null) return undefined;
  const month = String(monthOf(observedPeriod));
  const candidates = ["12", String(monthOf(target.due))].map((months) => ({
    text: `${month}÷${months}×100`,
    operands: [],
    value: dividedBy(times(month, "100"), months),
  }));
  return pick(candidates, expected);
}

/** 差距: against the pace where there is one, else against the goal; positive is better than asked. */
export function gapFormula(assessment: Assessment): Formula | undefined {
  const { actual, gap, completion, expected, target } = assessment;
  if (actual === null || gap === null) return undefined;
  return pick([...paceCandidates(assessment, completion, expected), ...goalCandidates(actual, target)], gap);
}

/** 尚需: what is still missing to the goal. */
export function requiredFormula({ actual, required, target }: Assessment): Formula | undefined {
  if (actual === null || required === null || target.low === null) return undefined;
  return pick([difference(target.low, actual, ["low", "actual"])], required);
}

function paceCandidates(
  assessment: Assessment,
  completion: Decimal | null,
  expected: Decimal | null,
): readonly Candidate[] {
  const done = completionFormula(assessment);
  if (!done || completion === null) return [];
  const whole = { text: `${done.text}−100`, operands: done.operands, value: minus(completion, "100") };
  const due = expectedFormula(assessment);
  if (!due || expected === null) return [whole];
  return [{ text: `${done.text}−${due.text}`, operands: done.operands, value: minus(completion, expected) }, whole];
}

function goalCandidates(actual: Decimal, { low, high }: Assessment["target"]): readonly Candidate[] {
  return [
    ...(low === null ? [] : [difference(actual, low, ["actual", "low"])]),
    ...(high === null ? [] : [difference(high, actual, ["high", "actual"])]),
  ];
}

function share(actual: Decimal, goal: Decimal, side: "low" | "high"): Candidate {
  return {
    text: `${term(actual)}÷${term(goal)}×100`,
    operands: ["actual", side],
    value: times(dividedBy(actual, goal), "100"),
  };
}

function difference(a: Decimal, b: Decimal, operands: Formula["operands"]): Candidate {
  return { text: `${term(a)}−${term(b)}`, operands, value: minus(a, b) };
}

/** The first way that comes to the very number judged by; undefined where none does. */
function pick(candidates: readonly Candidate[], value: Decimal): Formula | undefined {
  return candidates.find((candidate) => isSameNumber(candidate.value, value));
}
