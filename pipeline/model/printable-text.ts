const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Nearly every text: nothing in it but ASCII, line ends, Chinese characters and their marks. */
const PLAIN = /^[\n -~\u3000-\u9FFF\uFF00-\uFFEF]*$/;

/**
 * Takes out what no paper, workbook or terminal may be given: control characters, halves of surrogate pairs, marks
 * that turn the order of digits around, and characters without width, which no search finds. Line ends become `\n`, tabs blanks.
 *
 * Text comes from sheets that anyone can send; XML 1.0 forbids most of these, a terminal obeys them, and a reversed
 * number reads as another.
 */
export function printableText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(UNPRINTABLE, "");
}

/** Indented JSON with all of that escaped, so that it prints as it is and parses back to the same value. */
export function printableJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, escaped);
}

/** Tells whether a spreadsheet would take the text for a formula when someone edits the cell or opens it as CSV. */
export function startsFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/.test(text);
}
