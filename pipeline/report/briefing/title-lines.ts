import { widthChars } from "../text-width.ts";

/** After a place's name, or after the period where no place is named. */
const NATURAL_BREAKS = [/[市盟州旗县区省](?=.)/g, /(?:年|月|季度|上半年)(?=.)/g];

/**
 * Breaks a title that one line cannot hold where its sense does, short line above long one as a trapezium
 * (standards of the field, section 1.4); one line, left to Word, where there is no such place.
 *
 * @param lineChars what a line holds, in half-width characters
 */
export function titleLines(title: string, lineChars: number): readonly string[] {
  if (widthChars(title) <= lineChars) return [title];
  for (const pattern of NATURAL_BREAKS) {
    const ends = [...title.matchAll(pattern)].map(({ 0: word, index }) => index + word.length);
    const fitting = ends.filter((end) => isTrapezium(title.slice(0, end), title.slice(end), lineChars));
    const last = fitting.at(-1);
    if (last !== undefined) return [title.slice(0, last), title.slice(last)];
  }
  return [title];
}

function isTrapezium(upper: string, lower: string, lineChars: number): boolean {
  return widthChars(upper) <= widthChars(lower) && widthChars(lower) <= lineChars;
}
