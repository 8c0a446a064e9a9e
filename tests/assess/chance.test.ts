import { describe, expect, it } from "vitest";
import { chanceByAverage, chanceOf } from "../../pipeline/assess/chance.ts";
import type { Chance } from "../../pipeline/model/prospect.ts";

const THREE = ["2", "5", "9"];

describe("chanceOf(evidence)", () => {
  it.each<[string, string | null, readonly string[], Chance | null]>([
    // needed, so far, earlier years
    ["6", "6", [], "有望"],
    ["6.01", "6", [], "有困难"],
    ["-99", "6", [], "有望"], // nothing is certain without history
    ["999", "6", [], "有困难"], // nor out of reach
    ["1", "6", ["2", "5"], "有望"],
    ["99", "6", ["2", "5"], "有困难"],
    ["2", "6", THREE, "确保"],
    ["2.01", "6", THREE, "有望"],
    ["6", "6", THREE, "有望"],
    ["6.01", "6", THREE, "有困难"],
    ["9", "6", THREE, "有困难"],
    ["9.01", "6", THREE, "难以"],
    ["9.5", "10", THREE, "有望"], // more than ever, and yet what this year has done so far
    ["1.5", "1", THREE, "有困难"], // less than ever, and yet more than this year
    ["2", null, THREE, "有望"],
    ["2.01", null, THREE, null],
    ["9.01", null, THREE, "有困难"],
    ["9.01", null, [], null],
  ])("needs %s, had %s, had %j in earlier years: %s", (required, current, earlier, expected) => {
    expect(chanceOf({ required, current, earlier, isCap: false })).toBe(expected);
    const mirrored = {
      required: negated(required),
      current: current && negated(current),
      earlier: earlier.map(negated),
    };
    expect(chanceOf({ ...mirrored, isCap: true })).toBe(expected);
  });
});

describe("chanceByAverage(amounts, months, isCap)", () => {
  it.each<[string, string, boolean, Chance]>([
    ["50", "50", false, "有望"],
    ["50.1", "49.9", false, "有困难"],
    ["50", "50", true, "有望"],
    ["49.9", "50.1", true, "有困难"],
  ])("%s to come after %s, cap %s: %s", (rest, actual, isCap, expected) => {
    expect(chanceByAverage({ rest, actual }, { left: 6, gone: 6 }, isCap)).toBe(expected);
  });
});

function negated(value: string): string {
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}
