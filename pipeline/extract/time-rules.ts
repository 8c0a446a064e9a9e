import type { Span } from "../model/period.ts";
import type { TimeWords } from "./period-words.ts";
import { dayNumber, monthNumber, quarterNumber } from "./time-numbers.ts";
import { AS_OF } from "./whole-dates.ts";

const SHORT_YEAR = "(?<!\\d)[012]\\d(?=年(?:\\d{1,2}(?:月|-|至)|[一二三四]季|上半年|前[二三]))"; // 23年6月
const YEAR = `(?:((?:19|20)\\d\\d|${SHORT_YEAR})(?:年度?|[./-])?)?`;
const SURE_YEAR = "((?:19|20)\\d\\d)年度?";
const MONTH = "(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])";
const DAY = "(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]";
const TO_DATE = "(?:累计|平均|止)*";

/** One way to write a time, and what its groups say. */
export interface TimeRule {
  readonly pattern: string;
  readonly read: (groups: readonly (string | undefined)[]) => Partial<TimeWords>;
}

/** Every way to write a time, in the order of trial: the longer reading of a text stands before the shorter. */
export const TIME_RULES: readonly TimeRule[] = [
  {
    pattern: `(?<!比|较|与)(上|去|本|今|当)年${MONTH}月?份?(?:-|至|到)${MONTH}月份?(?:末|底)?${TO_DATE}`,
    read: ([which, from, to]) => ({ ...monthRange(undefined, from, undefined, to), lastYear: isBefore(which) }),
  },
  {
    pattern: `(?<!比|较|与)(上|去|本|今|当)年${MONTH}月份?(末|底|累计)?(?![-至到])`,
    read: ([which, month, end]) => ({
      ...yearMonth(undefined, month),
      span: end === undefined ? "month" : end === "累计" ? "ytd" : "instant",
      lastYear: isBefore(which),
    }),
  },
  {
    pattern: `${AS_OF}${YEAR}${MONTH}月${DAY}[止末]?(?:累计)?`,
    read: ([year, month, day]) => toDay({ ...yearMonth(year, month), span: "as-of" }, day),
  },
  {
    pattern: `${AS_OF}((?:19|20)\\d\\d)[./-]${MONTH}[./-](\\d{1,2})(?!\\d)`,
    read: ([year, month, day]) => toDay({ ...yearMonth(year, month), span: "as-of" }, day),
  },
  {
    pattern: `${YEAR}${MONTH}月${DAY}(?:-|至|到)${YEAR}(?:${MONTH}月)?${DAY}止?(?:累计)?`,
    read: ([year, from, first, otherYear, to, last]) =>
      toDay(
        { ...monthRange(year, from, otherYear, to ?? from), ...(dayNumber(first) === 1 ? {} : { unclear: true }) },
        last,
      ),
  },
  {
    pattern: `${YEAR}${MONTH}月?(?:-|至|到)${MONTH}月${DAY}止?(?:累计)?`,
    read: ([year, from, to, day]) => toDay(monthRange(year, from, undefined, to), day),
  },
  {
    pattern: `${YEAR}${MONTH}月${DAY}止(?:累计)?`,
    read: ([year, month, day]) => toDay({ ...yearMonth(year, month), span: "as-of" }, day),
  },
  {
    pattern: `(?:${MONTH}月?(?:-|至|到))?${YEAR}${MONTH}月(?:[上中]{1,2}旬|下旬|第[一二三四五1-5]周)`,
    read: ([, year, month]) => ({ ...yearMonth(year, month), span: "as-of", unclear: true }),
  },
  {
    pattern: `${AS_OF}(?:[本当]?月)?${DAY}(?:累计)?`,
    read: ([day]) => ({ span: "as-of", unclear: dayNumber(day) < 30 }),
  },
  {
    pattern: `${AS_OF}${YEAR}${MONTH}月(?:份|末|底)?(?:累计)?`,
    read: ([year, month]) => ({ ...yearMonth(year, month), span: "as-of" }),
  },
  {
    pattern: `${YEAR}${MONTH}月?份?(?:-|至|到)${YEAR}${MONTH}月份?(?:末|底)?${TO_DATE}`,
    read: ([year, from, otherYear, to]) => monthRange(year, from, otherYear, to),
  },
  {
    pattern: `${SURE_YEAR}${MONTH}(?:-|至)${MONTH}(?!\\d|[日季])`, // 2024年1-4: the month's sign is left out
    read: ([year, from, to]) => monthRange(year, from, undefined, to),
  },
  { pattern: `${YEAR}1(?:-|至)([2-4])季度?${TO_DATE}`, read: ([year, quarter]) => toQuarter(year, quarter, "ytd") },
  { pattern: `${YEAR}一(?:-|至)([二三四])季度?${TO_DATE}`, read: ([year, quarter]) => toQuarter(year, quarter, "ytd") },
  {
    pattern: `${YEAR}前([二三两23])(?:个)?季度?${TO_DATE}`,
    read: ([year, quarter]) => toQuarter(year, quarter, "ytd"),
  },
  {
    pattern: `${YEAR}第?([一二三四1-4])季度`,
    read: ([year, quarter]) => toQuarter(year, quarter, quarterNumber(quarter) === 1 ? "ytd" : "quarter"),
  },
  { pattern: `${YEAR}上半年${TO_DATE}`, read: ([year]) => ({ ...yearMonth(year, "6"), span: "ytd" }) },
  { pattern: `${YEAR}下半年`, read: ([year]) => ({ ...yearMonth(year, "12"), unclear: true }) },
  { pattern: `${YEAR}全年(?:累计)?`, read: ([year]) => ({ ...yearMonth(year, "12"), span: "ytd" }) },
  {
    pattern: `${SURE_YEAR}(?:同期|同月|同季)(?:数|值)?`,
    read: ([year]) => ({ ...yearMonth(year, undefined), lastYear: true }),
  },
  { pattern: "(?:上|去)年(?:年)?[末底]|年初数", read: () => ({ month: 12, span: "instant", lastYear: true }) },
  { pattern: "(?:上|去)年(?:同期)?累计(?:数|值)?", read: () => ({ span: "ytd", lastYear: true }) },
  { pattern: "(?:上|去)年(?:同月|当月)(?:数|值)?", read: () => ({ span: "month", lastYear: true }) },
  { pattern: "(?:上|去)年(?:同期|同季)(?:数|值)?|(?<!比|较|与)同期(?:数|值)?", read: () => ({ lastYear: true }) },
  {
    pattern: `${YEAR}${MONTH}月(?:末|底)`,
    read: ([year, month]) => ({ ...yearMonth(year, month), span: "instant" }),
  },
  { pattern: `${YEAR}年[末底]`, read: ([year]) => ({ ...yearMonth(year, "12"), span: "instant" }) },
  { pattern: "(?:本)?(?:月|期|季)[末底](?:数|值|余额)?", read: () => ({ span: "instant" }) },
  { pattern: "(?:截至|截止到?)?(?:本|当)?月止(?:累计)?", read: () => ({ span: "ytd" }) },
  {
    pattern: "(?:自)?(?:1|年初)(?:-|至|到)(?:本月|今|当月|报告期)(?:份|止)?(?:累计|平均|止)*",
    read: () => ({ span: "ytd" }),
  },
  { pattern: "至本月平均", read: () => ({ span: "ytd" }) },
  { pattern: "(?:本|当)月累计", read: () => ({ unclear: true }) },
  {
    pattern: "(?:(?:自)?(?:本|今)?年初?(?:以来|内)?(?:止)?|本期止?|截至本月|截至目前)?累计(?:数)?",
    read: () => ({ span: "ytd" }),
  },
  { pattern: "今年以来|年初以来|年初至今", read: () => ({ span: "ytd" }) },
  {
    pattern: `${YEAR}${MONTH}月份?(?:当月)?累计`,
    read: ([year, month]) => ({ ...yearMonth(year, month), span: "ytd" }),
  },
  {
    pattern: `${YEAR}${MONTH}月份?(?:当月)?(?!\\d)`,
    read: ([year, month]) => ({ ...yearMonth(year, month), span: "month" }),
  },
  {
    pattern: "(?<!\\d)((?:19|20)\\d\\d)(?:[./-])?(1[0-2]|0[1-9]|(?<=[./-])[1-9])(?![\\d./-])",
    read: ([year, month]) => ({ ...yearMonth(year, month), span: "month" }),
  },
  { pattern: "(?:本|当)月(?:份|数)?(?:当月)?", read: () => ({ span: "month" }) },
  {
    pattern: "(?<!\\d)((?:19|20)\\d\\d)(?:年度?|(?!\\d))",
    read: ([year]) => ({ ...yearMonth(year, undefined), span: "whole-year" }),
  },
];

function yearMonth(year: string | undefined, month: string | undefined): Partial<TimeWords> {
  const short = year?.length === 2 ? "20" : "";
  return { year: year ? Number(`${short}${year}`) : null, month: month ? monthNumber(month) : null };
}

/** 去年 and 上年; 今年 and 本年 are the year of farther words. */
function isBefore(which: string | undefined): boolean {
  return which === "上" || which === "去";
}

/** Months end with their last day; what is counted up to an earlier one is no month's. */
function toDay(time: Partial<TimeWords>, day: string | undefined): Partial<TimeWords> {
  const last = new Date(Date.UTC(time.year ?? COMMON_YEAR, time.month ?? 12, 0)).getUTCDate();
  return dayNumber(day) < last ? { ...time, unclear: true } : time;
}

const COMMON_YEAR = 2023; // where none is stated, February may end with its 28th

function toQuarter(year: string | undefined, quarter: string | undefined, span: Span): Partial<TimeWords> {
  return { ...yearMonth(year, String(quarterNumber(quarter) * 3)), span };
}

function monthRange(
  year: string | undefined,
  from: string | undefined,
  otherYear: string | undefined,
  to: string | undefined,
): Partial<TimeWords> {
  const first = monthNumber(from ?? "1");
  const time = yearMonth(year ?? otherYear, to);
  const last = time.month ?? 12;
  if (otherYear && year !== otherYear) return { ...time, year: null, unclear: true };
  if (first === 1 && last >= first) return { ...time, span: last === 1 ? "month" : "ytd" };
  if (first === last) return { ...time, span: "month" };
  return first % 3 === 1 && last === first + 2 ? { ...time, span: "quarter" } : { ...time, unclear: true };
}
