import { sumOf } from "../model/balance.ts";
import { absolute, compare, type Decimal, minus, plus } from "../model/decimal.ts";

/** An amount with how far its rounding may lie off. */
export interface Rounded {
  readonly value: Decimal;
  readonly halfUnit: Decimal; // 0.05 for one digit after the point; "0" for an exact number
}

/** Where the figures of 开发区 stand: in the total beside the counties, inside a county's, or nobody can tell. */
export type ZoneStanding = "beside" | "inside" | "unknown";

/**
 * Tells whether 开发区 is counted in the figures of the place it lies in, by which amounts add up to the city's.
 *
 * 科尔沁区 holds it in some tables and not in others (standards of the field, section 5.1), and few say so.
 *
 * @param others the counties, and 市本级 where it reports; undefined for one that is not known, which leaves it open
 */
export function zoneStanding(
  total: Rounded,
  others: readonly (Rounded | undefined)[],
  zone: Rounded | undefined,
): ZoneStanding {
  const known = others.flatMap((one) => one ?? []);
  if (known.length === 0 || known.length < others.length) return "unknown";
  if (addsUp(total, known)) return "inside";
  return zone && addsUp(total, [...known, zone]) ? "beside" : "unknown";
}

/** Whether amounts add up to a total but for the rounding of each. */
export function addsUp(total: Rounded, parts: readonly Rounded[]): boolean {
  const off = absolute(minus(total.value, sumOf(parts.map(({ value }) => value))));
  const allowed = parts.reduce<Decimal>((sum, { halfUnit }) => plus(sum, halfUnit), total.halfUnit);
  return compare(off, allowed) <= 0;
}
