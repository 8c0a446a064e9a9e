import type { Decimal } from "../../model/decimal.ts";
import { absolute, compare, decimalPlaces, isZero, roundHalfUp } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { isRate } from "../../model/unit.ts";

/**
 * Where a figure is printed.
 *
 * `cell`: signed, in a table. `prose`: without its sign, which the verb carries (增长, 下降, 高于, 低于). `source`: in
 * the list of sources, digit for digit as published.
 */
export type PlaceKind = "cell" | "prose" | "source";

/** The most digits that telling two numbers apart may take. */
const MOST_DECIMALS = 6;

/**
 * The text of a figure at a kind of place, without its unit; the only way a number gets into a paper.
 *
 * Rounded half up (四舍五入) to the figure's decimals, or as it is written where it has none.
 */
export function display({ value, decimals }: Figure, place: PlaceKind): string {
  const isVerbatim = place === "source" || decimals === undefined;
  const text = isVerbatim ? value : roundHalfUp(value, decimals);
  if (place === "source") return text;
  const signed = isZero(text) ? absolute(text) : text;
  return place === "prose" ? absolute(signed) : signed;
}

/** Whether the figure as printed is below, at or above zero: what the verb has to agree with. */
export function signOf(figure: Figure): -1 | 0 | 1 {
  return compare(display(figure, "cell"), "0");
}

/** Whether a number of the unit prints with a rate's decimals: one of ‰ does too. */
export function printsAsRate(unit: string): boolean {
  return isRate(unit) || unit === "‰";
}

/** Decimals of a rate: one, or as many as published where these are more (standards of the field, section 2.1). */
export function rateDecimals(published: number): number {
  return Math.max(1, published);
}

/**
 * Decimals that show on which side of `threshold` a value stands: `fewest`, more where rounding would hide it.
 *
 * A completion of 99.97 % must not print as 100.0 beside a red light.
 */
export function tellingDecimals(value: Decimal, threshold: Decimal, fewest: number): number {
  for (let places = fewest; places < MOST_DECIMALS; places++) {
    if (compare(roundHalfUp(value, places), threshold) === compare(value, threshold)) return places;
  }
  return MOST_DECIMALS;
}

/** Decimals of the difference of two numbers as published: the finer of the two. */
export function differenceDecimals(a: Decimal, b: Decimal): number {
  return Math.max(decimalPlaces(a), decimalPlaces(b));
}
