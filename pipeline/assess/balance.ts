import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  plus,
  roundHalfUp,
} from "../model/decimal.ts";

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
  const isUp = compare(missing, "0") > 0;
  const lost = exact.map((value, index) => {
    const remainder = minus(value, rounded[index] ?? "0");
    return { index, remainder: isUp ? remainder : minus("0", remainder) };
  });
  const order = lost.sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index).map(({ index }) => index);
  return rounded.map((value, index) => {
    const place = order.indexOf(index);
    const times = Math.floor(moves / exact.length) + (place < moves % exact.length ? 1 : 0);
    const moved = Array.from({ length: times }).reduce<Decimal>(
      (sum) => (isUp ? plus(sum, unit) : minus(sum, unit)),
      value,
    );
    return roundHalfUp(moved, places);
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
