import { monthOf, type Period, type Span, spanName, yearOf } from "../../model/period.ts";

const MONTHS = "\\d{1,2}月?[—～\\-－至]\\d{1,2}月|\\d{1,2}月";
const REST = `(?:${MONTHS})(?:份|末|底)?|[一二三四]季度|[上下]半年|前三季度|全年|同期|[前后]\\d{1,2}个月|年[末底]|以来`;

/** Words of time: 2023年6月末, 上年同期, 今年以来, 后6个月, 上一期. */
const TIME = new RegExp(
  `本期|目前|当前|上一?期|后期|(?:截至|截止|到)?(?:(?:20\\d\\d年|[今本去上]年)(?:${REST})?|(?:${REST}))`,
  "y",
);

/** The words of time that begin at a place of a text; "" where none do. */
export function timeWordsAt(text: string, at: number): string {
  TIME.lastIndex = at;
  return TIME.exec(text)?.[0] ?? "";
}

/**
 * Puts words of time in one form, as `timesOf` has them: 1—5月, 一季度, 6月末, 上年同期; "" for the present.
 *
 * 2023年1-5月份 and 1—5月 are one, in the year of `period`; 去年 and 2022年 are 上年.
 */
export function plainTime(words: string, period: Period): string {
  if (/^(?:本期|目前|当前)$/.test(words)) return "";
  const until = /^(?:截至|截止|到)/.exec(words)?.[0] ?? "";
  const [year = ""] = /^(?:20\d\d年|[今本去上]年)/.exec(words.slice(until.length)) ?? [];
  const rest = words
    .slice(until.length + year.length)
    .replace(/月?[—～\-－至](?=\d)/, "—")
    .replace(/份$|以来$/, "")
    .replace(/底$/, "末");
  const end = until !== "" && /^\d{1,2}月$/.test(rest) ? `${rest}末` : rest;
  if (["去年", "上年", `${yearOf(period) - 1}年`].includes(year)) return `上年${end}`;
  return ["", "今年", "本年", `${yearOf(period)}年`].includes(year) ? end : `${year}${end}`;
}

/** All that a value's time may be called, the paper's own name first. */
export function timesOf(period: Period, span: Span): readonly string[] {
  const month = monthOf(period);
  if (span === "ytd") return [spanName(period, span), `1—${month}月`, `前${month}个月`, `${month}月末`];
  return [spanName(period, span), ...(span === "instant" ? [`${month}月末`] : [])];
}

/** What the months left of the year may be called. */
export function timesLeft(period: Period): readonly string[] {
  const month = monthOf(period);
  const names: Readonly<Record<number, string>> = { 6: "下半年", 9: "四季度" };
  return ["", "全年", "后期", `后${12 - month}个月`, ...(names[month] === undefined ? [] : [names[month]])];
}
