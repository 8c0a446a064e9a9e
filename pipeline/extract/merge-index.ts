import type { CellRange } from "../model/cell.ts";

/** Finds the merged rectangle that a place belongs to: of several that overlap, the first in the file. */
export type MergeAt = (row: number, column: number) => CellRange | undefined;

const MOST_ROWS = 5001; // of a merge that count, from its top: one that claims a whole column says nothing of its rows

/**
 * Lays merges out for lookup by place, so that a file cannot make it slow: n of them, however tall and however they
 * overlap, take n log n to lay out, and a place takes log² n.
 *
 * A segment tree over the rows: each merge stands in the few nodes that together make up its rows, and a row asks the
 * nodes above it. In a node only columns are left to tell merges apart.
 */
export function makeMergeIndex(merges: readonly CellRange[]): MergeAt {
  if (merges.length === 0) return () => undefined;
  const edges = ascending(merges.flatMap((merge) => [merge.top, endOf(merge)]));
  const leaves = edges.length;
  const [above, below] = [edges[0] ?? NONE, edges.at(-1) ?? NONE];
  const nodes = inNodes(merges, edges).map((orders) => (orders.length === 0 ? null : paint(orders, merges)));
  return (row, column) => {
    if (row < above || row >= below) return undefined;
    let first = NONE;
    for (let node = lastUpTo(edges, row) + leaves; node > 0; node >>= 1) {
      const painted = nodes[node];
      if (painted) first = Math.min(first, painted.orders[lastUpTo(painted.edges, column)] ?? NONE);
    }
    return merges[first];
  };
}

const NONE = Number.MAX_SAFE_INTEGER; // behind all places in a list

function endOf({ top, bottom }: CellRange): number {
  return Math.min(bottom + 1, top + MOST_ROWS);
}

/** The places in the file of the merges in each node; the children of node n are 2n and 2n + 1, the leaves come last. */
function inNodes(merges: readonly CellRange[], edges: readonly number[]): readonly (readonly number[])[] {
  const nodes: number[][] = Array.from({ length: edges.length * 2 }, () => []);
  for (const [order, merge] of merges.entries()) {
    let from = lastUpTo(edges, merge.top) + edges.length;
    let to = lastUpTo(edges, endOf(merge)) + edges.length;
    for (; from < to; from >>= 1, to >>= 1) {
      if (from % 2 === 1) nodes[from++]?.push(order);
      if (to % 2 === 1) nodes[--to]?.push(order);
    }
  }
  return nodes;
}

/** Columns parted where merges begin and end, with the first merge of each part. */
interface Painted {
  readonly edges: readonly number[];
  readonly orders: readonly number[]; // NONE for a gap
}

/** Paints each merge where no earlier one is, skipping at once what is painted. */
function paint(orders: readonly number[], merges: readonly CellRange[]): Painted {
  const ranges = orders.map((order) => merges[order] as CellRange);
  const edges = ascending(ranges.flatMap(({ left, right }) => [left, right + 1]));
  const painted = edges.map(() => NONE);
  const next = edges.map((_, index) => index);
  const freeFrom = (index: number) => {
    let at = index;
    while (at < next.length && next[at] !== at) {
      next[at] = next[next[at] as number] ?? next.length;
      at = next[at] as number;
    }
    return at;
  };
  for (const [index, { left, right }] of ranges.entries()) {
    let at = freeFrom(lastUpTo(edges, left));
    while ((edges[at] ?? NONE) <= right) {
      painted[at] = orders[index] as number;
      next[at] = at + 1;
      at = freeFrom(at);
    }
  }
  return { edges, orders: painted };
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The index of the last number that is no more than this one; -1 where all are. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
