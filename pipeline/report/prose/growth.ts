import type { Figure } from "../../model/figure.ts";
import { display, signOf } from "../edition/display.ts";
import { say, type Words } from "./runs.ts";

/** How the verbs of a rate go. */
export interface RateOptions {
  readonly isPrice?: boolean; // prices rise by 上涨
}

/**
 * Tells a year-on-year rate: 同比增长5.2%, 同比下降3.1%, 与上年同期持平.
 *
 * The direction is that of the printed digits, so 0.04 is 持平; prices rise by 上涨 (standards of the field,
 * section 3.4).
 */
export function growth(rate: Figure, options: RateOptions = {}): Words {
  return signOf(rate) === 0 ? say`与上年同期持平` : say`同比${bareGrowth(rate, options)}`;
}

/** The same without 同比, for lists of places: 增长8.1%, 下降1.2%, 持平. */
export function bareGrowth(rate: Figure, options: RateOptions = {}): Words {
  const sign = signOf(rate);
  return sign === 0 ? say`持平` : say`${rateVerb(sign, options)}${rate}%`;
}

/** Tells an increase or decrease in its own unit: 增加0.3亿元, 减少0.3亿元, 没有增减. */
export function change(amount: Figure): Words {
  const sign = signOf(amount);
  if (sign === 0) return say`没有增减`;
  return say`${sign > 0 ? "增加" : "减少"}${amount}${unitAfter(amount.unit)}`;
}

/** An amount with its unit; below zero it is said in words, because prose knows no minus sign. */
export function amountOf(figure: Figure): Words {
  return say`${signOf(figure) < 0 ? "负" : ""}${figure}${unitAfter(figure.unit)}`;
}

/** A unit as it follows a number in prose: points are counted (2.9个百分点). */
export function unitAfter(unit: string | null): string {
  return unit === "百分点" || unit === "千分点" ? `个${unit}` : (unit ?? "");
}

/** Tells whether rates print as many decimals each, so that they can stand side by side as bare numbers. */
export function areAlike(rates: readonly Figure[]): boolean {
  return new Set(rates.map((rate) => display(rate, "prose").split(".")[1]?.length ?? 0)).size < 2;
}

/** The verb of a rate of this sign: 增长, 上涨, 下降. */
export function rateVerb(sign: -1 | 0 | 1, { isPrice = false }: RateOptions = {}): string {
  if (sign === 0) return "持平";
  if (sign < 0) return "下降";
  return isPrice ? "上涨" : "增长";
}
