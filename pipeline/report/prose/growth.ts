import type { Figure } from "../../model/figure.ts";
import { signOf } from "../edition/display.ts";
import { say, type Words } from "./runs.ts";

/**
 * Tells a year-on-year rate: 同比增长5.2%, 同比下降3.1%, 与上年同期持平.
 *
 * The direction is that of the printed digits, so 0.04 is 持平; prices rise by 上涨 (standards of the field,
 * section 3.4).
 */
export function growth(rate: Figure, { isPrice = false }: { readonly isPrice?: boolean } = {}): Words {
  const sign = signOf(rate);
  if (sign === 0) return say`与上年同期持平`;
  return say`同比${direction(sign, isPrice)}${rate}%`;
}

/** The same without 同比, for lists of places: 增长8.1%, 下降1.2%, 持平. */
export function bareGrowth(rate: Figure): Words {
  const sign = signOf(rate);
  return sign === 0 ? say`持平` : say`${direction(sign, false)}${rate}%`;
}

/** Tells an increase or decrease in its own unit: 增加0.3亿元, 减少0.3亿元, 没有增减. */
export function change(amount: Figure): Words {
  const sign = signOf(amount);
  if (sign === 0) return say`没有增减`;
  return say`${sign > 0 ? "增加" : "减少"}${amount}${unitAfter(amount.unit)}`;
}

/** A unit as it follows a number in prose: points are counted (2.9个百分点). */
export function unitAfter(unit: string | null): string {
  return unit === "百分点" || unit === "千分点" ? `个${unit}` : (unit ?? "");
}

function direction(sign: -1 | 1, isPrice: boolean): string {
  if (sign < 0) return "下降";
  return isPrice ? "上涨" : "增长";
}
