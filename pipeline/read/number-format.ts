const NO_DATE = /^(?:general|@)?$/i;
const LITERALS = /"[^"]*"|\\.|_.|\*./g;
const DURATION = /\[(?:h+|m+|s+)\]/i;
const BRACKETS = /\[[^\]]*\]/g;

/**
 * Tells whether a number format shows a number as a calendar date: `yyyy"年"m"月"`, `m/d/yy`, `[$-804]d mmm`.
 *
 * Times of day (`h:mm`) and durations (`[h]:mm`) are not dates. Only the first section of a format counts, and
 * nothing in quotes, escapes or brackets does. `e` is the year in Chinese formats, but not in `0.00E+00`.
 */
export function isDateFormat(format: string): boolean {
  const [section = ""] = format.replace(LITERALS, "").split(";");
  if (NO_DATE.test(section.trim()) || DURATION.test(section)) return false;
  const letters = section.replace(BRACKETS, "").replace(/general|e[+-]|am\/pm|a\/p/gi, "");
  if (/[yde]|aaa/i.test(letters)) return true;
  return /m/i.test(letters) && !/[hs]/i.test(letters);
}
