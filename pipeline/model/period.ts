/** The month a value's time ends in, "2023-06". A quarter is its last month, a year its December. */
export type Period = string & { readonly __brand: "Period" };

/** How much time a value covers, ending in its period: `ytd` is 1—n月累计, `instant` is 期末. */
export type Span = "month" | "quarter" | "ytd" | "year" | "instant";

export const SPANS: readonly Span[] = ["month", "quarter", "ytd", "year", "instant"];

/** Makes a period of a year and a month from 1 to 12. @throws RangeError outside 1900-2199 or 1-12 */
export function makePeriod(year: number, month: number): Period {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) throw new RangeError(`not a year: ${year}`);
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`not a month: ${month}`);
  return PERIODS[(year - FIRST_YEAR) * 12 + month - 1] as Period;
}

const FIRST_YEAR = 1900;

/** Every period there is: a large sheet names few of them a million times. */
const PERIODS: readonly string[] = Array.from({ length: 300 * 12 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, "0");
  return `${FIRST_YEAR + Math.floor(index / 12)}-${month}`;
});

/** Reads "2023-06", "2023-Q2" (its last month) or "2023" (December); undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^((?:19|20|21)\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(text);
  if (!match) return undefined;
  const month = match[2] ? Number(match[2]) : match[3] ? Number(match[3]) * 3 : 12;
  return makePeriod(Number(match[1]), month);
}

/** The calendar year of a period. */
export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** The month of a period, 1 to 12. */
export function monthOf(period: Period): number {
  return Number(period.slice(5));
}

/** The period `months` later; earlier where negative. */
export function shiftPeriod(period: Period, months: number): Period {
  const index = yearOf(period) * 12 + monthOf(period) - 1 + months;
  return makePeriod(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

const TO_DATE_NAMES: Readonly<Record<number, string>> = { 3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年" };

/**
 * Names a period and span as official prose does: 2023年上半年, 2023年1—5月, 2023年6月, 2023年6月末.
 *
 * 1—3月 is 一季度, 1—6月 上半年, 1—9月 前三季度, 1—12月 全年; the first release of a year is 1—2月
 * (standards of the field, section 3.4).
 */
export function periodName(period: Period, span: Span): string {
  return `${yearOf(period)}年${spanName(period, span)}`;
}

/** The same without the year: 上半年, 1—5月, 6月, 6月末; 全年 for a whole year, 年末 for December's instant. */
export function spanName(period: Period, span: Span): string {
  const month = monthOf(period);
  if (span === "month") return `${month}月`;
  if (span === "instant") return month === 12 ? "年末" : `${month}月末`;
  if (span === "quarter") return `${["一", "二", "三", "四"][Math.ceil(month / 3) - 1]}季度`;
  if (span === "year") return "全年";
  return TO_DATE_NAMES[month] ?? (month === 1 ? "1月" : `1—${month}月`);
}
