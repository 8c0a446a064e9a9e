import { type Decimal, dividedBy, minus, times } from "../model/decimal.ts";
import type { PrintedAmount } from "./printed-amount.ts";

/** A growth in %, with the ends that the rounding of the two amounts leaves it. */
export type ComputedGrowth = Pick<PrintedAmount, "least" | "value" | "most">;

/** The growth from one amount above zero to another of the same unit. */
export function computedGrowth(now: PrintedAmount, before: PrintedAmount): ComputedGrowth {
  return {
    least: growthOf(now.least, before.most),
    value: growthOf(now.value, before.value),
    most: growthOf(now.most, before.least),
  };
}

function growthOf(now: Decimal, before: Decimal): Decimal {
  return times(minus(dividedBy(now, before), "1"), "100");
}
