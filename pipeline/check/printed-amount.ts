import { compare, type Decimal, minus, plus } from "../model/decimal.ts";
import type { Observation } from "../model/observation.ts";
import { baseUnit, convert } from "../model/unit.ts";

/** An amount in the base unit of its kind (元 for 亿元), with the ends of what rounds to the digits shown. */
export interface PrintedAmount {
  readonly least: Decimal;
  readonly value: Decimal;
  readonly most: Decimal;
  readonly base: string; // unit of all three
}

/** Reads an amount with the room that its rounding leaves; null where there is no value, or no unit that is known. */
export function printedAmount({ value, unit, decimals }: Observation): PrintedAmount | null {
  if (value === null || unit === null) return null;
  const base = baseUnit(unit);
  if (base === undefined) return null;
  const room = roomOf(decimals);
  const [least, exact, most] = [minus(value, room), value, plus(value, room)].map((end) => convert(end, unit, base));
  return least === undefined || exact === undefined || most === undefined ? null : { least, value: exact, most, base };
}

/** Half a step of the last digit printed: "0.05" of one decimal. */
export function roomOf(decimals: number): Decimal {
  return decimals > 0 ? `0.${"0".repeat(decimals)}5` : "0.5";
}

/** Tells whether an amount is more than another beyond what rounding explains; false where the two do not compare. */
export function isMore(one: Observation, other: Observation): boolean {
  if (isNoMoreAsPrinted(one, other)) return false; // nearly always
  const [more, less] = [printedAmount(one), printedAmount(other)];
  return more !== null && less !== null && more.base === less.base && compare(more.least, less.most) > 0;
}

function isNoMoreAsPrinted(one: Observation, other: Observation): boolean {
  return one.unit === other.unit && one.value !== null && other.value !== null && compare(one.value, other.value) <= 0;
}
