import { absolute, compare, type Decimal, dividedBy, isZero, times } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { monthOf } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import { convert } from "../model/unit.ts";

/** Both ends are still likely. */
interface Bounds {
  readonly least: Decimal;
  readonly most: Decimal;
}

// In times of the city's yearly amount.
const LEVEL: Bounds = { least: "0.01", most: "10" };
const CITY_STOCK: Bounds = { least: "0.05", most: "10" };
const CITY_FLOW: Bounds = { least: "0.0002", most: "20" };
const PART: Bounds = { least: "0.0001", most: "5" };

/**
 * Asks about amounts that cannot well be what they are read as: 344.4万元 for the retail sales of a city that sells
 * 344亿元 a year, or a neighbour's figure pasted into the row. Held against `yearly` of the indicator, never against
 * other files, so that the order in which files arrive does not matter. Zero is always likely.
 *
 * The bounds leave room for legitimate figures and are yet closer than ten thousand times, 万元 for 亿元:
 * - Rates, and amounts a head or 亩 anywhere: 1/100 to 10 times. They hardly differ between years and places; a first
 *   quarter's income is a quarter of the year's.
 * - What the city has (a stock): 1/20 to 10 times. It is all there from January on.
 * - What comes up in the city over time: 1/5,000 to 20 times. The first weeks of a harvest are as little, and a yearly
 *   goal can be left far behind. From 1/500 to twice the year's amount a slip of 10,000 is caught either way.
 * - A part of the city, by place or by 口径: from a ten-thousandth of what the whole city would have by then, month by
 *   month alike, to 5 times its year. A part that is no more than the whole is caught when written 10,000 times too
 *   small; written too large, from 1/2,000 of the city's year on. Before the month from which an indicator's pace means
 *   anything, the city is taken to be no further than January.
 * - Where `yearly` is a total that the indicator is no more than, the city is judged as a part of that total, and a part
 *   of the city by the upper end alone.
 *
 * @param indicators by code
 * @param regions by code; a place that is none of them is not judged
 * @returns one issue a cell, in the order of the observations
 */
export function checkUnlikelyAmount(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
): readonly Issue[] {
  const likely = makeLikely();
  return observations.flatMap((observation) => {
    const indicator = indicators.get(observation.indicator ?? "");
    const region = regions.get(observation.region ?? "");
    const { quantity, value, unit, label, sheet, cell } = observation;
    if (!indicator?.yearly || !region || quantity !== "value" || value === null || unit === null) return [];
    const amount = isZero(value) ? undefined : convert(absolute(value), unit, indicator.unit);
    if (amount === undefined) return [];
    const { least, most } = likely(indicator, indicator.yearly, region, observation);
    const problem = compare(amount, least) < 0 ? "这个数太小" : compare(amount, most) > 0 ? "这个数太大" : null;
    if (problem === null) return [];
    const details = { label: quote(label), found: `${value}${unit}`, expected: usual(indicator), problem };
    return [makeIssue("unlikely-amount", { sheet, cell }, details)];
  });
}

/** Reckons the bounds once for all observations that share them. */
function makeLikely(): (indicator: Indicator, yearly: Decimal, region: Region, observation: Observation) => Bounds {
  const known = new Map<string, Bounds>();
  return (indicator, yearly, { kind }, observation) => {
    const isPart = kind !== "city" || observation.scope !== null;
    const months = monthsOf(indicator, observation);
    const key = `${indicator.code}|${isPart}|${months}`;
    const bounds = known.get(key) ?? boundsOf(indicator, yearly, isPart, months);
    known.set(key, bounds);
    return bounds;
  };
}

function boundsOf(indicator: Indicator, yearly: Decimal, isPart: boolean, months: Decimal): Bounds {
  const of = ({ least, most }: Bounds): Bounds => ({ least: times(yearly, least), most: times(yearly, most) });
  const isStock = indicator.nature === "stock";
  if (isLevel(indicator)) return of(LEVEL);
  if (!isPart && !indicator.isUpperBound) return of(isStock ? CITY_STOCK : CITY_FLOW);
  const { least, most } = of(PART);
  if (isPart && indicator.isUpperBound) return { least: "0", most };
  return isStock ? { least, most } : { least: dividedBy(times(least, months), "12"), most };
}

/** A small place has as much of it as a large one: rates, 人均可支配收入, 每支乌兰牧骑惠民演出场次. */
function isLevel({ nature, name }: Indicator): boolean {
  return (nature !== "flow" && nature !== "stock") || /人均|每/.test(name);
}

/** Months of even pace that a flow's value stands for. */
function monthsOf({ judgedFrom }: Indicator, { period, span }: Observation): Decimal {
  const month = monthOf(period);
  if (month < judgedFrom) return "1";
  return String({ month: 1, quarter: 3, ytd: month, year: 12, instant: month }[span]);
}

function usual({ nature, yearly, unit, isUpperBound }: Indicator): string {
  if (isUpperBound) return `${nature === "flow" ? "全年" : ""}一般不超过${yearly}${unit}`;
  return `${nature === "flow" ? "全年通常约" : "通常约"}${yearly}${unit}`;
}
