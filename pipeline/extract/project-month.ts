import { makePeriod, type Period, parsePeriod, yearOf } from "../model/period.ts";
import type { TypedCell } from "./typed-cell.ts";

const YEAR = "((?:19|20)\\d\\d)";
const MONTH = "(1[0-2]|0?[1-9])";
const REST = "(?:[./-]?\\d{1,2}[日号]?|上旬|中旬|下旬|初|中|末|底|份|前)?";
const RULES: readonly (readonly [RegExp, (groups: readonly string[], year: number) => Period | undefined])[] = [
  [new RegExp(`^${YEAR}年${MONTH}月${REST}$`), ([year = "", month = ""]) => at(year, month)],
  [new RegExp(`^${YEAR}[./-]${MONTH}(?:[./-]\\d{1,2})?$`), ([year = "", month = ""]) => at(year, month)],
  [/^((?:19|20)\d\d)(0[1-9]|1[0-2])$/, ([year = "", month = ""]) => at(year, month)],
  [new RegExp(`^${MONTH}月${REST}$`), ([month = ""], year) => at(String(year), month)],
  [
    new RegExp(`^(?:${YEAR}年)?([一二三四1-4])季度(?:末|底)?$`),
    ([year, quarter = ""], now) => ofQuarter(year, quarter, now),
  ],
  [
    new RegExp(`^(?:${YEAR}年)?(上半年|下半年)$`),
    ([year, half], now) => at(year ?? String(now), half === "上半年" ? "6" : "12"),
  ],
  [new RegExp(`^${YEAR}年?(?:底|末|内|年底|年末|年内|全年)?$`), ([year = ""]) => at(year, "12")],
  [/^(?:年底|年末|年内)(?:前)?$/, (_, year) => at(String(year), "12")],
];

/**
 * The month that a cell of dates states; the last one of a quarter, a half or a year.
 *
 * 2023.1 is not read: it may be October without its zero.
 *
 * @param now of the sheet; gives the year where the cell has none
 * @returns undefined for anything else
 */
export function readMonth({ content, squashed }: TypedCell, now: Period): Period | undefined {
  if (content.kind === "date") return makePeriod(content.year, content.month);
  if (/^\d{4}\.1$/.test(squashed)) return undefined;
  const text = squashed.replace(/(?:前)$/, "");
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1), yearOf(now));
  }
  return undefined;
}

/** Tells whether a cell names no day or month but a longer time, whose end alone is known: 三季度, 2025年. */
export function isVagueMonth({ content, squashed }: TypedCell): boolean {
  return content.kind !== "date" && !/月|[./-]|^\d{6}$/.test(squashed);
}

function at(year: string, month: string): Period | undefined {
  return parsePeriod(`${year}-${month.padStart(2, "0")}`);
}

function ofQuarter(year: string | undefined, quarter: string, now: number): Period | undefined {
  const place = "一二三四".indexOf(quarter);
  return at(year ?? String(now), String((place < 0 ? Number(quarter) : place + 1) * 3));
}
