import { describe, expect, it } from "vitest";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { restatements } from "../../../pipeline/report/edition/restatements.ts";
import { observationFixture } from "../../support/edition-input-fixture.ts";

const amount = (value: string | null, day: number, change: Partial<KnownObservation> = {}) =>
  observationFixture({
    ...{ value, quantity: "value", unit: "亿元", vintage: `2023-07-${10 + day}`, cell: `C${day + 5}` },
    ...{ sha256: String(day).repeat(64), ...change },
  });
const rate = (value: string, day: number, change: Partial<KnownObservation> = {}) =>
  amount(value, day, { quantity: "yoy", unit: "%", ...change });

describe("restatements(vintages)", () => {
  it.each([
    ["one vintage", [amount("1", 1)], []],
    ["the same value again", [amount("1.0", 1), amount("1", 2)], []],
    ["another value", [amount("1", 1), amount("2", 2)], ["1亿元 2亿元"]],
    ["two revisions", [amount("3", 3), amount("1", 1), amount("2", 2)], ["1亿元 2亿元", "2亿元 3亿元"]],
    ["a value taken back", [amount("1", 1), amount("2", 2), amount("1", 3)], ["1亿元 2亿元", "2亿元 1亿元"]],
    ["the same value in another unit", [amount("1.5", 1), amount("15000", 2, { unit: "万元" })], []],
    ["another value in another unit", [amount("1.5", 1), amount("15001", 2, { unit: "万元" })], ["1.5亿元 15001万元"]],
    ["units that do not compare", [amount("1", 1), amount("1", 2, { unit: "户" })], ["1亿元 1户"]],
    ["a blank after a value", [amount("1", 1), amount(null, 2)], []],
    ["a vintage that contradicts itself", [amount("1", 1), amount("2", 2), amount("3", 2, { cell: "D1" })], []],
    ["演示数据 before what was published", [amount("1", 1, { illustrative: true }), amount("2", 2)], []],
    ["演示数据 after 演示数据", [1, 2].map((day) => amount(`${day}`, day, { illustrative: true })), ["1亿元 2亿元"]],
    ["a rate in the digits published", [rate("5.0", 1), rate("4.958", 2, { decimals: 1 })], []],
    ["an amount with hidden digits", [amount("5", 1), amount("4.958", 2, { decimals: 0 })], ["5亿元 4.958亿元"]],
    ["another 口径", [amount("1", 1), amount("2", 2, { scope: "限额以上" })], []],
    ["a label that nobody has named", [1, 2].map((day) => amount(`${day}`, day, { indicator: null })), []],
  ] as const)("%s", (_case, vintages, expected) => {
    const said = (all: readonly KnownObservation[]) =>
      restatements(all).map(({ from, to }) => `${from.value}${from.unit} ${to.value}${to.unit}`);
    expect(said(vintages)).toEqual(expected);
    expect(said([...vintages].reverse())).toEqual(expected);
  });
});
