import { describe, expect, it } from "vitest";
import { isDay, shiftDay } from "../../pipeline/model/day.ts";

describe("shiftDay(day, count)", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-03-01", -1, "2023-02-28"],
    ["2023-12-31", 1, "2024-01-01"],
  ])("%s, %i: %s", (day, count, expected) => {
    expect(shiftDay(day, count)).toBe(expected);
  });
});

describe("isDay(text)", () => {
  it.each([
    ["2023-07-15", true],
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2023-7-15", false],
    ["2023-07-15T00:00", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
