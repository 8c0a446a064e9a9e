import { describe, expect, it } from "vitest";
import { readFigure, withValue } from "../../../pipeline/report/edition/observed-figures.ts";
import { observationFixture } from "../../support/edition-input-fixture.ts";

const RATE = { id: "x/actual", name: "x", value: "0.5", unit: "%", decimals: 1 };

describe("readFigure(wanted, observations)", () => {
  it("points at every cell that says the same", () => {
    const observations = withValue([
      observationFixture({ file: "b.xlsx" }),
      observationFixture({ file: "a.xlsx", value: "0.50" }),
    ]);
    const { figure, read } = readFigure(RATE, observations);
    expect(figure.derivation).toMatchObject({
      kind: "observed",
      observations: [{ file: "a.xlsx" }, { file: "b.xlsx" }],
    });
    expect(read).toEqual([figure]);
  });

  it.each([
    [
      "people in ten thousands",
      { value: "12754", unit: "人", quantity: "value" },
      { value: "1.2754", unit: "万人" },
      "12754÷10000",
    ],
    ["公顷 in 亩", { value: "2", unit: "公顷", quantity: "value" }, { value: "30", unit: "亩" }, "2×15"],
    ["亿斤 in 万吨", { value: "189", unit: "亿斤", quantity: "value" }, { value: "945", unit: "万吨" }, "189×5"],
    ["an index as growth", { value: "100.7", unit: "%", quantity: "index" }, { value: "0.7" }, "100.7−100"],
    ["a rate as published", { value: "0.458", decimals: 1 }, {}, "0.458四舍五入到公布的位数"],
  ] as const)("computes %s", (_name, observed, wanted, formula) => {
    const { figure, read } = readFigure({ ...RATE, ...wanted }, withValue([observationFixture(observed)]));
    expect(figure.derivation).toEqual({ kind: "computed", formula, operands: ["x/actual/read-1"] });
    expect(read.map(({ id, value }) => [id, value])).toEqual([["x/actual/read-1", observed.value]]);
  });

  it.each([
    ["another value", { value: "0.6" }],
    ["a unit that does not compare", { unit: "亿元" }],
    ["an index that is a rate", { value: "100.5" }],
    ["more digits than published", { value: "0.54", decimals: 2 }],
  ])("refuses %s", (_name, observed) => {
    expect(() => readFigure(RATE, withValue([observationFixture(observed)]))).toThrow(/x\/actual/);
  });

  it("refuses a figure without observations", () => {
    expect(() => readFigure(RATE, [])).toThrow(/x\/actual/);
  });
});
