import { STATED_DAY } from "./head-words.ts";
import { squash } from "./normalise.ts";
import type { TypedCell } from "./typed-cell.ts";

const DATE_WORD = new RegExp(`${STATED_DAY}:?`);
const DATE = /((?:19|20)\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?/;

/** What a sheet's cells state of all its figures, wherever they stand. */
export interface StatedFacts {
  /**
   * The day on which the figures were made known (填报日期, 发布日期, 收录日期 ...), "2023-07-10"; the latest of several, null where
   * there is none.
   */
  readonly vintage: string | null;
  readonly impossible: readonly TypedCell[]; // whose day is in no calendar: 6月31日
  readonly illustrative: boolean; // 演示数据
  readonly url: string | null; // the first behind 来源
}

/** Reads what the cells of a sheet state of all its figures. */
export function statedFacts(cells: readonly TypedCell[]): StatedFacts {
  const days: string[] = [];
  const impossible: TypedCell[] = [];
  let illustrative = false;
  let url: string | null = null;
  for (const [index, cell] of cells.entries()) {
    illustrative ||= saysIllustrative(cell.squashed);
    if (cell.content.kind !== "text") continue;
    url ??= statedUrl(cell.text);
    const stated = statedDay(cell, cells[index + 1]);
    if (stated?.day !== undefined) days.push(stated.day);
    else if (stated) impossible.push(stated.cell);
  }
  return { vintage: days.sort().at(-1) ?? null, impossible, illustrative, url };
}

/** The day behind 填报日期 or the like, in the same cell or in the next one to the right; its `day` undefined where no calendar has it. */
function statedDay(cell: TypedCell, next: TypedCell | undefined) {
  const word = DATE_WORD.exec(cell.squashed);
  if (!word) return undefined;
  const behind = cell.squashed.slice(word.index + word[0].length);
  const neighbour = behind === "" && next?.row === cell.row ? next : undefined;
  const [, year, month, day] = DATE.exec(neighbour ? squash(neighbour.text) : behind) ?? [];
  if (!year || !month || !day) return undefined;
  return { cell: neighbour ?? cell, day: calendarDay(Number(year), Number(month), Number(day)) };
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function statedUrl(text: string): string | null {
  return /来\s*源\s*[:：]?[^\n]*?(https?:\/\/[^\s，。；、）)"]+)/.exec(text)?.[1] ?? null;
}

/** Tells whether the words 演示数据 stand in a squashed text. */
export function saysIllustrative(squashed: string): boolean {
  return squashed.includes("演示数据");
}
