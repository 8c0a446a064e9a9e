import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flipPlaces } from "../../tools/flip-places.ts";

describe("flipPlaces(sizes, count)", () => {
  it("begins with first and last bytes of every file", () => {
    const places = flipPlaces(new Map(Object.entries({ a: 10, b: 1, c: 0, d: 5000 })), 5);
    expect(places.map(({ file, at }) => `${file} ${at}`)).toEqual(["a 0", "b 0", "d 0", "a 9", "d 4999"]);
  });

  it("never names a byte twice, nor one that is not there, and as many as there are", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 600 }), (list, count) => {
        const files = new Map(list.map((size, index) => [String(index), size]));
        const places = flipPlaces(files, count);
        const known = new Set(places.map(({ file, at }) => `${file} ${at}`));
        expect(known.size).toBe(places.length);
        expect(places.every(({ file, at }) => at >= 0 && at < (files.get(file) ?? 0))).toBe(true);
        expect(places.length).toBe(
          Math.min(
            count,
            list.reduce((sum, size) => sum + size, 0),
          ),
        );
      }),
    );
  });
});
