import type { Operand, Step, StepName } from "../model/arithmetic.ts";
import { type Decimal, dividedBy, isZero, minus, signOf, times } from "../model/decimal.ts";
import type { MilestoneRules } from "../model/milestone-rules.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import { convert } from "../model/unit.ts";
import type { ReportedMonth } from "./milestone-months.ts";
import { makeStep, operand, type Part } from "./step.ts";

/** How far a project's investment is, in %, and against 序时, in 百分点; all unrounded. */
export interface Pace {
  readonly completion: Decimal;
  readonly expected: Decimal | null; // null in the months that are not judged yet, like the gap
  readonly gap: Decimal | null;
  readonly steps: readonly Step[];
}

/** A number and the one that it is a share of. */
type Share = readonly [Operand, Operand];

/**
 * The pace of a month's investment; null where one of the two amounts is not known, or nothing is planned.
 *
 * The months of a project that is meant to start within the year count from then on, whether it did or not; before that
 * month its investment has no pace.
 *
 * @param judgedFrom month of the year before which the pace is not judged: a completion is all that is told then
 */
export function paceOf(
  { plannedInvestment, completedInvestment, plannedStart, period }: ReportedMonth,
  { judgedFrom }: MilestoneRules["investment"],
): Pace | null {
  if (!plannedInvestment || !completedInvestment || signOf(plannedInvestment.value) <= 0) return null;
  const isOfYear = plannedStart !== null && yearOf(plannedStart) === yearOf(period);
  if (isOfYear && plannedStart > period) return null;
  const done = convert(completedInvestment.value, completedInvestment.unit, plannedInvestment.unit);
  if (done === undefined) return null;
  const share: Share = [
    operand("累计完成投资", done, plannedInvestment.unit),
    operand("年度计划投资", plannedInvestment.value, plannedInvestment.unit),
  ];
  const completion = shareStep("completion", "投资完成率", share);
  if (monthOf(period) < judgedFrom)
    return { completion: completion.value, expected: null, gap: null, steps: [completion] };
  const pace = paceShare(period, isOfYear ? monthOf(plannedStart) : 1);
  const expected = shareStep("expected", "序时进度", pace);
  const gap = minus(completion.value, expected.value);
  const gapStep = makeStep({
    ...{ name: "gap", label: "差距", unit: "百分点", decimals: 1, estimated: false, value: gap },
    parts: [...shareParts(share), "−", ...shareParts(pace)],
  });
  return { completion: completion.value, expected: expected.value, gap, steps: [completion, expected, gapStep] };
}

/** One number by another, in %; null where the second is zero. */
export function shareStepOf(name: StepName, label: string, share: Share): Step | null {
  return isZero(share[1].value) ? null : shareStep(name, label, share);
}

function shareStep(name: StepName, label: string, share: Share): Step {
  const value = dividedBy(times(share[0].value, "100"), share[1].value);
  return makeStep({ name, label, unit: "%", decimals: 1, estimated: false, value, parts: shareParts(share) });
}

function shareParts([part, whole]: Share): readonly Part[] {
  return [part, "÷", whole, "×100"];
}

/** @param first month of the year from which the year's plan is carried out */
function paceShare(period: Period, first: number): Share {
  const [since, whole] = first === 1 ? ["已过", "全年"] : ["计划开工以来", "计划开工至年底"];
  return [operand(since, String(monthOf(period) - first + 1), "个月"), operand(whole, String(13 - first), "个月")];
}
