import { compare, fromNumber, isDecimal } from "../model/decimal.ts";
import type { StatedCell, StatedChart, StatedPart } from "../model/proof-ledger.ts";
import type { FoundChart, KeptPoints } from "./charts.ts";
import { countResolved, type Holder, holdTokens, noteMissing } from "./hold.ts";
import { statedTokens } from "./tokens.ts";

/**
 * Holds the charts of a file against the ledger: every point that a chart keeps, every cell of its workbook, and the
 * numbers in its words.
 *
 * A chart without a workbook inside is not faulted for it: some editors leave it out.
 */
export function proveCharts(stated: readonly StatedChart[], found: readonly FoundChart[], holder: Holder): void {
  stated.forEach((chart, index) => {
    const other = found[index];
    if (other === undefined)
      noteMissing(
        chart.cells.flatMap(({ parts }) => statedTokens({ label: chart.label, parts }, holder.book)),
        holder,
      );
    else proveChart(chart, other, holder);
  });
  for (const chart of found.slice(stated.length))
    proveChart({ label: chart.part, words: [], cells: [], series: [] }, chart, holder);
}

function proveChart(stated: StatedChart, found: FoundChart, holder: Holder): void {
  const cells = new Map(stated.cells.map((cell) => [cell.at, cell]));
  const { label } = stated;
  stated.series.forEach(({ name, categories, values }, index) => {
    const { name: foundName, categories: foundCategories, values: foundValues } = found.series[index] ?? NO_SERIES;
    const place = `${label} ${wordsOf(cells.get(name)?.parts ?? [])}`;
    holdPoints([name], foundName, { cells, place, holder });
    holdPoints(categories, foundCategories, { cells, place, holder });
    holdPoints(values, foundValues, { cells, place, holder });
  });
  for (const series of found.series.slice(stated.series.length)) {
    for (const points of [series.name, series.categories, series.values])
      holdPoints([], points, { cells, place: label, holder });
  }
  const words = found.words.filter(({ text }) => text.trim() !== "");
  holdTokens(statedTokens({ label, parts: stated.words }, holder.book), words, { holder, place: label, mayMiss: true });
  if (found.book === null) return;
  const inBook = new Map([...found.book.values()].map((cell) => [cell.at, cell.text]));
  for (const cell of stated.cells) {
    holdCell(cell, inBook.get(cell.at), { place: `${label} 内嵌工作簿 ${cell.at}`, holder });
  }
  for (const { at, text } of found.book.values()) {
    if (!cells.has(at)) holdCell({ at, parts: [] }, text, { place: `${label} 内嵌工作簿 ${at}`, holder });
  }
}

const NO_SERIES = { name: new Map(), categories: new Map(), values: new Map() };

interface PointContext {
  readonly cells: ReadonlyMap<string, StatedCell>;
  readonly place: string;
  readonly holder: Holder;
}

function holdPoints(addresses: readonly string[], points: KeptPoints, { cells, place, holder }: PointContext): void {
  const rest = new Map(points);
  addresses.forEach((at, index) => {
    holdCell(cells.get(at) ?? { at, parts: [] }, rest.get(index), { place: `${place} 第${index + 1}点`, holder });
    rest.delete(index);
  });
  for (const [index, text] of rest) {
    holdCell({ at: "", parts: [] }, text, { place: `${place} 第${index + 1}点`, holder });
  }
}

/** A cell or point that is one figure holds its printed number; one of words holds the same numbers in its words. */
function holdCell(
  { parts }: StatedCell,
  found: string | undefined,
  { place, holder }: { readonly place: string; readonly holder: Holder },
): void {
  const [only] = parts;
  const tokens = statedTokens({ label: place, parts }, holder.book);
  if (found !== undefined && parts.length === 1 && only && typeof only !== "string" && isSameNumber(found, only.text)) {
    holder.numerals += 1;
    for (const token of tokens) countResolved(token, holder);
    return;
  }
  const paragraph = { text: found ?? "", marks: [], isAlternative: false };
  holdTokens(tokens, [paragraph], { holder, place, mayMiss: false });
}

function isSameNumber(found: string, printed: string): boolean {
  if (!/^\s*-?\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?\s*$/i.test(found) || !isDecimal(printed)) return false;
  return compare(fromNumber(Number(found)), printed) === 0;
}

function wordsOf(parts: readonly StatedPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
