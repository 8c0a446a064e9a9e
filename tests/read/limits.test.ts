import { describe, expect, it } from "vitest";
import { formatBytes } from "../../pipeline/read/limits.ts";

describe("formatBytes(bytes)", () => {
  it.each([
    [0, "1 KB"],
    [1, "1 KB"],
    [1_025, "2 KB"],
    [1_048_576, "1 MB"],
    [1_048_577, "1.1 MB"],
    [52_428_800, "50 MB"],
    [52_428_801, "50.1 MB"], // one byte too many does not read as the limit
  ])("%i is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
