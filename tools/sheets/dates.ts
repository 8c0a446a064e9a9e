import { monthOf, type Period, shiftPeriod, yearOf } from "../../pipeline/model/period.ts";

/** "2023年6月". */
export function yearMonth(period: Period): string {
  return `${yearOf(period)}年${monthOf(period)}月`;
}

/** "1—6月", with `dash` between; "1月" in January. */
export function monthsToDate(period: Period, dash = "—"): string {
  const month = monthOf(period);
  return month === 1 ? "1月" : `1${dash}${month}月`;
}

/** "2023年7月12日": `day` of the month after the one reported, when bureaus send their sheets. */
export function filingDate(period: Period, day: number): string {
  return `${yearMonth(shiftPeriod(period, 1))}${day}日`;
}
