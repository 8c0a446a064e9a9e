import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedAddress, parseAddress, toAddress } from "../../pipeline/model/cell.ts";

describe("toAddress(row, column)", () => {
  it.each([
    [1, 1, "A1"],
    [7, 26, "Z7"],
    [7, 27, "AA7"],
    [7, 28, "AB7"],
    [1048576, 16384, "XFD1048576"],
  ])("%i, %i is %s", (row, column, expected) => {
    expect(toAddress(row, column)).toBe(expected);
  });

  it("is read back by parseAddress", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1048576 }), fc.integer({ min: 1, max: 16384 }), (row, column) => {
        expect(parseAddress(toAddress(row, column))).toEqual({ row, column });
      }),
    );
  });
});

describe("parseAddress(address)", () => {
  it.each(["", "A", "7", "A0", "a1", "$A$1", "AAAA1", "A1:B2"])("does not take %j", (address) => {
    expect(parseAddress(address)).toBeUndefined();
  });
});

describe("fixedAddress(range)", () => {
  it.each([
    ["E7", "$E$7"],
    ["AB12:AB240", "$AB$12:$AB$240"],
  ])("writes %s as %s", (range, expected) => {
    expect(fixedAddress(range)).toBe(expected);
  });
});
