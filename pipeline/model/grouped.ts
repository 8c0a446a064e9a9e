import { compareText } from "./text-order.ts";

/** Gathers items under their keys, both in the order in which they come. */
export function grouped<T, Key extends string>(
  items: readonly T[],
  keyOf: (item: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Groups in the order of their keys, whatever order their items came in. */
export function inKeyOrder<T>(groups: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] {
  return [...groups].sort(([a], [b]) => compareText(a, b));
}
