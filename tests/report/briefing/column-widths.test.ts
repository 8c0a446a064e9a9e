import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnTwips } from "../../../pipeline/report/briefing/column-widths.ts";

describe("columnTwips(widthChars, totalTwips)", () => {
  it("shares in proportion", () => {
    expect(columnTwips([10, 20, 10], 8844)).toEqual([2211, 4422, 2211]);
  });

  it("adds up to the whole, however the columns are", () => {
    const widths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(widths, (chars) => {
        const twips = columnTwips(chars, 8845);
        expect(twips.reduce((sum, width) => sum + width, 0)).toBe(8845);
        expect(Math.min(...twips)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
