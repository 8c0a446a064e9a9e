import type { EditionKind } from "./edition.ts";
import { monthOf, type Period, shiftPeriod, yearOf } from "./period.ts";

/** Every kind of paper, the one that comes most often first. */
export const EDITION_KINDS: readonly EditionKind[] = ["monthly", "quarterly", "annual"];

/** What each is called. */
export const EDITION_KIND_WORDS: Readonly<Record<EditionKind, string>> = {
  monthly: "月报",
  quarterly: "季报",
  annual: "年报",
};

/** How many months a paper covers. */
export const MONTHS_IN: Readonly<Record<EditionKind, number>> = { monthly: 1, quarterly: 3, annual: 12 };

/**
 * The period that a paper is compared with: the month before, or the end of the quarter before.
 *
 * @returns null where the year has none: for January, the first quarter and a whole year
 */
export function periodBefore(kind: EditionKind, period: Period): Period | null {
  const months = MONTHS_IN[kind];
  return monthOf(period) > months ? shiftPeriod(period, -months) : null;
}

/** Names a paper by its time and kind: 2023年6月月报, 2023年第二季度季报, 2023年年报. */
export function paperName(kind: EditionKind, period: Period): string {
  const quarter = ["一", "二", "三", "四"][Math.ceil(monthOf(period) / 3) - 1];
  const times = { monthly: `${monthOf(period)}月`, quarterly: `第${quarter}季度`, annual: "" };
  return `${yearOf(period)}年${times[kind]}${EDITION_KIND_WORDS[kind]}`;
}
