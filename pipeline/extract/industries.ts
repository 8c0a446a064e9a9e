import { compare, type Decimal, minus, plus, times } from "../model/decimal.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { NamedIndicator, Names } from "./names.ts";
import type { LabelledRow } from "./rows.ts";

const WHOLE = "地区生产总值";
const INDUSTRY = /^(?:第([一二三])产业|([一二三])产)$/;

/**
 * Gives 第一产业, 第二产业 and 第三产业 below 地区生产总值, moved in or not, the meaning of its parts, where the figures say that
 * they are: in every column of values the three add up to it, as closely as their rounding allows.
 *
 * Where they do not, or cannot be added, the three stay unknown: the row that they belong to may have been lost.
 */
export function withIndustries(
  rows: readonly LabelledRow[],
  grid: Grid,
  data: readonly Column[],
  names: Names,
): readonly LabelledRow[] {
  const code = names.findIndicator(WHOLE)?.code;
  const parts = new Map<LabelledRow, Part>();
  for (const [index, whole] of rows.entries()) {
    if (code === undefined || whole.phrase?.indicator?.code !== code) continue;
    const three = industriesBelow(rows, index);
    if (!three || !addUp([whole, ...three], grid, data)) continue;
    for (const row of three) {
      const indicator = names.findIndicator(`${row.phrase?.name}增加值`);
      if (indicator) parts.set(row, { indicator, whole });
    }
  }
  return parts.size === 0 ? rows : withParts(rows, parts);
}

interface Part {
  readonly indicator: NamedIndicator;
  readonly whole: LabelledRow;
}

/** The first row of each industry down to the next row that stands no deeper than 地区生产总值 and is no industry. */
function industriesBelow(rows: readonly LabelledRow[], at: number): readonly LabelledRow[] | undefined {
  const whole = rows[at];
  const found: LabelledRow[] = [];
  for (let index = at + 1; index < rows.length && index <= at + MOST_ROWS; index++) {
    const row = rows[index];
    const industry = row && industryOf(row);
    const inside = row?.parents.some((parent) => parent === whole || found.includes(parent));
    if (!row || (!industry && !inside)) break;
    if (industry && !row.phrase?.indicator && industry === "一二三"[found.length]) found.push(row);
    else if (industry) break;
  }
  return found.length === 3 ? found : undefined;
}

const MOST_ROWS = 30; // from 地区生产总值 to 第三产业, with the branches between them

function industryOf({ phrase }: LabelledRow): string | undefined {
  const [, long, short] = INDUSTRY.exec(phrase?.name ?? "") ?? [];
  return long ?? short;
}

/** Rows hold the rows above them: those that have changed are exchanged there as well. */
function withParts(rows: readonly LabelledRow[], parts: ReadonlyMap<LabelledRow, Part>): readonly LabelledRow[] {
  const changed = new Map<LabelledRow, LabelledRow>();
  for (const row of rows) {
    const part = parts.get(row);
    const above = row.parents.map((parent) => changed.get(parent) ?? parent);
    const whole = part && (changed.get(part.whole) ?? part.whole);
    const parents = whole && !above.includes(whole) ? [...above, whole] : above;
    const phrase = part && row.phrase ? { ...row.phrase, indicator: part.indicator } : row.phrase;
    const spokenOf = row.spokenOf && (changed.get(row.spokenOf) ?? row.spokenOf);
    changed.set(row, { ...row, phrase, parents, path: parents.map(({ label }) => label), spokenOf });
  }
  return [...changed.values()];
}

function addUp(four: readonly LabelledRow[], grid: Grid, data: readonly Column[]): boolean {
  const values = data.filter(({ ignored, measure }) => ignored === null && (measure?.quantity ?? "value") === "value");
  const sums = values.flatMap(({ column }) => {
    const cells = four.flatMap(({ row }) => grid.at(row, column)?.content ?? []);
    const numbers = cells.flatMap((content) => (content.kind === "number" ? [content] : []));
    return numbers.length === four.length ? [isSum(numbers)] : [];
  });
  return sums.length > 0 && sums.every((holds) => holds);
}

/** Four rounded numbers may be off by half a last digit each; small ones may add up by chance. */
function isSum(numbers: readonly { readonly value: Decimal; readonly decimals: number }[]): boolean {
  const [total = "0", ...parts] = numbers.map(({ value }) => value);
  const decimals = Math.min(...numbers.map((number) => number.decimals));
  const slack = decimals === 0 ? "2" : `0.${"0".repeat(decimals - 1)}2`;
  const gap = minus(
    parts.reduce((sum, part) => plus(sum, part)),
    total,
  );
  const close = compare(gap, slack) <= 0 && compare(gap, minus("0", slack)) >= 0;
  return close && compare(total, times(slack, "50")) > 0;
}
