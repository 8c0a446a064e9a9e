import type { Numeral } from "../../model/numeral.ts";

/** What 第n is the number of, where it ranks nothing. */
const ORDERED = /^(?:产业|季度|批|章|节|条|款|届|轮|次|方面|阶段|步|年|个|期|项|类|书记|责任人)/;

/**
 * Tells whether a number that has the form of a date or an ordinal is a figure in a note all the same: a rank (第2位, 前三名,
 * 增速第一) or a run of releases (连续9个月). 第一， that begins a clause is none.
 */
export function countsInNotes(text: string, { start, end }: Pick<Numeral, "start" | "end">): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (before.endsWith("第")) {
    const begins = /(?:^|[，。；：！？\s])第$/.test(before) && /^[，、：是]/.test(after);
    return !begins && !ORDERED.test(after);
  }
  if (/[前后]$/.test(before)) return /^[位名强]/.test(after);
  return before.endsWith("连续") && /^(?:个?(?:月|季度)|期|年)/.test(after);
}
