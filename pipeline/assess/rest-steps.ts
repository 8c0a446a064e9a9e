import type { Step } from "../model/arithmetic.ts";
import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { Period } from "../model/period.ts";
import type { Rest } from "../model/prospect.ts";
import type { Tail } from "./history.ts";
import { eachOf, eachPlaces, eachWord, lastWholeName } from "./rest.ts";
import { makeStep, operand, type Part } from "./step.ts";

/** What is still to come of an amount, and what it is reckoned from. */
export interface StillToCome {
  readonly isCap: boolean;
  readonly due: Period;
  readonly unit: string;
  readonly difference: readonly Part[]; // the goal less what is there
  readonly isBeyond: boolean; // the difference is below 0, which counts as 0
  readonly amount: Decimal;
  readonly decimals: number; // of the amount as printed
  readonly rest: Rest;
  readonly months: number; // that are left
  readonly growth: Decimal | null; // on the same months of last year
  readonly last: Tail | undefined; // last year's amounts
}

/** The steps to what is still to come: the amount, then its average and, where there is one, its growth; the amount alone beyond the goal. */
export function restSteps(one: StillToCome): readonly Step[] {
  const { isCap, due, difference, isBeyond, amount, decimals, rest, months, growth, last } = one;
  const word = isCap ? "尚可增加" : "尚需";
  const unit = { unit: one.unit, estimated: true };
  const required = makeStep({
    ...{ ...unit, name: "required", label: word, value: amount, decimals },
    parts: [...difference, ...(isBeyond ? ["，小于0按0计"] : [])],
  });
  if (isBeyond) return [required];
  const each = eachOf(amount, rest, months);
  const average = makeStep({
    ...{ ...unit, name: "each", label: `${eachWord(rest)}${word}`, value: each.value },
    decimals: eachPlaces(each.value, roundHalfUp(amount, decimals), rest),
    parts: ["(", ...difference, ")", ...each.parts],
  });
  if (growth === null || !last) return [required, average];
  const whole = operand(lastWholeName(due), last.whole.value, one.unit);
  const before = operand("上年同期累计", last.before.value, one.unit);
  const step = makeStep({
    ...{ name: "growth", label: isCap ? "剩余月份增速上限" : "剩余月份需增长", unit: "%", estimated: true },
    ...{ value: growth, decimals: 1, parts: ["(", ...difference, ")÷(", whole, "−", before, ")×100−100"] },
  });
  return [required, average, step];
}
