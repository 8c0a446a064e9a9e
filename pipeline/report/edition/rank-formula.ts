import { fixedAddress, toAddress } from "../../model/cell.ts";
import { compare } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { isExactNumber } from "../exact-number.ts";
import { display } from "./display.ts";

/** Numbers one below the other, with the ranks that were given to some of them. */
export interface RankedCells {
  readonly codes: readonly (string | null)[]; // of the places, row by row; null for a row without a place
  readonly figures: ReadonlyMap<string, Figure>; // in the column, by code
  readonly ranks: ReadonlyMap<string, Figure>;
  readonly firstRow: number; // the sheet's row, from 1, of codes[0]
  readonly column: number; // from 1
}

/** The rows, from 0, from the first to the last ranked place, both included; undefined without any. */
export function rankedRows({
  codes,
  ranks,
}: Pick<RankedCells, "codes" | "ranks">): readonly [number, number] | undefined {
  const isRanked = (code: string | null) => code !== null && ranks.has(code);
  const first = codes.findIndex(isRanked);
  return first < 0 ? undefined : [first, codes.findLastIndex(isRanked)];
}

/**
 * RANK over the ranked rows for each ranked place, without "=": ties share a rank and the next is skipped.
 *
 * @returns empty where the rows hold a number that is not ranked, or RANK would give another rank than the one printed
 */
export function rankFormulas(cells: RankedCells): ReadonlyMap<string, string> {
  const { codes, figures, ranks, firstRow, column } = cells;
  const rows = rankedRows(cells);
  if (rows === undefined) return new Map();
  const [first, last] = rows;
  const numbers = codes.slice(first, last + 1).flatMap((code) => {
    const figure = code === null ? undefined : figures.get(code);
    return code !== null && figure ? [{ code, text: display(figure, "cell") }] : [];
  });
  const isAsPrinted = numbers.every(({ code, text }) => {
    const above = numbers.filter((other) => compare(other.text, text) > 0).length;
    return isExactNumber(text) && ranks.get(code)?.value === String(above + 1);
  });
  if (!isAsPrinted || numbers.length !== ranks.size) return new Map();
  const at = (row: number) => toAddress(firstRow + row, column);
  const range = fixedAddress(`${at(first)}:${at(last)}`);
  return new Map(numbers.map(({ code }) => [code, `RANK(${at(codes.indexOf(code))},${range})`]));
}
