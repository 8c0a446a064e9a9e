import type { Operand, Step, StepName } from "../model/arithmetic.ts";
import { type Decimal, dividedBy, isZero, minus, roundHalfUp, signOf, times } from "../model/decimal.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import { convert } from "../model/unit.ts";
import type { ReportedMonth } from "./milestone-months.ts";

/** How far a project's investment is, in %, and against 序时, in 百分点; all unrounded. */
export interface Pace {
  readonly completion: Decimal;
  readonly expected: Decimal;
  readonly gap: Decimal;
  readonly steps: readonly Step[];
}

/**
 * The pace of a month's investment; null where one of the two amounts is not known, or nothing is planned.
 *
 * The months of a project that is meant to start within the year count from then on, whether it did or not; before that
 * month its investment has no pace.
 */
export function paceOf({ plannedInvestment, completedInvestment, plannedStart, period }: ReportedMonth): Pace | null {
  if (!plannedInvestment || !completedInvestment || signOf(plannedInvestment.value) <= 0) return null;
  const isOfYear = plannedStart !== null && yearOf(plannedStart) === yearOf(period);
  if (isOfYear && plannedStart > period) return null;
  const done = convert(completedInvestment.value, completedInvestment.unit, plannedInvestment.unit);
  if (done === undefined) return null;
  const operands = [
    { name: "累计完成投资", value: done, unit: plannedInvestment.unit },
    { name: "年度计划投资", value: plannedInvestment.value, unit: plannedInvestment.unit },
  ];
  const completion = shareStep("completion", "投资完成率", operands);
  const expected = expectedStep(period, isOfYear ? monthOf(plannedStart) : 1);
  const gap = minus(completion.value, expected.value);
  const formula = `${completion.formula}−${expected.formula}`;
  const told = `投资完成率−序时进度＝${formula}＝${roundHalfUp(gap, 1)}个百分点`;
  const gapStep = makeStep("gap", "差距", [...operands, ...expected.operands], {
    formula,
    value: gap,
    unit: "百分点",
    told,
  });
  return { completion: completion.value, expected: expected.value, gap, steps: [completion, expected, gapStep] };
}

/** One number by another, in %. The second must not be zero. */
export function shareStep(name: StepName, label: string, operands: readonly Operand[]): Step {
  const [part, whole] = operands;
  const value = dividedBy(times(part?.value ?? "0", "100"), whole?.value ?? "0");
  const formula = `${part?.value}÷${whole?.value}×100`;
  const told = `${operands.map((one) => `${one.name}${one.value}${one.unit}`).join("÷")}×100＝${roundHalfUp(value, 1)}%`;
  return makeStep(name, label, operands, { formula, value, unit: "%", told });
}

/** The same; null where the second number is zero. */
export function shareStepOf(name: StepName, label: string, operands: readonly Operand[]): Step | null {
  return isZero(operands[1]?.value ?? "0") ? null : shareStep(name, label, operands);
}

/** @param first month of the year from which the year's plan is carried out */
function expectedStep(period: Period, first: number): Step {
  const [since, whole] = first === 1 ? ["已过", "全年"] : ["计划开工以来", "计划开工至年底"];
  return shareStep("expected", "序时进度", [
    { name: since, value: String(monthOf(period) - first + 1), unit: "个月" },
    { name: whole, value: String(13 - first), unit: "个月" },
  ]);
}

function makeStep(
  name: StepName,
  label: string,
  operands: readonly Operand[],
  { formula, value, unit, told }: { formula: string; value: Decimal; unit: string; told: string },
): Step {
  return { name, label, formula, operands, value, unit, decimals: 1, estimated: false, text: `${label}：${told}` };
}
