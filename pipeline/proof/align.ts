import type { FoundToken, StatedToken } from "./tokens.ts";

/** Which number of the file stands for which of the ledger. */
export interface Alignment {
  readonly pairs: readonly (readonly [StatedToken, FoundToken])[]; // in the order of the ledger; their texts may differ
  readonly missing: readonly StatedToken[];
  readonly added: readonly FoundToken[];
}

const SAME_MARK = 20;
const SAME_TEXT = 4;
const OTHER_TEXT = -3;
const SAME_CONTEXT = 3; // on one side
const GAP = -1;
const NEVER = -1000;

/** Steps of the table of scores that are worth their time; beyond, numbers are paired by their marks and neighbours only. */
const MOST_STEPS = 16_000_000;

/**
 * Pairs the numbers of the ledger with those of the file, so that as much as possible stays together: by their bookmarks,
 * by their order, by the words beside them.
 *
 * Words and paragraphs may have been put in, taken out or rewritten between them. What has been moved elsewhere pairs by
 * its bookmark, or by its own text between the same words. Two numbers in different bookmarks never pair.
 */
export function align(stated: readonly StatedToken[], found: readonly FoundToken[]): Alignment {
  const head = sameFromStart(stated, found);
  const tail = sameFromEnd(stated.slice(head), found.slice(head));
  const [left, right] = [stated.slice(head, stated.length - tail), found.slice(head, found.length - tail)];
  const inner = left.length * right.length > MOST_STEPS ? [] : inOrder(left, right);
  const matched = new Map<StatedToken, FoundToken>([
    ...zip(stated.slice(0, head), found.slice(0, head)),
    ...inner,
    ...zip(stated.slice(stated.length - tail), found.slice(found.length - tail)),
  ]);
  pairMoved(stated, found, matched);
  const used = new Set(matched.values());
  return {
    pairs: stated.flatMap((one) => {
      const other = matched.get(one);
      return other ? [[one, other] as const] : [];
    }),
    missing: stated.filter((one) => !matched.has(one)),
    added: found.filter((one) => !used.has(one)),
  };
}

/** Needleman and Wunsch's alignment. */
function inOrder(
  stated: readonly StatedToken[],
  found: readonly FoundToken[],
): readonly (readonly [StatedToken, FoundToken])[] {
  const width = found.length + 1;
  const scores = new Int32Array((stated.length + 1) * width);
  for (let row = 0; row <= stated.length; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (row === 0 || column === 0) scores[at] = (row + column) * GAP;
      else
        scores[at] = Math.max(
          (scores[at - width - 1] ?? 0) + likeness(stated[row - 1], found[column - 1]),
          (scores[at - width] ?? 0) + GAP,
          (scores[at - 1] ?? 0) + GAP,
        );
    }
  }
  const pairs: (readonly [StatedToken, FoundToken])[] = [];
  let [row, column] = [stated.length, found.length];
  while (row > 0 && column > 0) {
    const at = row * width + column;
    const [one, other] = [stated[row - 1], found[column - 1]];
    if (one && other && scores[at] === (scores[at - width - 1] ?? 0) + likeness(one, other)) {
      pairs.push([one, other]);
      row -= 1;
      column -= 1;
    } else if (scores[at] === (scores[at - width] ?? 0) + GAP) row -= 1;
    else column -= 1;
  }
  return pairs.reverse();
}

function likeness(one: StatedToken | undefined, other: FoundToken | undefined): number {
  if (!one || !other || areApart(one, other)) return NEVER;
  const mark = one.mark !== null && one.mark === other.mark ? SAME_MARK : 0;
  const text = one.text === other.text ? SAME_TEXT : OTHER_TEXT;
  return mark + text + likeContext(one, other);
}

/** The file marks it as another figure than the ledger does. */
function areApart(one: StatedToken, other: FoundToken): boolean {
  return other.mark !== null && one.mark !== other.mark;
}

function likeContext(one: StatedToken, other: FoundToken): number {
  const before = one.before.slice(-2) === other.before.slice(-2) ? SAME_CONTEXT : 0;
  return before + (one.after.slice(0, 2) === other.after.slice(0, 2) ? SAME_CONTEXT : 0);
}

/** What the order left over: first by bookmark, then by the same text between the same words. */
function pairMoved(
  stated: readonly StatedToken[],
  found: readonly FoundToken[],
  matched: Map<StatedToken, FoundToken>,
): void {
  const used = new Set(matched.values());
  const pairBy = (isSame: (one: StatedToken, other: FoundToken) => boolean) => {
    const free = found.filter((other) => !used.has(other));
    if (free.length === 0) return;
    for (const one of stated) {
      if (matched.has(one)) continue;
      const other = free.find((candidate) => !used.has(candidate) && isSame(one, candidate));
      if (!other) continue;
      matched.set(one, other);
      used.add(other);
    }
  };
  pairBy((one, other) => one.mark !== null && one.mark === other.mark);
  pairBy((one, other) => isSame(one, other) && one.before.length + one.after.length >= 2);
}

function isSame(one: StatedToken, other: FoundToken): boolean {
  return one.text === other.text && !areApart(one, other) && one.before === other.before && one.after === other.after;
}

function sameFromStart(stated: readonly StatedToken[], found: readonly FoundToken[]): number {
  const most = Math.min(stated.length, found.length);
  for (let at = 0; at < most; at++) {
    const [one, other] = [stated[at], found[at]];
    if (!one || !other || !isSame(one, other)) return at;
  }
  return most;
}

function sameFromEnd(stated: readonly StatedToken[], found: readonly FoundToken[]): number {
  return sameFromStart([...stated].reverse(), [...found].reverse());
}

function zip(stated: readonly StatedToken[], found: readonly FoundToken[]): (readonly [StatedToken, FoundToken])[] {
  return stated.flatMap((one, index) => {
    const other = found[index];
    return other ? [[one, other] as const] : [];
  });
}
