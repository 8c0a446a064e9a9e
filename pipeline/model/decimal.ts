import Big from "big.js";

/**
 * A number in plain decimal notation, e.g. "-12.50": no exponent, no separators, trailing zeros kept.
 *
 * Figures are decimals from the cell to the page, because 四舍五入 is done on printed digits and binary
 * floats round 1.005 the wrong way.
 */
export type Decimal = string;

const DIVISION_PLACES = 40;
const Exact = Big();
Exact.DP = DIVISION_PLACES;
Exact.PE = 1e6;
Exact.NE = -1e6;

const DIGITS_OF_A_DOUBLE = 15; // decimals no longer than that stand in the order of their doubles

const PLAIN = /^-?\d+(\.\d+)?$/;

/** Tells whether `text` is a number in plain decimal notation. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Turns a binary number as spreadsheets store it into the decimal that was typed.
 *
 * Rounds to 15 significant digits, which is what Excel itself keeps, so the 5.300000000000001 of a formula is 5.3.
 *
 * @throws RangeError if `value` is not finite
 */
export function fromNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const digits = value.toPrecision(15);
  if (!digits.includes("e")) return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits; // nearly always
  const text = new Exact(digits).toFixed();
  return text === "-0" ? "0" : text;
}

/** Adds exactly. */
export function plus(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).plus(b).toFixed();
}

/** Subtracts exactly. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).minus(b).toFixed();
}

/** Multiplies exactly. */
export function times(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).times(b).toFixed();
}

/**
 * Divides to 40 places, far more than any figure prints.
 *
 * @throws RangeError if `b` is zero
 */
export function dividedBy(a: Decimal, b: Decimal): Decimal {
  if (isZero(b)) throw new RangeError(`division of ${a} by zero`);
  return new Exact(a).div(b).toFixed();
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0;
  const isShort = a.length <= DIGITS_OF_A_DOUBLE && b.length <= DIGITS_OF_A_DOUBLE;
  const apart = isShort ? Number(a) - Number(b) : Number.NaN;
  if (Number.isNaN(apart)) return new Exact(a).cmp(b);
  return apart < 0 ? -1 : apart > 0 ? 1 : 0;
}

/** Tells whether the value is zero, however it is written ("-0.00"). */
export function isZero(a: Decimal): boolean {
  return !/[1-9]/.test(a);
}

/** Negative, zero or positive as the value is. */
export function signOf(a: Decimal): -1 | 0 | 1 {
  return isZero(a) ? 0 : a.startsWith("-") ? -1 : 1;
}

/** Drops the sign. */
export function absolute(a: Decimal): Decimal {
  return a.startsWith("-") ? a.slice(1) : a;
}

/**
 * Rounds half away from zero (四舍五入) and prints exactly `places` digits after the point; never "-0.0".
 *
 * GB/T 8170's 四舍六入五成双 is not what published statistics use (standards of the field, section 3.2).
 */
export function roundHalfUp(a: Decimal, places: number): Decimal {
  const text = new Exact(a).round(places, Exact.roundHalfUp).toFixed(places);
  return isZero(text) ? absolute(text) : text;
}

/** How many digits stand after the point as written: 2 for "1.50". */
export function decimalPlaces(a: Decimal): number {
  const point = a.indexOf(".");
  return point < 0 ? 0 : a.length - point - 1;
}
