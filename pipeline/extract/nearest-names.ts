const ALIKE = 0.4; // share of common letter pairs below which two names are no longer worth showing
const SHOWN = 3;

/** Finds the names most like a given one, most alike first. */
export type FindNearest = (name: string) => readonly string[];

/**
 * Prepares a list of names to be searched by likeness: Dice's coefficient over pairs of neighbouring characters.
 *
 * @param shown how many are found at most
 */
export function makeNearest(candidates: readonly string[], shown = SHOWN): FindNearest {
  const prepared = [...new Set(candidates)].map((candidate) => ({ candidate, pairs: pairs(candidate) }));
  const known = new Map<string, readonly string[]>();
  const find = (name: string): readonly string[] => {
    const own = counted(pairs(name));
    return prepared
      .map(({ candidate, pairs: theirs }) => ({ candidate, score: likeness(own, name.length - 1, theirs) }))
      .filter(({ score }) => score >= ALIKE)
      .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
      .slice(0, shown)
      .map(({ candidate }) => candidate);
  };
  return (name) => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
}

/** 1 for the same text, 0 where no pair is common. */
function likeness(own: ReadonlyMap<string, number>, size: number, theirs: readonly string[]): number {
  if (size < 1 || theirs.length === 0) return 0;
  const seen = new Map<string, number>();
  let common = 0;
  for (const pair of theirs) {
    const left = own.get(pair);
    if (left === undefined) continue;
    const used = seen.get(pair) ?? 0;
    if (used < left) common++;
    seen.set(pair, used + 1);
  }
  return (2 * common) / (size + theirs.length);
}

function counted(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of list) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, place) => text.slice(place, place + 2));
}
