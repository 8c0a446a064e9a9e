const ALIKE = 0.4; // share of common letter pairs below which two names are no longer worth showing
const SHOWN = 3;

/** The names most like `name` by common pairs of characters, most alike first, at most three. */
export function nearestNames(name: string, candidates: readonly string[]): readonly string[] {
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: likeness(name, candidate) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ candidate }) => candidate);
}

/** Dice's coefficient over pairs of neighbouring characters; 1 for the same text. */
function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const count = rest.get(pair) ?? 0;
    if (count > 0) common++;
    rest.set(pair, count - 1);
  }
  return (2 * common) / (left.length + right.length);
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, place) => text.slice(place, place + 2));
}
