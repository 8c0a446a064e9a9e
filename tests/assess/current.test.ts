import { describe, expect, it } from "vitest";
import { currentObservations } from "../../pipeline/assess/current.ts";
import { observation } from "./assess-fixture.ts";

describe("currentObservations(observations)", () => {
  it("gives one observation a fact, by place", () => {
    const observations = [
      observation({ cell: "B10", region: "150521", value: "1", vintage: "2024-01-01" }),
      observation({ cell: "B10", region: "150521", value: "2", vintage: "2024-02-01" }),
      observation({ cell: "B9", region: "150502", value: "3" }),
      observation({ cell: "B9", region: "150502", value: "30", illustrative: true, vintage: "2025-01-01" }),
      observation({ cell: "C9", region: "150502", value: "3", quantity: "yoy" }),
    ];
    const facts = (list: typeof observations) =>
      currentObservations(list).map(({ cell, region, value, quantity }) => [cell, region, value, quantity]);
    const expected = [
      ["B9", "150502", "3", "value"],
      ["C9", "150502", "3", "yoy"],
      ["B10", "150521", "2", "value"],
    ];
    expect(facts(observations)).toEqual(expected);
    expect(facts([...observations].reverse())).toEqual(expected);
  });

  it("leaves out what sources disagree about", () => {
    expect(currentObservations([observation({ value: "1" }), observation({ value: "2", cell: "B3" })])).toEqual([]);
    expect(currentObservations([observation({ value: "1", unit: "亿元" }), observation({ value: "1" })])).toEqual([]);
  });

  it("gives a blank only where no vintage has a value, and the latest of them", () => {
    const old = observation({ value: null, status: "not-applicable", vintage: "2024-01-01" });
    const later = observation({ value: null, status: "missing", vintage: "2024-02-01" });
    expect(currentObservations([later, old])).toEqual([later]);
    expect(currentObservations([later, { ...old, illustrative: true, vintage: "2025-01-01" }])).toEqual([later]);
    const value = observation({ value: "1", vintage: "2023-12-01" });
    expect(currentObservations([old, value, later])).toEqual([value]);
    expect(currentObservations([later, { ...value, illustrative: true }])).toHaveLength(1);
    expect(currentObservations([old, value, observation({ ...value, value: "2", cell: "B3" })])).toEqual([]);
  });

  it("takes the same amount in two units once", () => {
    const twice = [observation({ value: "1", unit: "万个" }), observation({ value: "10000", cell: "B3" })];
    expect(currentObservations(twice).map(({ cell }) => cell)).toEqual(["B2"]);
  });
});
