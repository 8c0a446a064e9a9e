import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

/** Reasons of June that ask about its cumulative amount, after May. */
function asked(one: Target, [may, june]: readonly [string | null, string], change: Partial<Indicator> = {}) {
  const { quantity, unit } = one;
  const observations = [
    ...(may === null ? [] : [observation({ value: may, quantity, unit, period: month(5) })]),
    observation({ value: june, quantity, unit, period: month(6) }),
  ];
  const { reasons } = assessTarget(one, {
    ...{ indicator: indicator(change), period: month(6), observations, rules: RULES },
  });
  return reasons.filter(({ code }) => code === "cumulative-fell").map(({ text }) => text);
}

describe("a cumulative amount below the one before it", () => {
  const coal = target({ low: "4600", unit: "万吨" });

  it("is asked about, with the month that it fell from", () => {
    expect(asked(coal, ["2074.8", "1900"])).toEqual(["累计数比上期（1—5月）减少，请核实"]);
    expect(asked(asking("<=", "20", { basis: "keep" }), ["12", "11"])).toHaveLength(1);
  });

  it.each<[string, Target, readonly [string | null, string], Partial<Indicator>]>([
    ["rises", coal, ["1900", "2074.8"], {}],
    ["stays", coal, ["1900", "1900.0"], {}],
    ["is the first", coal, [null, "1900"], {}],
    ["is a stock", asking(">=", "15", { basis: "attain" }), ["12", "11"], { nature: "stock" }],
    ["is a rate of growth", growing(">=", "7"), ["7.2", "7.1"], {}],
  ])("is not where it %s", (_, one, values, change) => {
    expect(asked(one, values, change)).toEqual([]);
  });
});
