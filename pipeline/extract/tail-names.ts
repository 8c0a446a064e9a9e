import type { Caption } from "./captions.ts";
import type { Column } from "./columns.ts";
import type { NamedIndicator, Names } from "./names.ts";

const VALUE_WORDS = /(?:完成)?(?:总?[额量值]|人?数|情况)$/;
const SHORTEST = 2; // characters; 量 or 额 alone is the tail of half of all names

/**
 * Tells whether a name only repeats the end of an indicator's own: 投资额 under 固定资产投资, 用电量 under 工业用电量.
 *
 * @param name squashed, without units, times and measures
 */
export function repeatsTail(name: string, { code }: NamedIndicator, names: Names): boolean {
  const tail = name.replace(VALUE_WORDS, "");
  if (tail.length < SHORTEST) return false;
  const indicator = names.getIndicator(code);
  const known = indicator ? [indicator.name, ...indicator.aliases.map(({ text }) => text)] : [];
  return known.some((text) => {
    const whole = text.replace(VALUE_WORDS, "");
    return (whole.endsWith(tail) && whole !== tail) || (text.endsWith(name) && text !== name);
  });
}

/** A column named by the end of the title's indicator is of that indicator, whatever the end alone would mean. */
export function namedByTitle(column: Column, title: Caption | null, names: Names): Column {
  const meant = title?.indicator;
  const name = column.ownName;
  if (!meant || name === null || column.region !== null || column.indicator?.code === meant.code) return column;
  if (!repeatsTail(name, meant, names)) return column;
  return { ...column, indicator: meant, name: null };
}
