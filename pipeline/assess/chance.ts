import { compare, type Decimal, times } from "../model/decimal.ts";
import type { Chance } from "../model/prospect.ts";
import { compareSettled } from "./goal.ts";

/** Earlier years without which nothing is called certain or out of reach. */
const YEARS_FOR_CERTAINTY = 3;

/** What the growth that the remaining months need is held against; all in %, reckoned the same way. */
export interface ChanceEvidence {
  readonly required: Decimal; // of the remaining months
  readonly current: Decimal | null; // of the months gone by
  readonly earlier: readonly Decimal[]; // of the same remaining months in earlier years
  readonly isCap: boolean; // less is better
}

/**
 * Whether the goal can still be reached, by the growth that it takes (standards of the field, section 3.3):
 *
 * - 有望: the remaining months need no more growth than the months gone by had;
 * - 确保: besides, no more than the same months had in their worst earlier year, of three or more;
 * - 有困难: they need more than the months gone by had;
 * - 难以: besides, more than the same months ever had, in three or more earlier years.
 *
 * For a cap more and less change places. Where the growth so far is not known, three earlier years alone give 有望 up
 * to the worst of them and 有困难 beyond the best; null between the two, and with fewer.
 */
export function chanceOf({ required, current, earlier, isCap }: ChanceEvidence): Chance | null {
  const least = (growth: Decimal) => (isCap ? times(growth, "-1") : growth);
  const need = least(required);
  const ordered = earlier.map(least).sort(compare);
  const [worst, best] = ordered.length < YEARS_FOR_CERTAINTY ? [] : [ordered[0], ordered.at(-1)];
  const isEasy = worst !== undefined && compareSettled(need, worst) <= 0;
  const isUnheardOf = best !== undefined && compareSettled(need, best) > 0;
  if (current === null) return isEasy ? "有望" : isUnheardOf ? "有困难" : null;
  if (compareSettled(need, least(current)) <= 0) return isEasy ? "确保" : "有望";
  return isUnheardOf ? "难以" : "有困难";
}

/** The same where only amounts are known: the average that the rest needs against the average so far; never certain. */
export function chanceByAverage(
  amounts: { readonly rest: Decimal; readonly actual: Decimal },
  months: { readonly left: number; readonly gone: number },
  isCap: boolean,
): Chance {
  const need = times(amounts.rest, String(months.gone));
  const pace = times(amounts.actual, String(months.left));
  return (isCap ? compare(need, pace) >= 0 : compare(need, pace) <= 0) ? "有望" : "有困难";
}
