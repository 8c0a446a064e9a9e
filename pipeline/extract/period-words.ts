import type { Span } from "../model/period.ts";
import { dayNumber, monthNumber, quarterNumber } from "./time-numbers.ts";
import { AS_OF, withoutDates } from "./whole-dates.ts";

/** A time as words give it: what they leave open is null and comes from farther off. */
export interface TimeWords {
  readonly year: number | null;
  readonly month: number | null; // that the time ends in
  /** `as-of`: 截至6月末, cumulative for flows and the state for stocks. `whole-year`: a bare 2023年. */
  readonly span: Span | "as-of" | "whole-year" | null;
  readonly lastYear: boolean; // 上年同期; a year beside it is the year meant, an open one is the year before that of farther words
  readonly unclear: boolean; // a time that no span can hold (2—5月, 截至6月20日), or that may mean two things (本月累计)
}

/** A time found in a text, and where. */
export interface FoundTime {
  readonly time: TimeWords;
  readonly start: number;
  readonly end: number;
}

const SHORT_YEAR = "(?<!\\d)[012]\\d(?=年(?:\\d{1,2}(?:月|-|至)|[一二三四]季|上半年|前[二三]))"; // 23年6月
const YEAR = `(?:((?:19|20)\\d\\d|${SHORT_YEAR})(?:年度?|[./-])?)?`;
const SURE_YEAR = "((?:19|20)\\d\\d)年度?";
const MONTH = "(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])";
const DAY = "(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]";
const TO_DATE = "(?:累计|平均|止)*";

interface TimeRule {
  readonly pattern: string;
  readonly read: (groups: readonly (string | undefined)[]) => Partial<TimeWords>;
}

/** In the order of trial: the longer reading of a text stands before the shorter. */
const RULES: readonly TimeRule[] = [
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
    read: ([, year, month]) => ({ ...yearMonth(year, month), unclear: true }),
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

const AT_START = RULES.map(({ pattern, read }) => ({ regex: new RegExp(`^(?:${pattern})`), read }));
const AT_END = RULES.map(({ pattern, read }) => ({ regex: new RegExp(`(?:${pattern})$`), read }));
const ANYWHERE = RULES.map(({ pattern, read }) => ({ regex: new RegExp(pattern, "y"), read }));

/** The time of a date cell. One that shows its day may be 1-6 that Excel took for the sixth of January: unclear. */
export function dateTime(date: {
  readonly year: number;
  readonly month: number;
  readonly monthOnly: boolean;
}): TimeWords {
  if (!date.monthOnly) return complete({ unclear: true });
  return complete({ year: date.year, month: date.month, span: "month" });
}

/** Reads the time that a squashed text begins with: "6月末城镇登记失业率"; undefined where it begins with none. */
export function timeAtStart(squashed: string): FoundTime | undefined {
  return firstMatch(AT_START, squashed);
}

/** Reads the time that a squashed text ends with. */
export function timeAtEnd(squashed: string): FoundTime | undefined {
  const found = firstMatch(AT_END, squashed);
  return found && /\d/.test(squashed.charAt(found.start - 1)) && /^\d/.test(squashed.slice(found.start))
    ? undefined
    : found;
}

/**
 * Finds every time in a title or a name, left to right.
 *
 * Whole dates (2023年7月10日, 20230710) are when something was written down, not what it is about, and are passed over.
 */
export function findTimes(squashed: string): readonly FoundTime[] {
  const text = withoutDates(squashed);
  const found: FoundTime[] = [];
  for (let place = 0; place < text.length; place++) {
    const match = timeAt(text, place);
    if (!match) continue;
    found.push(match);
    place = match.end - 1;
  }
  return found;
}

type Compiled = readonly { readonly regex: RegExp; readonly read: TimeRule["read"] }[];

function firstMatch(rules: Compiled, text: string): FoundTime | undefined {
  for (const { regex, read } of rules) {
    const match = regex.exec(text);
    if (match?.[0])
      return { time: complete(read(match.slice(1))), start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function timeAt(text: string, place: number): FoundTime | undefined {
  for (const { regex, read } of ANYWHERE) {
    regex.lastIndex = place;
    const match = regex.exec(text);
    const splitsNumber = /^\d/.test(match?.[0] ?? "") && /\d/.test(text.charAt(place - 1));
    if (match?.[0] && !splitsNumber) {
      return { time: complete(read(match.slice(1))), start: place, end: place + match[0].length };
    }
  }
  return undefined;
}

function complete(part: Partial<TimeWords>): TimeWords {
  return { year: null, month: null, span: null, lastYear: false, unclear: false, ...part };
}

function yearMonth(year: string | undefined, month: string | undefined): Partial<TimeWords> {
  const short = year?.length === 2 ? "20" : "";
  return { year: year ? Number(`${short}${year}`) : null, month: month ? monthNumber(month) : null };
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
  if (otherYear && year !== otherYear) return { ...time, unclear: true };
  if (first === 1 && last >= first) return { ...time, span: last === 1 ? "month" : "ytd" };
  if (first === last) return { ...time, span: "month" };
  return first % 3 === 1 && last === first + 2 ? { ...time, span: "quarter" } : { ...time, unclear: true };
}
