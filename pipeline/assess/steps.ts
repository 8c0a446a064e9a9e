import type { Operand, Step } from "../model/arithmetic.ts";
import { compare, type Decimal, decimalPlaces, dividedBy, minus, times } from "../model/decimal.ts";
import { monthOf } from "../model/period.ts";
import { completionEdges, paceEdges } from "./edges.ts";
import { sideOf } from "./goal.ts";
import { type Case, isFinal, type Judgement } from "./judgement.ts";
import { makeStep, operand, type Part } from "./step.ts";
import { gapPlaces, goalName, placesTelling } from "./wording.ts";

const PERCENT = { unit: "%", estimated: false } as const;

/** What a judgement speaks of. */
type Subject = Pick<Case, "target" | "goal" | "reading" | "rules">;

/** The numbers that it comes to. */
type Figures = Pick<Judgement, "completion" | "expected" | "gap" | "gapUnit" | "required">;

/**
 * The arithmetic behind a judgement: one step for each of completion, expected, gap and required that is not null, in
 * this order. Each value is reckoned from the step's own formula, so that it can be held against the figure judged by.
 */
export function stepsOf(one: Subject, figures: Figures): readonly Step[] {
  const steps = [
    figures.completion === null ? null : completionStep(one),
    figures.expected === null ? null : expectedStep(one),
    figures.gap === null ? null : isPace(one, figures) ? paceGapStep(one, figures) : levelGapStep(one, figures),
    figures.required === null ? null : requiredStep(one),
  ];
  return steps.filter((step) => step !== null);
}

/** The actual as a number of a formula: 累计完成, 增速, 实际. */
export function actualOperand({ target, reading }: Subject): Operand {
  const name = target.basis === "flow" ? "累计完成" : target.quantity === "yoy" ? "增速" : "实际";
  return { name, value: reading.actual, unit: target.unit, figure: "actual" };
}

/** One end of the goal as a number of a formula: 年度目标; 年度目标下限 where there are two. */
export function goalOperand({ target, goal, reading }: Subject, end: "low" | "high"): Operand {
  const isRange = compare(goal.low, goal.high) !== 0;
  const name = `${goalName(target, reading.period)}${isRange ? (end === "low" ? "下限" : "上限") : ""}`;
  const figure = target[end] === null ? (end === "low" ? "high" : "low") : end;
  return { name, value: goal[end], unit: target.unit, figure };
}

function completionStep(one: Subject): Step {
  const value = dividedBy(times(one.reading.actual, "100"), one.goal.low);
  const edges = isFinal(one) && one.target.basis === "flow" ? completionEdges(one) : [];
  const decimals = placesTelling(value, ["100", ...edges], 1);
  return makeStep({ ...PERCENT, name: "completion", label: "完成率", parts: completionParts(one), value, decimals });
}

function completionParts(one: Subject): readonly Part[] {
  return [actualOperand(one), "÷", goalOperand(one, "low"), "×100"];
}

function expectedStep(one: Subject): Step {
  const parts = expectedParts(one);
  return makeStep({ ...PERCENT, name: "expected", label: "序时进度", parts, value: linearPace(one), decimals: 1 });
}

function expectedParts({ target, reading }: Subject): readonly Part[] {
  const due = monthOf(target.due);
  const whole = operand(due === 12 ? "全年" : "期限", String(due), "个月");
  return [operand("已过", String(monthOf(reading.period)), "个月"), "÷", whole, "×100"];
}

function linearPace({ target, reading }: Subject): Decimal {
  return dividedBy(times(String(monthOf(reading.period)), "100"), String(monthOf(target.due)));
}

/** Completion less pace, or less the whole where the due date is past; never of rounded shares. */
function paceGapStep(one: Subject, { expected }: Figures): Step {
  const value = minus(completionStep(one).value, expected === null ? "100" : linearPace(one));
  const pace = expected === null ? ["100"] : expectedParts(one);
  return makeStep({
    ...{ name: "gap", label: "差距", unit: "百分点", estimated: false, value },
    ...{
      parts: [...completionParts(one), "−", ...pace],
      decimals: placesTelling(value, ["0", ...paceEdges(one, expected)], 1),
    },
  });
}

/** The distance of a level from the end of the goal that it breaks or is nearer to, positive where it is better. */
function levelGapStep(one: Subject, { gapUnit }: Figures): Step {
  const { target, goal, reading } = one;
  const [above, below] = [minus(reading.actual, goal.low), minus(goal.high, reading.actual)];
  const side = sideOf(target);
  const isAbove = side === "floor" || (side === "both" && compare(above, below) <= 0);
  const value = isAbove ? above : below;
  const [end, actual] = [goalOperand(one, isAbove ? "low" : "high"), actualOperand(one)];
  return makeStep({
    ...{ name: "gap", label: "差距", unit: gapUnit ?? target.unit, estimated: false, value },
    ...{ parts: isAbove ? [actual, "−", end] : [end, "−", actual], decimals: gapPlaces(one, value) },
  });
}

function requiredStep(one: Subject): Step {
  const rest = minus(one.goal.low, one.reading.actual);
  const isReached = compare(rest, "0") < 0;
  const value = isReached ? "0" : rest;
  return makeStep({
    ...{ name: "required", label: "尚需", unit: one.target.unit, estimated: true, value },
    parts: [goalOperand(one, "low"), "−", actualOperand(one), ...(isReached ? ["，小于0按0计"] : [])],
    decimals: decimalPlaces(value),
  });
}

/** Only what adds up is held against a pace; a stock has a completion and a distance. */
function isPace({ target }: Subject, { completion }: Figures): boolean {
  return target.basis === "flow" && completion !== null;
}
