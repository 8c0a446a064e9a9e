import { STATED_DAY } from "./head-words.ts";
import { squash } from "./normalise.ts";
import type { TypedCell } from "./typed-cell.ts";

const DATE_WORD = new RegExp(`${STATED_DAY}:?`);
const DATE = /((?:19|20)\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?/;

/** The days that cells state, and the cells whose day is in no calendar: 6月31日. */
export interface StatedDates {
  readonly latest: string | null; // "2023-07-10"
  readonly impossible: readonly TypedCell[];
}

/**
 * The day on which the figures were made known, as the cells state it (填报日期, 发布日期, 收录日期 ...); the latest where there
 * are several, null where there is none. The date may stand in the same cell or in the next one to the right.
 */
export function statedDates(cells: readonly TypedCell[]): StatedDates {
  const found = cells.flatMap((cell, index) => {
    const word = cell.content.kind === "text" ? DATE_WORD.exec(cell.squashed) : null;
    if (!word) return [];
    const behind = cell.squashed.slice(word.index + word[0].length);
    const next = cells[index + 1];
    const neighbour = behind === "" && next?.row === cell.row ? next : undefined;
    const [, year, month, day] = DATE.exec(neighbour ? squash(neighbour.text) : behind) ?? [];
    if (!year || !month || !day) return [];
    return [{ cell: neighbour ?? cell, date: calendarDay(Number(year), Number(month), Number(day)) }];
  });
  const dates = found.flatMap(({ date }) => date ?? []);
  return {
    latest: dates.sort().at(-1) ?? null,
    impossible: found.flatMap(({ cell, date }) => (date === undefined ? [cell] : [])),
  };
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The first address behind 来源 in the cells; null where none is stated. */
export function statedUrl(cells: readonly TypedCell[]): string | null {
  for (const { text, content } of cells) {
    const match = content.kind === "text" && /来\s*源\s*[:：]?[^\n]*?(https?:\/\/[^\s，。；、）)"]+)/.exec(text);
    if (match !== false && match?.[1]) return match[1];
  }
  return null;
}

/** Tells whether the words 演示数据 stand in a squashed text. */
export function saysIllustrative(squashed: string): boolean {
  return squashed.includes("演示数据");
}
