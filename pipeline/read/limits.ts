import { READ_LIMIT_NAMES, READ_LIMITS, type ReadLimitName, type ReadLimitValues } from "../model/read-limit.ts";

/** How much a file may ask of this machine before it is refused. */
export type ReadLimits = ReadLimitValues;

/** The limits of a machine whose people have set none. */
export const DEFAULT_READ_LIMITS = Object.freeze(
  Object.fromEntries(READ_LIMIT_NAMES.map((name) => [name, READ_LIMITS[name].standard * READ_LIMITS[name].scale])),
) as ReadLimits;

const MEGABYTE = 1024 * 1024;

/** A limit in the unit in which it is set: "50 MB", "2000000 个". */
export function formatLimit(name: ReadLimitName, value: number): string {
  const { unit, scale } = READ_LIMITS[name];
  return `${Number((value / scale).toFixed(6))} ${unit}`.trimEnd();
}

/** What a file asks, for people: sizes as `formatBytes`, all else in the unit of the limit, rounded up. */
export function formatAsked(name: ReadLimitName, value: number): string {
  if (name.endsWith("Bytes")) return formatBytes(value);
  const { unit, scale } = READ_LIMITS[name];
  return `${Math.ceil((value / scale) * 10) / 10} ${unit}`.trimEnd();
}

/** A size for people: "50 MB", "1.5 MB", never rounded to zero. */
export function formatBytes(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
  return `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
}
