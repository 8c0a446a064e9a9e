import { describe, expect, it } from "vitest";
import { isExactNumber } from "../../pipeline/report/exact-number.ts";

describe("isExactNumber(text)", () => {
  it.each([
    ["5.2", true],
    ["-0.30", true],
    ["123456789012345", true],
    ["0.00123456789012345", true], // leading zeros are no significant digits
    ["1234567890123456", false],
    ["-0.0", false], // shown as 0.0
    ["1E+05", false],
    ["—", false],
  ])("%s: %s", (text, expected) => {
    expect(isExactNumber(text)).toBe(expected);
  });
});
