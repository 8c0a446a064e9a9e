import { absolute, compare, type Decimal, decimalPlaces, minus, roundHalfUp } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import { asksForFall, type Target } from "../model/target.ts";
import { isRate } from "../model/unit.ts";
import { earlierMonth } from "./earlier-month.ts";
import { levelEdges } from "./edges.ts";
import { compareSettled, gapUnitOf, sideOf, toleranceOf } from "./goal.ts";
import type { Case, Goal, Reading } from "./judgement.ts";

const MOST_DECIMALS = 6;

/** What happened, as a clause, with its time where that is an earlier month: 累计增长0.5%, 上半年累计增长6.2%, 下降3.0%, 与上年同期持平, 实际为3.89%, 增加2亿元. */
export function actualClause(one: Case): string {
  return `${earlierMonth(one)}${actualWords(one)}`;
}

function actualWords({ target, reading, indicator }: Case): string {
  const { actual } = reading;
  const amount = printed(actual, actualPlaces(target, reading));
  if (target.quantity === "yoy" || target.quantity === "mom") return rateClause(target, reading, indicator, amount);
  if (target.quantity === "change") return changeClause(amount, target.unit);
  if (target.quantity === "index") return `指数为${amount}`;
  return `实际为${unsigned(amount)}${target.unit}`;
}

/** Where the actual stands against the goal: 低于年度目标8.5个百分点, 高于目标3万亩, 与年度目标持平. */
export function againstGoal(one: Case): string {
  const { target, goal, reading } = one;
  if (isInsideRange(goal, reading.actual)) return "在目标区间以内";
  const difference = minus(reading.actual, boundOf(target, goal, reading.actual));
  const name = goalName(target, reading.period);
  if (compare(difference, "0") === 0) return `与${name}持平`;
  const isMore = compare(difference, "0") > 0;
  const distance = `${printed(absolute(difference), gapPlaces(one, difference))}${gapUnitAfter(target.unit)}`;
  if (asksForFall(target)) return againstFall(reading.actual, { isMore, isRate: isRate(target.unit), name, distance });
  return `${isMore ? "高于" : "低于"}${name}${distance}`;
}

interface Distance {
  readonly isMore: boolean; // the actual is the higher number, so that it fell less
  readonly isRate: boolean;
  readonly name: string;
  readonly distance: string;
}

/** A fall is compared by its size: 降幅低于年度目标0.1个百分点; what rose has none. */
function againstFall(actual: Decimal, { isMore, isRate, name, distance }: Distance): string {
  if (compare(actual, "0") > 0) return `不降反升，与${name}相差${distance}`;
  return `${isRate ? "降幅" : "减少额"}${isMore ? "低于" : "高于"}${name}${distance}`;
}

/** 完成年度目标的63.2%, 上半年完成…, with as many digits as tell whether it is the whole, or on which side of `edges` it is. */
export function completionClause(one: Case, completion: Decimal, edges: readonly Decimal[] = []): string {
  const name = goalName(one.target, one.reading.period);
  const places = placesTelling(completion, ["100", ...edges], 1);
  return `${earlierMonth(one)}完成${name}的${unsigned(printed(completion, places))}%`;
}

/** 快于序时进度13.2个百分点, 慢于…, 与序时进度持平; with as many digits as show on which side of `edges` it is. */
export function againstPace(gap: Decimal, edges: readonly Decimal[]): string {
  const sign = compare(gap, "0");
  if (sign === 0) return "与序时进度持平";
  return `${sign > 0 ? "快于" : "慢于"}序时进度${printed(absolute(gap), placesTelling(gap, ["0", ...edges], 1))}个百分点`;
}

/** What a 左右 allows: 在“左右”允许的±0.5个百分点以内，基本达到目标, or 超出…. */
export function againstTolerance({ target, goal, rules }: Case, isWithin: boolean): string {
  const allowed = `“左右”允许的±${toleranceOf(target, goal, rules)}${gapUnitAfter(target.unit)}`;
  return isWithin ? `在${allowed}以内，基本达到目标` : `超出${allowed}`;
}

/** A count of the unit as differences of it are told: 8.5个百分点, 3万亩. */
export function gapUnitAfter(unit: string): string {
  const name = gapUnitOf(unit);
  return name === "百分点" || name === "千分点" ? `个${name}` : name;
}

/** 年度目标, 年度控制目标, 所比照的数, or without 年度 where it is due at another time than the year's end. */
export function goalName(target: Target, period: Period): string {
  if (target.relativeTo !== null) return "所比照的数";
  const isAnnual = monthOf(target.due) === 12 && yearOf(target.due) === yearOf(period);
  return `${isAnnual ? "年度" : ""}${sideOf(target) === "cap" && !asksForFall(target) ? "控制目标" : "目标"}`;
}

/** 2023年3月末, as dues are told. */
export function dueName(due: Period): string {
  return monthOf(due) === 12 ? `${yearOf(due)}年末` : `${yearOf(due)}年${monthOf(due)}月末`;
}

/** Rounds half up (四舍五入) and never prints a negative zero. */
export function printed(value: Decimal, places: number): string {
  return roundHalfUp(value, places);
}

/** Digits to print a value with: `fewest`, more where rounding would put it on the wrong side of `threshold`. */
export function tellingPlaces(value: Decimal, threshold: Decimal, fewest: number): number {
  for (let places = fewest; places < MOST_DECIMALS; places++) {
    if (compareSettled(roundHalfUp(value, places), threshold) === compareSettled(value, threshold)) return places;
  }
  return MOST_DECIMALS;
}

/** Prices rise by 上涨, all else by 增长; a minus never stands in a sentence (standards of the field, section 3.4). */
function rateClause({ quantity }: Target, { span }: Reading, { nature }: Indicator, amount: string): string {
  const sign = compare(amount, "0");
  if (sign === 0) return quantity === "mom" ? "与上月持平" : "与上年同期持平";
  const scale = quantity === "mom" ? "环比" : span === "ytd" ? "累计" : "同比";
  const rise = nature === "index" ? "上涨" : "增长";
  return `${scale}${sign > 0 ? rise : "下降"}${absolute(amount)}%`;
}

function changeClause(amount: string, unit: string): string {
  const sign = compare(amount, "0");
  if (sign === 0) return "没有增减";
  return `${sign > 0 ? "增加" : "减少"}${absolute(amount)}${isRate(unit) ? gapUnitAfter(unit) : unit}`;
}

/** A value as a sentence tells it where it stands as a number: 6.4%, 下降3.0%, 减少2亿元, 负3亿元. */
export function valueWords({ quantity, unit }: Pick<Target, "quantity" | "unit">, value: Decimal): string {
  if (compare(value, "0") >= 0) return `${value}${unit}`;
  const isRateOfGrowth = quantity === "yoy" || quantity === "mom";
  return `${isRateOfGrowth ? "下降" : quantity === "change" ? "减少" : "负"}${absolute(value)}${unit}`;
}

/** 负3.2 for -3.2: no minus stands in a sentence. */
export function unsigned(amount: string): string {
  return amount.startsWith("-") ? `负${absolute(amount)}` : amount;
}

function isInsideRange({ low, high }: Goal, actual: Decimal): boolean {
  return compare(low, high) < 0 && compare(actual, low) >= 0 && compare(actual, high) <= 0;
}

/** The bound that an actual is told against: the one it breaks, or the nearer. */
function boundOf(target: Target, { low, high }: Goal, actual: Decimal): Decimal {
  const side = sideOf(target);
  if (side !== "both") return side === "cap" ? high : low;
  return compare(minus(high, actual), minus(actual, low)) < 0 ? high : low;
}

/** The same for several thresholds. */
export function placesTelling(value: Decimal, thresholds: readonly Decimal[], fewest: number): number {
  return Math.max(...thresholds.map((threshold) => tellingPlaces(value, threshold, fewest)));
}

/** Rates have at least one digit after the point; amounts are printed as published. */
function actualPlaces({ unit }: Target, { actual, decimals }: Reading): number {
  return tellingPlaces(actual, "0", isRate(unit) ? Math.max(1, decimals) : decimals);
}

/** Digits to print the distance from a goal with: as many as the actual and the goal have, more where they would hide its sign or its light. */
export function gapPlaces(one: Pick<Case, "target" | "goal" | "reading" | "rules">, difference: Decimal): number {
  const { target, reading } = one;
  const goalPlaces = Math.max(decimalPlaces(target.low ?? "0"), decimalPlaces(target.high ?? "0"));
  const fewest = Math.max(isRate(target.unit) ? 1 : 0, reading.decimals, goalPlaces);
  return placesTelling(difference, levelEdges(one), fewest);
}
