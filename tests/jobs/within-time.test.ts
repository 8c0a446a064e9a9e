import { describe, expect, it } from "vitest";
import { withinTime } from "../../pipeline/jobs/within-time.ts";

const late = () => new Error("late");

describe("withinTime(work, timeMs, late)", () => {
  it("gives what the work gives, of the same making as everything else", () => {
    expect(withinTime(() => [1], 10_000, late)).toBeInstanceOf(Array);
  });

  it("lets through what the work throws", () => {
    const work = () => {
      throw new RangeError("wrong");
    };
    expect(() => withinTime(work, 10_000, late)).toThrow(RangeError);
  });

  it.each<readonly [string, () => unknown]>([
    ["a loop", () => endless(() => undefined)],
    ["a search that goes back and back", () => /^(a+)+$/.test(`${"a".repeat(60)}b`)],
    ["work that catches everything", () => endless(() => caught(() => endless(() => undefined)))],
  ])("ends %s, and is ready for the next", (_, work) => {
    expect(() => withinTime(work, 20.5, late)).toThrow("late");
    expect(withinTime(() => 7, 10_000, late)).toBe(7);
  });
});

function endless(step: () => void): never {
  for (;;) step();
}

function caught(work: () => unknown): void {
  try {
    work();
  } catch {
    // goes on
  }
}
