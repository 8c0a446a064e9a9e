import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  roundHalfUp,
  times,
} from "../model/decimal.ts";
import { CADENCE_MONTHS, type Indicator } from "../model/indicator.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import type { Rest } from "../model/prospect.ts";
import { operand, type Part } from "./step.ts";
import { tellingPlaces } from "./wording.ts";

const MOST_FURTHER_DIGITS = 2;
const TIMES_OFF: Decimal = "200"; // half a percent
const UNITS: Readonly<Record<number, Rest["unit"]>> = { 1: "个月", 3: "个季度", 6: "个半年", 12: "年" };
const EACH: Readonly<Record<Rest["unit"], string>> = { 个月: "月均", 个季度: "季均", 个半年: "半年均", 年: "年均" };

/** Months from a reading to a due date; negative once it is past. */
export function monthsLeft(period: Period, due: Period): number {
  return (yearOf(due) - yearOf(period)) * 12 + monthOf(due) - monthOf(period);
}

/** The time left as the indicator's figures come, months where they do not divide it; years for a goal of a later year. */
export function restOf({ cadence }: Indicator, period: Period, due: Period): Rest {
  const months = monthsLeft(period, due);
  if (yearOf(due) > yearOf(period)) return { count: dividedBy(String(months), "12"), unit: "年" };
  const length = months % CADENCE_MONTHS[cadence] === 0 ? CADENCE_MONTHS[cadence] : 1;
  return { count: String(months / length), unit: UNITS[length] ?? "个月" };
}

/** What last year's whole is called: to the year's end, or to the same due date within it. */
export function lastWholeName(due: Period): string {
  return monthOf(due) === 12 ? "上年全年" : "上年同一期限";
}

/** 月均, 季均, 年均. */
export function eachWord({ unit }: Rest): string {
  return EACH[unit];
}

/** An amount by what is left, and how that is written behind it: ÷6个月; ÷30个月×12 by years. */
export function eachOf(
  amount: Decimal,
  { count, unit }: Rest,
  months: number,
): { readonly value: Decimal; readonly parts: readonly Part[] } {
  if (unit !== "年") return { value: dividedBy(amount, count), parts: ["÷", operand("剩余", count, unit)] };
  const value = dividedBy(times(amount, "12"), String(months));
  return { value, parts: ["÷", operand("剩余", String(months), "个月"), "×12"] };
}

/**
 * Digits to print an average with: one at least, as many as the amount has, more where it would print as nothing, or
 * where as many of it as are left would not come to the amount again, to within half a percent (0.3 in 6 months is
 * 0.05 each, not 0.1).
 */
export function eachPlaces(each: Decimal, amount: Decimal, { count }: Rest): number {
  const digits = decimalPlaces(amount);
  const fewest = tellingPlaces(each, "0", Math.max(1, digits));
  for (let places = fewest; places < fewest + MOST_FURTHER_DIGITS; places++) {
    const back = times(roundHalfUp(each, places), count);
    const off = times(absolute(minus(back, amount)), TIMES_OFF);
    if (compare(off, absolute(amount)) <= 0 || compare(roundHalfUp(back, digits), amount) === 0) return places;
  }
  return fewest + MOST_FURTHER_DIGITS;
}
