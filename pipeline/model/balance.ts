import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  plus,
  roundHalfUp,
  times,
} from "./decimal.ts";

/**
 * Rounds numbers so that they add up to a printed total (舍位平衡, largest remainder): each is rounded half up, and where
 * the sum then misses the total, those move by one unit of the last place whose rounding was farthest that way.
 *
 * @param exact unrounded; among equal remainders the earlier moves first
 * @param total with no more than `places` digits after the point
 * @throws RangeError if there is nothing to spread a total other than zero over, or the total has more digits
 */
export function balance(exact: readonly Decimal[], total: Decimal, places: number): readonly Decimal[] {
  if (decimalPlaces(total) > places) throw new RangeError(`${total} has more than ${places} digits after the point`);
  const rounded = exact.map((value) => roundHalfUp(value, places));
  const missing = minus(total, sumOf(rounded));
  const unit = unitOf(places);
  const moves = Number(dividedBy(absolute(missing), unit));
  if (moves === 0) return rounded;
  if (exact.length === 0) throw new RangeError(`nothing to spread ${total} over`);
  const step = compare(missing, "0") > 0 ? unit : minus("0", unit);
  const remainders = exact.map((value, index) => times(minus(value, rounded[index] ?? "0"), step));
  const order = exact.map((_, index) => index);
  order.sort((a, b) => compare(remainders[b] ?? "0", remainders[a] ?? "0") || a - b);
  const placeOf = new Map(order.map((index, place) => [index, place]));
  return rounded.map((value, index) => {
    const isAmongFirst = (placeOf.get(index) ?? 0) < moves % exact.length;
    const count = Math.floor(moves / exact.length) + Number(isAmongFirst);
    return count === 0 ? value : roundHalfUp(plus(value, times(step, String(count))), places);
  });
}

/** One unit of the last place: 0.1 for one digit after the point. */
export function unitOf(places: number): Decimal {
  return places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`;
}

/** Adds all up exactly. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => plus(sum, value), "0");
}
