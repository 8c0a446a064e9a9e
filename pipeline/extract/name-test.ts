import { nameKey } from "./normalise.ts";

/**
 * Tells whether a sheet's name, after normalisation, fits a pattern in which `*` stands for anything. Without regular
 * expression: however many `*`, each part between them is looked for once.
 */
export function makeNameTest(pattern: string): (name: string) => boolean {
  const [head = "", ...parts] = pattern.split("*").map(nameKey);
  const tail = parts.pop();
  if (tail === undefined) return (name) => nameKey(name) === head;
  const between = parts.filter((part) => part !== "");
  return (name) => {
    const key = nameKey(name);
    const end = key.length - tail.length;
    if (!key.startsWith(head) || !key.endsWith(tail)) return false;
    let at = head.length;
    for (const part of between) {
      const found = key.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= end;
  };
}
