import type { PaperTexts } from "./proved-paper.ts";

/** A digit that a reader sees. */
export interface Digit {
  readonly part: string;
  readonly at: number; // offset into the part
}

/** The digits in parts, where a pattern's first group is what is seen. */
export function digitsOf(
  texts: PaperTexts,
  seen: readonly (readonly [part: RegExp, words: RegExp])[],
): readonly Digit[] {
  return Object.entries(texts).flatMap(([part, xml]) =>
    seen
      .filter(([name]) => name.test(part))
      .flatMap(([, pattern]) =>
        [...xml.matchAll(new RegExp(pattern.source, "dg"))].flatMap((match) => {
          const [start = 0] = match.indices?.[1] ?? [];
          return [...(match[1] ?? "").matchAll(/\d/g)].map(({ index }) => ({ part, at: start + index }));
        }),
      ),
  );
}

/** Numbers that look random and are the same each time (Park and Miller). */
export function* draws(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}
