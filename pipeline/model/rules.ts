import type { Decimal } from "./decimal.ts";

/** The rule set that lights are given by; printed with every paper (standards of the field, section 3.3). */
export interface LightRules {
  readonly name: string;
  readonly text: readonly string[]; // the rules in sentences, for the papers; thresholds filled in
  readonly pace: { readonly ahead: Decimal; readonly yellow: Decimal }; // 百分点 against 序时: ahead ≥ 5, yellow ≥ -5; written 5 or -5
  readonly growth: { readonly yellow: Decimal }; // 百分点 below the goal that are still yellow
  readonly level: { readonly yellowPoints: Decimal; readonly yellowPercent: Decimal }; // short of a level: 百分点 for rates, % of the target else
  readonly around: { readonly points: Decimal; readonly percent: Decimal }; // 左右: ± 百分点 for rates, ± % of the target else
}
