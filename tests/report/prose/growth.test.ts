import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { bareGrowth, change, growth } from "../../../pipeline/report/prose/growth.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";

function rate(value: string, { decimals = 1, unit = "%" } = {}): Figure {
  return { id: "x", name: "x", value, unit, decimals, derivation: { kind: "computed", formula: value, operands: [] } };
}

describe("growth(rate)", () => {
  it.each([
    ["5.2", "同比增长5.2%"],
    ["5", "同比增长5.0%"],
    ["0.05", "同比增长0.1%"],
    ["0.04", "与上年同期持平"],
    ["0", "与上年同期持平"],
    ["-0.0", "与上年同期持平"],
    ["-0.04", "与上年同期持平"],
    ["-0.05", "同比下降0.1%"],
    ["-3.1", "同比下降3.1%"],
    ["-48.0", "同比下降48.0%"],
    ["120", "同比增长120.0%"],
  ])("%s is %s", (value, expected) => {
    expect(textOf(growth(rate(value)))).toBe(expected);
  });

  it("lets prices rise", () => {
    expect(textOf(growth(rate("2.4"), { isPrice: true }))).toBe("同比上涨2.4%");
    expect(textOf(growth(rate("-0.3"), { isPrice: true }))).toBe("同比下降0.3%");
  });

  it("keeps more digits where more are published", () => {
    expect(textOf(growth(rate("3.89", { decimals: 2 })))).toBe("同比增长3.89%");
  });

  it("never prints a minus sign, and the verb agrees with the printed digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.integer({ min: 0, max: 3 }),
        (thousandths, decimals) => {
          const sign = thousandths < 0 ? "-" : "";
          const value = `${sign}${Math.floor(Math.abs(thousandths) / 1000)}.${String(Math.abs(thousandths) % 1000).padStart(3, "0")}`;
          const text = textOf(growth(rate(value, { decimals })));
          expect(text).not.toMatch(/[-−]/);
          const isZero = !/[1-9]/.test(text);
          expect(text.includes("持平")).toBe(isZero);
          if (!isZero) expect(text.includes("下降")).toBe(thousandths < 0);
        },
      ),
    );
  });
});

describe("bareGrowth(rate)", () => {
  it.each([
    ["8.1", "增长8.1%"],
    ["-1.2", "下降1.2%"],
    ["0", "持平"],
  ])("%s is %s", (value, expected) => {
    expect(textOf(bareGrowth(rate(value)))).toBe(expected);
  });
});

describe("change(amount)", () => {
  it.each([
    ["0.3", "亿元", "增加0.3亿元"],
    ["-2", "亿元", "减少2.0亿元"],
    ["0", "亿元", "没有增减"],
    ["-0.5", "百分点", "减少0.5个百分点"],
  ])("%s %s is %s", (value, unit, expected) => {
    expect(textOf(change(rate(value, { unit })))).toBe(expected);
  });
});
