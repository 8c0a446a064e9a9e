import { directionsIn } from "../model/direction-words.ts";
import type { Figure } from "../model/figure.ts";
import type { FoundToken, StatedToken } from "./tokens.ts";

/** What around a number makes another number of it. */
export type SurroundingFault = "unit" | "direction" | "subject";

/** Finds names in words, in their order. */
export type NameFinder = (words: string) => readonly string[];

const CLAUSE_ENDS = /[，。；：！？,;\n]/;
const MEASURE = /^\s?(?:[十百千万亿]+|[%％‰]|个?百分点|个?千分点|成(?!为|立|本)|倍)/;

/**
 * Tells whether a number with the right digits says what the ledger says: with its unit and no scale that the ledger does not
 * have; not in the brackets that stand for minus in accounts; after words that point the same way and name the same things.
 *
 * Words may be other ones of the same sense, and be more or fewer names: 不及 for 低于. Null where nothing is wrong.
 */
export function surroundingFault(stated: StatedToken, found: FoundToken, namesIn: NameFinder): SurroundingFault | null {
  if (isBracketed(found) && !isBracketed(stated)) return "direction";
  if (!hasUnit(stated, found)) return "unit";
  const lead = found.lead === "" && stated.lead !== "" ? found.above : found.lead;
  if (lead === stated.lead) return null;
  if (directionsIn(lastClause(lead)).join() !== directionsIn(lastClause(stated.lead)).join()) return "direction";
  const [before, now] = [namesIn(stated.lead), namesIn(lead)];
  return isWithin(before, now) || isWithin(now, before) ? null : "subject";
}

/** The words that speak of a number directly, for people. */
export function lastClause(words: string): string {
  return words.split(CLAUSE_ENDS).at(-1) ?? "";
}

/** Finds the indicators and regions that figures speak of; a name within a longer one is not found. */
export function nameFinder(figures: readonly Pick<Figure, "name">[]): NameFinder {
  const names = new Set(figures.flatMap(({ name }) => name.split(" ").slice(0, -1)));
  const longestFirst = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return () => [];
  const pattern = new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  return (words) => words.match(pattern) ?? [];
}

function hasUnit({ unit, after, kind, figure }: StatedToken, found: FoundToken): boolean {
  if (unit !== "") return found.after.startsWith(unit);
  if (after === "" && (figure !== null || kind === null)) return !/^\s?[\p{L}%％‰]/u.test(found.after);
  return measureIn(found.after) === measureIn(after);
}

function measureIn(after: string): string {
  return (MEASURE.exec(after)?.[0] ?? "").trim().replace("％", "%").replace(/^个/, "");
}

function isBracketed({ before, after }: Pick<StatedToken, "before" | "after">): boolean {
  return /[(（]$/.test(before) && /^[%％]?[)）]/.test(after);
}

function isWithin(names: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === names[at]) at += 1;
  return at === names.length;
}
