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
  const prepared = [...new Set(candidates)].map((candidate) => ({ candidate, size: candidate.length - 1 }));
  const byPair = indexPairs(prepared.map(({ candidate }) => candidate));
  return (name) => {
    const alike: { readonly candidate: string; readonly score: number }[] = [];
    for (const [index, common] of commonPairs(name, byPair)) {
      const { candidate = "", size = 0 } = prepared[index] ?? {};
      const score = (2 * common) / (name.length - 1 + size);
      if (score >= ALIKE) alike.push({ candidate, score });
    }
    return alike
      .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
      .slice(0, shown)
      .map(({ candidate }) => candidate);
  };
}

type PairIndex = ReadonlyMap<string, readonly (readonly [candidate: number, count: number])[]>;

/** How often each pair stands in which candidates, so that a name is only held against those that share one. */
function indexPairs(candidates: readonly string[]): PairIndex {
  const index = new Map<string, (readonly [number, number])[]>();
  for (const [place, candidate] of candidates.entries()) {
    for (const [pair, count] of counted(pairs(candidate))) {
      const list = index.get(pair);
      if (list) list.push([place, count]);
      else index.set(pair, [[place, count]]);
    }
  }
  return index;
}

/** How many pairs a name and each candidate have in common, each as often as it stands in both. */
function commonPairs(name: string, index: PairIndex): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const [pair, own] of counted(pairs(name))) {
    for (const [candidate, theirs] of index.get(pair) ?? []) {
      common.set(candidate, (common.get(candidate) ?? 0) + Math.min(own, theirs));
    }
  }
  return common;
}

function counted(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of list) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, place) => text.slice(place, place + 2));
}
