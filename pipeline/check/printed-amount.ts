import { type Decimal, dividedBy, minus, plus } from "../model/decimal.ts";
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
  const room = dividedBy("0.5", `1${"0".repeat(Math.max(0, decimals))}`);
  const [least, exact, most] = [minus(value, room), value, plus(value, room)].map((end) => convert(end, unit, base));
  return least === undefined || exact === undefined || most === undefined ? null : { least, value: exact, most, base };
}
