import type { Span } from "../model/period.ts";
import { TIME_RULES, type TimeRule } from "./time-rules.ts";
import { withoutDates } from "./whole-dates.ts";

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

const AT_START = TIME_RULES.map(({ pattern, read }) => ({ regex: new RegExp(`^(?:${pattern})`), read }));
const AT_END = TIME_RULES.map(({ pattern, read }) => ({ regex: new RegExp(`(?:${pattern})$`), read }));
const ANYWHERE = TIME_RULES.map(({ pattern, read }) => ({ regex: new RegExp(pattern, "y"), read }));

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
