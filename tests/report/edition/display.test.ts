import { describe, expect, it } from "vitest";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { display, rateDecimals, signOf, tellingDecimals } from "../../../pipeline/report/edition/display.ts";

function figure(value: string, decimals?: number): Figure {
  const derivation = { kind: "computed" as const, formula: value, operands: [] };
  return { id: "x", name: "x", value, unit: "%", derivation, ...(decimals !== undefined && { decimals }) };
}

describe("display(figure, place)", () => {
  it.each([
    ["5.25", 1, "5.3", "5.3", "5.25"],
    ["-5.25", 1, "-5.3", "5.3", "-5.25"],
    ["1.005", 2, "1.01", "1.01", "1.005"],
    ["-0.04", 1, "0.0", "0.0", "-0.04"],
    ["612", 0, "612", "612", "612"],
    ["9", 1, "9.0", "9.0", "9"],
    ["9.50", undefined, "9.50", "9.50", "9.50"],
    ["-0.00", undefined, "0.00", "0.00", "-0.00"],
    ["113.3333333333", 1, "113.3", "113.3", "113.3333333333"],
  ])("%s to %s places", (value, decimals, cell, prose, source) => {
    const one = figure(value, decimals);
    expect([display(one, "cell"), display(one, "prose"), display(one, "source")]).toEqual([cell, prose, source]);
  });
});

describe("signOf(figure)", () => {
  it.each([
    ["0.04", 1, 0],
    ["0.05", 1, 1],
    ["-0.05", 1, -1],
    ["-0.04", 1, 0],
    ["-0.04", undefined, -1],
  ])("%s to %s places is %s", (value, decimals, expected) => {
    expect(signOf(figure(value, decimals))).toBe(expected);
  });
});

describe("tellingDecimals(value, threshold, fewest)", () => {
  it.each([
    ["99.97", "100", 1, 2],
    ["99.9", "100", 1, 1],
    ["100", "100", 1, 1],
    ["100.04", "100", 1, 2],
    ["-0.03", "0", 1, 2],
    ["-0.0000000001", "0", 1, 6],
    ["-8.5", "0", 1, 1],
  ])("%s beside %s takes %s or more: %s", (value, threshold, fewest, expected) => {
    expect(tellingDecimals(value, threshold, fewest)).toBe(expected);
  });
});

describe("rateDecimals(published)", () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 3],
  ])("%d published, %d printed", (published, expected) => {
    expect(rateDecimals(published)).toBe(expected);
  });
});
