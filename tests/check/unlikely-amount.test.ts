import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { compare, type Decimal, times } from "../../pipeline/model/decimal.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod, SPANS } from "../../pipeline/model/period.ts";
import { ROOT } from "../support/scratch-home.ts";

const shipped = loadReference(ROOT);
const known = shipped.indicators.filter(({ yearly, isUpperBound }) => yearly !== null && !isUpperBound);
const bounded = shipped.indicators.filter(({ isUpperBound }) => isUpperBound);
const CITY = "150500";
const COUNTY = "150524";

/** 1—6月 of retail sales in the city, unless changed. */
function observation(change: Omit<Partial<Observation>, "indicator"> & { readonly indicator?: string }): Observation {
  return {
    ...{ sheet: "S", cell: "B2", label: "x", path: [], indicator: "retail-sales", region: CITY },
    ...{ period: makePeriod(2023, 6), span: "ytd", quantity: "value", scope: null, value: "172", unit: "亿元" },
    ...{ decimals: 1, status: "normal", statusReason: null, ...change },
  } as Observation;
}

function problems(given: Observation): readonly string[] {
  const { observations, issues } = checkObservations([given], shipped);
  const errors = issues.filter(({ severity }) => severity === "error"); // half a person is asked elsewhere
  const asked = errors.filter(({ code }) => code === "unlikely-amount");
  expect(observations.length).toBe(errors.length === 0 ? 1 : 0); // what is asked is not used
  return asked.map(({ message }) => /太[大小]/.exec(message)?.[0] ?? message);
}

type Change = Parameters<typeof observation>[0];

// The yearly amounts of the seeds: retail sales 344.4亿元, forests 200万亩 (judged from October), cattle 385.8万头.
const CASES: readonly (readonly [string, Change, string | null])[] = [
  ["the published year", { value: "344.4", period: makePeriod(2023, 12) }, null],
  ["万元 for 亿元", { value: "344.4", unit: "万元", period: makePeriod(2023, 12) }, "太小"],
  ["亿元 for 万元", { value: "3444000" }, "太大"],
  ["the same in its own 万元", { value: "3444000", unit: "万元" }, null],
  ["nothing", { value: "0.0" }, null],
  ["no figure", { value: null, status: "missing", statusReason: "—" }, null],
  ["growth", { value: "0.0001", quantity: "yoy", unit: "%" }, null],
  ["a change", { value: "0.0001", quantity: "change" }, null],
  ["no unit", { value: "0.0001", unit: null }, null],
  ["a unit of something else", { value: "0.0001", unit: "万人" }, null],
  ["no place", { value: "0.0001", region: null }, null],
  ["a place that is nobody's", { value: "0.0001", region: "430500" }, null],
  ["no yearly amount", { value: "0.0001", indicator: "industrial-profit" }, null],
  ["a part of a total below its least", { value: "49.9", unit: "万元", indicator: "tax-revenue" }, "太小"],
  ["a part of a total at its least", { value: "50", unit: "万元", indicator: "tax-revenue" }, null],
  ["a part of a total above its most", { value: "500.1", indicator: "tax-revenue" }, "太大"],
  ["a county's part of a total, however small", { value: "1", unit: "元", indicator: "exports", region: COUNTY }, null],
  ["a county's part of a total above its most", { value: "8045.1", indicator: "exports", region: COUNTY }, "太大"],
  [
    "a county's income, held against another",
    { indicator: "household-income", value: "2.4", unit: "元", region: COUNTY },
    "太小",
  ],
  ["a flow below its least", { value: "0.06887" }, "太小"],
  ["a flow at its least", { value: "0.06888" }, null],
  ["a flow above its least", { value: "0.06889" }, null],
  ["a fall below its least", { value: "-0.06887" }, "太小"],
  ["a flow below its most", { value: "6887.9" }, null],
  ["a flow at its most", { value: "6888" }, null],
  ["a flow above its most", { value: "6888.1" }, "太大"],
  ["a stock below its least", { indicator: "cattle", value: "19.289", unit: "万头", span: "instant" }, "太小"],
  ["a stock at its least", { indicator: "cattle", value: "19.29", unit: "万头", span: "instant" }, null],
  ["a stock at its most", { indicator: "cattle", value: "3858", unit: "万头", span: "instant" }, null],
  ["a stock above its most", { indicator: "cattle", value: "3858.1", unit: "万头", span: "instant" }, "太大"],
  ["an income below its least", { indicator: "urban-income", value: "377.18", unit: "元", region: COUNTY }, "太小"],
  ["an income at its least", { indicator: "urban-income", value: "377.19", unit: "元", region: COUNTY }, null],
  ["an income at its most", { indicator: "urban-income", value: "377190", unit: "元", region: COUNTY }, null],
  ["an income above its most", { indicator: "urban-income", value: "37.72", unit: "万元", region: COUNTY }, "太大"],
  ["a rate above its most", { indicator: "urban-unemployment", value: "39", unit: "%" }, "太大"],
  ["a county's half year below its least", { region: COUNTY, value: "172.1", unit: "万元" }, "太小"],
  ["a county's half year at its least", { region: COUNTY, value: "172.2", unit: "万元" }, null],
  ["a county's half year at its most", { region: COUNTY, value: "1722" }, null],
  ["a county's half year above its most", { region: COUNTY, value: "1722.1" }, "太大"],
  ["a county's month below its least", { region: COUNTY, span: "month", value: "28.69", unit: "万元" }, "太小"],
  ["a county's month at its least", { region: COUNTY, span: "month", value: "28.7", unit: "万元" }, null],
  ["a county's quarter below its least", { region: COUNTY, span: "quarter", value: "86.09", unit: "万元" }, "太小"],
  ["a county's quarter at its least", { region: COUNTY, span: "quarter", value: "86.1", unit: "万元" }, null],
  ["a county's year below its least", { region: COUNTY, span: "year", value: "344.3", unit: "万元" }, "太小"],
  ["a county's year at its least", { region: COUNTY, span: "year", value: "344.4", unit: "万元" }, null],
  ["the 市本级, like a county", { region: "150599", value: "172.1", unit: "万元" }, "太小"],
  ["the 开发区, like a county", { region: "150571", value: "172.2", unit: "万元" }, null],
  ["the city within a 口径, like a county", { scope: "限额以上", value: "172.2", unit: "万元" }, null],
  ["a county's stock below its least", { indicator: "cattle", region: COUNTY, value: "385.7", unit: "头" }, "太小"],
  ["a county's stock at its least", { indicator: "cattle", region: COUNTY, value: "385.8", unit: "头" }, null],
  ["a county's stock above its most", { indicator: "cattle", region: COUNTY, value: "1929.1", unit: "万头" }, "太大"],
  [
    "a county's forests before October",
    { indicator: "forest-restoration", region: COUNTY, value: "17", unit: "亩" },
    null,
  ],
  ["too few even so", { indicator: "forest-restoration", region: COUNTY, value: "16", unit: "亩" }, "太小"],
  [
    "too few in October",
    { indicator: "forest-restoration", region: COUNTY, value: "166", unit: "亩", period: makePeriod(2023, 10) },
    "太小",
  ],
];

const anyIndicator = fc.constantFrom(...known);
const anyTime = fc.record({
  period: fc.integer({ min: 1, max: 12 }).map((month) => makePeriod(2023, month)),
  span: fc.constantFrom(...SPANS),
});

/** Whole numbers from `min` to `max`, of a millionth. */
function share(min: number, max: number): fc.Arbitrary<Decimal> {
  return fc.integer({ min, max }).map((millionths) => times(String(millionths), "0.000001"));
}

function figure({ code, unit, yearly }: Indicator, part: Decimal, change: Change): Observation {
  return observation({ indicator: code, unit, value: times(yearly ?? "0", part), ...change });
}

function isLevel({ nature, name }: Indicator): boolean {
  return nature === "rate" || /人均|每/.test(name);
}

describe("checkUnlikelyAmount(observations, indicators, regions)", () => {
  it.each(CASES)("%s: %j is %s", (_, change, problem) => {
    expect(problems(observation(change))).toEqual(problem === null ? [] : [problem]);
  });

  it("says what was read, what is usual, and what to do", () => {
    const [issue] = checkObservations([observation({ value: "344.4", unit: "万元" })], shipped).issues;
    expect(issue?.message).toBe('"x" 读出来是344.4万元，全市全年通常约344.4亿元，这个数太小，未采用');
    expect(issue?.hint).toMatch(/单位.*错行.*编报人员/);
    const [stock] = checkObservations([observation({ indicator: "cattle", value: "1", unit: "头" })], shipped).issues;
    expect(stock?.message).toContain("全市通常约385.8万头");
    const [part] = checkObservations(
      [observation({ value: "35.2", unit: "万元", indicator: "tax-revenue" })],
      shipped,
    ).issues;
    expect(part?.message).toContain("全市全年一般不超过100亿元");
  });

  it("asks once where the unit alone is out of all reason", () => {
    const { issues } = checkObservations([observation({ value: "344.4", unit: "元" })], shipped);
    expect(issues.map(({ code }) => code)).toEqual(["unlikely-unit"]);
  });

  it("knows a yearly amount of most indicators", () => {
    expect([known.length, bounded.length]).toEqual([116, 15]);
  });

  it("never asks for a hundredth to 120 % of the city's year, a twentieth of a stock on, and always for 10,000 times as much or as little", () => {
    fc.assert(
      fc.property(anyIndicator, anyTime, share(10_000, 1_200_000), (indicator, time, part) => {
        fc.pre(indicator.nature !== "stock" || compare(part, "0.05") >= 0);
        expect(problems(figure(indicator, part, time))).toEqual([]);
        expect(problems(figure(indicator, times(part, "10000"), time))).toEqual(["太大"]);
        expect(problems(figure(indicator, times(part, "0.0001"), time))).toEqual(["太小"]);
      }),
      { numRuns: 2000 },
    );
  });

  it("never asks for a county's year of 1/2,000 to all of the city's, and nearly always for 10,000 times that", () => {
    const sums = known.filter((indicator) => !isLevel(indicator));
    const december = { region: COUNTY, period: makePeriod(2023, 12), span: "ytd" } as const;
    fc.assert(
      fc.property(fc.constantFrom(...sums), share(501, 999_999), (indicator, part) => {
        expect(problems(figure(indicator, part, december))).toEqual([]);
        expect(problems(figure(indicator, times(part, "10000"), december))).toEqual(["太大"]);
        expect(problems(figure(indicator, times(part, "0.0001"), december))).toEqual(["太小"]);
      }),
      { numRuns: 2000 },
    );
  });

  it("never asks for a county's share of one 1/2,000 to all of what the city has by a month, at an even pace", () => {
    const even = known.filter((indicator) => !isLevel(indicator) && indicator.judgedFrom === 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...even),
        fc.integer({ min: 1, max: 12 }),
        share(501, 999_999),
        (one, month, part) => {
          const time = { region: COUNTY, period: makePeriod(2023, month), span: "ytd" } as const;
          const soFar = one.nature === "stock" ? part : times(part, (month / 12).toFixed(8));
          expect(problems(figure(one, soFar, time))).toEqual([]);
          expect(problems(figure(one, times(soFar, "0.0001"), time))).toEqual(["太小"]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
