import type { Reason } from "../model/assessment.ts";
import { compare, type Decimal } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Target } from "../model/target.ts";

/** Rates of what was done by what was planned or made, which may well pass 100. */
const MAY_PASS_100 = /完成率|产销率|销售率/;

/** Asks about a share above 100 % (覆盖率103%): the verdict stands, and somebody should look at the sheet. */
export function shareReasons(target: Target, indicator: Indicator, actual: Decimal): readonly Reason[] {
  const isShare = target.quantity === "value" && indicator.nature === "rate" && indicator.unit === "%";
  const names = `${indicator.name} ${target.name}`;
  if (!isShare || target.unit !== "%" || MAY_PASS_100.test(names) || compare(actual, "100") <= 0) return [];
  return [{ code: "above-hundred", text: "占比超过百分之百，请核实" }];
}
