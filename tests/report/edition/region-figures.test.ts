import { describe, expect, it } from "vitest";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { display } from "../../../pipeline/report/edition/display.ts";
import { regionalIndicators } from "../../../pipeline/report/edition/region-figures.ts";
import {
  CITY,
  figuresFixture,
  indicatorFixture,
  JUNE,
  month,
  observationFixture,
  REGIONS,
  targetFixture,
  unknownFixture,
} from "../../support/edition-input-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";

const KERQIN = "150502";
const KAILU = "150523";
const NAIMAN = "150525";
const HURE = "150524";
const ZONE = "150571";

function across(regional: readonly KnownObservation[], target = targetFixture()) {
  const unknown = unknownFixture(target);
  const rankings = rankingsFixture([unknown], regional, { indicators: [indicatorFixture()] });
  const input = { regions: REGIONS, regional, rankings, period: JUNE };
  const [indicator] = regionalIndicators([figuresFixture(unknown)], input);
  return indicator;
}

function rates(values: Readonly<Record<string, string | null>>): readonly KnownObservation[] {
  return Object.entries(values).map(([region, value], index) =>
    observationFixture({ region, value, cell: `D${index + 5}` }),
  );
}

function printed(
  figures: ReadonlyMap<string, Parameters<typeof display>[0]> | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...(figures ?? [])].map(([region, figure]) => [region, display(figure, "cell")]));
}

describe("regionalIndicators(targets, input)", () => {
  it.each([
    [
      "ties share a rank and skip the next",
      { [KERQIN]: "8.1", [KAILU]: "7.0", [NAIMAN]: "7.0", [HURE]: "-1" },
      { [KERQIN]: "1", [KAILU]: "2", [NAIMAN]: "2", [HURE]: "4" },
    ],
    ["the city and 开发区 are not ranked", { [CITY]: "9", [ZONE]: "12", [KERQIN]: "8.1" }, { [KERQIN]: "1" }],
    ["who has no figure is not ranked", { [KERQIN]: null, [KAILU]: "7.0" }, { [KAILU]: "1" }],
    ["all the same are all first", { [KERQIN]: "5", [KAILU]: "5.0" }, { [KERQIN]: "1", [KAILU]: "1" }],
  ])("%s", (_name, values, expected) => {
    expect(printed(across(rates(values))?.rank)).toEqual(expected);
  });

  it("ranks by the digits that are printed", () => {
    const observations = [
      observationFixture({ region: KERQIN, value: "5.04", decimals: 1, cell: "D5" }),
      observationFixture({ region: KAILU, value: "4.96", decimals: 1, cell: "D6" }),
    ];
    expect(printed(across(observations)?.rank)).toEqual({ [KERQIN]: "1", [KAILU]: "1" });
  });

  it("ranks nobody where less is better", () => {
    const cap = targetFixture({ op: "<=", low: null, high: "3" });
    expect(across(rates({ [KERQIN]: "8.1", [KAILU]: "7" }), cap)?.rank.size).toBe(0);
  });

  it("leaves the month, the quarter, another period and another quantity out", () => {
    const observations = [
      observationFixture({ region: KERQIN, span: "month" }),
      observationFixture({ region: KAILU, span: "quarter" }),
      observationFixture({ region: NAIMAN, period: month(5) }),
      observationFixture({ region: HURE, quantity: "mom" }),
    ];
    expect(across(observations)?.growth.size).toBe(0);
  });

  it("puts only one 口径 side by side: the goal's own before one that may stand in", () => {
    const target = targetFixture({ scope: "限额以上", comparableScopes: ["", "不含农户"] });
    const observations = [
      observationFixture({ region: KERQIN, scope: "限额以上", value: "8.1", cell: "D5" }),
      observationFixture({ region: KAILU, scope: null, value: "7.0", cell: "D6" }),
      observationFixture({ region: NAIMAN, scope: "现价", value: "6.0", cell: "D7" }),
    ];
    expect(across(observations, target)).toMatchObject({ scope: "限额以上" });
    expect(printed(across(observations, target)?.growth)).toEqual({ [KERQIN]: "8.1" });
    expect(printed(across(observations.slice(1), target)?.growth)).toEqual({ [KAILU]: "7.0" });
    expect(across(observations.slice(2), target)?.growth.size).toBe(0);
  });

  it("keeps an amount of another 口径 away from the growth", () => {
    const target = targetFixture({ comparableScopes: ["不含农户"] });
    const observations = [
      observationFixture({ region: KERQIN, value: "8.1" }),
      observationFixture({
        region: KERQIN,
        quantity: "value",
        value: "20",
        unit: "亿元",
        scope: "不含农户",
        cell: "D8",
      }),
    ];
    expect(across(observations, target)?.amount.size).toBe(0);
  });

  it("restates amounts in the indicator's unit", () => {
    const observation = observationFixture({ region: KERQIN, quantity: "value", value: "2034567", unit: "万元" });
    const found = across([observation]);
    expect(printed(found?.amount)).toEqual({ [KERQIN]: "203.46" });
    expect(found?.read.map(({ value, unit }) => [value, unit])).toEqual([["2034567", "万元"]]);
  });

  it.each([
    ["of one vintage", {}],
    ["in units that do not compare", { unit: "亿元" }],
  ])("gives no figure where sources disagree %s", (_name, change) => {
    const other = observationFixture({
      region: KERQIN,
      value: "0.6",
      file: "另一份.xlsx",
      sha256: "ff".repeat(32),
      ...change,
    });
    const found = across([observationFixture({ region: KERQIN }), other]);
    expect(found?.growth.size).toBe(0);
    expect(found?.growthGaps.get(KERQIN)).toBe("conflicting");
  });

  it("takes published figures before 演示数据, and later vintages before earlier", () => {
    const observations = [
      observationFixture({ region: KERQIN, value: "1.0", vintage: "2023-07-01" }),
      observationFixture({ region: KERQIN, value: "2.0", vintage: "2023-07-02" }),
      observationFixture({ region: KERQIN, value: "3.0", vintage: "2023-08-01", illustrative: true }),
    ];
    expect(printed(across(observations)?.growth)).toEqual({ [KERQIN]: "2.0" });
  });

  it("lists an indicator once though several goals speak of it, and only headline goals", () => {
    const targets = [
      targetFixture(),
      targetFixture({ id: "2023-002" }),
      targetFixture({ id: "2023-003", headline: false }),
    ];
    const told = targets.map((target) => figuresFixture(unknownFixture(target)));
    const input = { regions: REGIONS, regional: [], rankings: [], period: JUNE };
    expect(regionalIndicators(told, input)).toHaveLength(1);
    expect(regionalIndicators(told.slice(2), input)).toEqual([]);
  });
});
