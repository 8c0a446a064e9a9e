/** The name of a list that takes the fewest letters to change into this one; "" where the list is empty. */
export function nearestName(name: string, names: readonly string[]): string {
  return [...names].sort((a, b) => distance(name, a) - distance(name, b))[0] ?? "";
}

/** Levenshtein's distance: how many letters have to be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  [...a].forEach((letter, row) => {
    const current = [row + 1];
    [...b].forEach((other, column) => {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    previous = current;
  });
  return previous[b.length] ?? 0;
}
