import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMergeIndex } from "../../pipeline/extract/merge-index.ts";
import type { CellRange } from "../../pipeline/model/cell.ts";

const side = fc.integer({ min: 1, max: 12 });
const range: fc.Arbitrary<CellRange> = fc
  .tuple(side, side, side, side)
  .map(([top, left, bottom, right]) => ({ top, left, bottom, right })); // now and then upside down, as in no honest file

/** What any place answers: by looking at every merge. */
function firstOver(merges: readonly CellRange[], row: number, column: number): CellRange | undefined {
  return merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
}

describe("makeMergeIndex(merges)", () => {
  it("finds the first of the merges over a place, however they overlap", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 25 }), (merges) => {
        const mergeAt = makeMergeIndex(merges);
        for (let row = 0; row <= 14; row += 1)
          for (let column = 0; column <= 14; column += 1)
            expect(mergeAt(row, column)).toBe(firstOver(merges, row, column));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a merge of a whole column to its first rows", () => {
    const whole = { top: 2, left: 1, bottom: 1_048_576, right: 1 };
    const mergeAt = makeMergeIndex([whole]);
    expect([1, 2, 5_002, 5_003].map((row) => mergeAt(row, 1))).toEqual([undefined, whole, whole, undefined]);
  });
});
