import type { Step } from "../model/arithmetic.ts";
import type { Seasonal } from "../model/assessment.ts";
import { compare, type Decimal, dividedBy, minus, signOf, times } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { sideOf } from "./goal.ts";
import { type History, observationsOf, tailOf } from "./history.ts";
import { type Case, isFinal } from "./judgement.ts";
import { lastWholeName } from "./rest.ts";
import { makeStep, operand } from "./step.ts";

/** 季节序时 and the step that leads to it. */
export interface SeasonalPace {
  readonly seasonal: Seasonal;
  readonly step: Step;
}

/**
 * 季节序时: the share of last year's amount that the same months brought (S'=B_n÷B; standards of the field, section
 * 3.2), and how far completion is from it. Beside the linear 序时; it decides nothing.
 *
 * @param history the target's own cumulative series, in the 口径 of the actual
 * @returns null for what has no completion, where last year is not known at both ends, and where its amounts have no
 *   share (none or less at the year's end, fewer than nothing or more than the whole before it)
 */
export function seasonalOf(one: Case, completion: Decimal | null, history: History): SeasonalPace | null {
  const { target, reading } = one;
  const isFlow = target.basis === "flow" && sideOf(target) !== "cap";
  if (!isFlow || completion === null || isFinal(one) || yearOf(target.due) !== yearOf(reading.period)) return null;
  const stretch = { month: monthOf(reading.period), due: monthOf(target.due) };
  const last = tailOf(history, yearOf(reading.period) - 1, stretch);
  if (!last || signOf(last.whole.value) <= 0 || signOf(last.before.value) < 0) return null;
  if (compare(last.before.value, last.whole.value) > 0) return null;
  const expected = dividedBy(times(last.before.value, "100"), last.whole.value);
  const step = makeStep({
    ...{ name: "seasonal", label: "季节序时进度", unit: "%", decimals: 1, estimated: false, value: expected },
    parts: [
      operand("上年同期累计", last.before.value, target.unit),
      "÷",
      operand(lastWholeName(target.due), last.whole.value, target.unit),
      "×100",
    ],
  });
  const observations = observationsOf([last.before, last.whole]);
  return { seasonal: { expected, gap: minus(completion, expected), observations }, step };
}
