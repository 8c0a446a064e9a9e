import { compare, type Decimal, dividedBy, minus, signOf, times } from "../model/decimal.ts";
import type { BestGrowth } from "../model/prospect.ts";
import type { Point } from "../model/trend.ts";
import { type History, type Stretch, tailOf, yearsBefore } from "./history.ts";

/** How much the remaining months of an earlier year grew. */
export interface EarlierGrowth {
  readonly year: number;
  readonly growth: Decimal; // %, unrounded
  readonly points: readonly Point[];
}

/** Growth of an amount on a base, in %; null where the base is nothing or less. */
export function growthOn(base: Decimal, amount: Decimal): Decimal | null {
  return signOf(base) <= 0 ? null : minus(dividedBy(times(amount, "100"), base), "100");
}

/**
 * The growth of the remaining months in each earlier year whose amounts, and those of the year before it, are known at
 * both ends of the stretch; years whose base is nothing or less are left out. Earliest first.
 */
export function earlierGrowths(amounts: History, year: number, stretch: Stretch): readonly EarlierGrowth[] {
  return yearsBefore(amounts, year).flatMap((earlier) => {
    const [tail, base] = [tailOf(amounts, earlier, stretch), tailOf(amounts, earlier - 1, stretch)];
    const growth = tail && base && growthOn(base.amount, tail.amount);
    return tail && base && growth ? [{ year: earlier, growth, points: pointsOf(tail, base) }] : [];
  });
}

/** The best of earlier years: the most, or the least where the goal is a cap; the latest of equals. Null of none. */
export function bestOf(earlier: readonly EarlierGrowth[], isCap: boolean): BestGrowth | null {
  const [best] = [...earlier].sort(
    (a, b) => (isCap ? compare(a.growth, b.growth) : compare(b.growth, a.growth)) || b.year - a.year,
  );
  return best ? { growth: best.growth, year: best.year } : null;
}

function pointsOf(...tails: readonly { readonly before: Point; readonly whole: Point }[]): readonly Point[] {
  return tails.flatMap(({ before, whole }) => [before, whole]);
}
