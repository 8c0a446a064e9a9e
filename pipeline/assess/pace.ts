import { type Decimal, dividedBy, minus, times } from "../model/decimal.ts";
import { monthOf, type Period } from "../model/period.ts";
import type { PaceRule } from "../model/rules.ts";
import type { Case } from "./judgement.ts";

/** Completion against 序时 at one reading. */
export interface PaceFigures {
  readonly completion: Decimal; // %
  readonly expected: Decimal | null; // %; null once the due date is past: no pace is left
  readonly gap: Decimal; // 百分点
}

/** Hundredfold before dividing, so that both shares are cut at the same place and a gap of exactly 0 stays 0. */
export function paceAt({ target, goal }: Pick<Case, "target" | "goal">, period: Period, actual: Decimal): PaceFigures {
  const completion = dividedBy(times(actual, "100"), goal.low);
  const month = String(monthOf(period));
  const expected = period > target.due ? null : dividedBy(times(month, "100"), String(monthOf(target.due)));
  return { completion, expected, gap: minus(completion, expected ?? "100") };
}

/** The distance from 序时 in what the rule's edges count. */
export function paceDistance({ gap, expected }: Pick<PaceFigures, "gap" | "expected">, { measure }: PaceRule): Decimal {
  return measure === "points" ? gap : dividedBy(times(gap, "100"), expected ?? "100");
}
