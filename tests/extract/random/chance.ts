/** Draws that a seed decides, so that a sheet which was read wrong can be made again. */
export interface Chance {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True `percent` times of a hundred. */
  often(percent: number): boolean;
  /** One of several. */
  pick<T>(choices: readonly [T, ...T[]]): T;
  pick<T>(choices: readonly T[]): T;
  /** `count` different ones, in their own order. */
  some<T>(choices: readonly T[], count: number): readonly T[];
}

/** Opens a sequence of draws (mulberry32). */
export function openChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    often: (percent) => next() * 100 < percent,
    pick: <T>(choices: readonly T[]) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error("nothing to pick from");
      return choice;
    },
    some: (choices, count) => {
      const order = choices.map((choice, index) => ({ choice, index, key: next() })).sort((a, b) => a.key - b.key);
      return order
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(({ choice }) => choice);
    },
  };
}
