export type Delimiter = "," | "\t" | ";";

const LINES_LOOKED_AT = 50;

/**
 * Tells by the first lines whether a text table is separated by commas, by tabs or by semicolons.
 *
 * The delimiter is the one that the most lines hold equally often, counted outside quotation marks; a tab that
 * only begins a field is not one, because exports put it there to keep Excel from turning text into numbers.
 * A comma where nothing tells.
 */
export function sniffDelimiter(text: string): Delimiter {
  const lines = withoutQuoted(text)
    .split(/\r\n|\n|\r/, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== "");
  const commas = regularity(lines.map((line) => count(line, /,/g)));
  const tabs = regularity(lines.map((line) => count(line, /(?<=[^,\t])\t+/g)));
  const semicolons = regularity(lines.map((line) => count(line, /;/g)));
  if (semicolons > Math.max(commas, tabs)) return ";";
  return tabs > commas ? "\t" : ",";
}

function withoutQuoted(text: string): string {
  return text.slice(0, 64 * 1_024).replace(/"(?:[^"]|"")*"/g, "q");
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

/** How many lines share the commonest count above zero. */
function regularity(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const each of counts) if (each > 0) lines.set(each, (lines.get(each) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}
