/** Marks that point to a footnote. NFKC would turn ① and ² into digits, and 12.3① into 12.31. */
const FOOTNOTE_DIGITS = /[\u2460-\u2473\u24ea-\u24ff\u2776-\u2793]|(?<![mM米])[\u00b2\u00b3\u00b9\u2070-\u2079]/g;
const FOOTNOTE_BRACKETS = /\[(?:注?\d{1,2}|注|[a-z])\]|\[注\]/g;
const LAST_MARK =
  /(?<=[\p{Script=Han}A-Za-z%％)）])(?:[(（](?:注?\d{1,2}|注)[)）]|(?<![备附加])注\d{1,2}[)）]?|\d{1,2}[)）])$/u;
const STARS = /^\*+|(?<!\*)\*+(?=$|[(（[【〔〖{])/g; // each run is tried once, from where it begins
const BLANKS = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501~\u301c\u223c\u02d7]+/g;
const CHINESE_YEAR = /[一二][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{2}(?=年)/g; // 二〇二三年, with any of the signs that are typed for 〇
const OPENING = /[[【〔〖{]/g;
const CLOSING = /[\]】〕〗}]/g;

/**
 * Writes text in the one form that all grammars read: NFKC, no blanks, no footnote marks, one kind of bracket "()",
 * one kind of dash "-", years in digits.
 *
 * Headers are spaced (指 标 名 称), broken over lines and typed in full width; none of it carries meaning.
 */
export function squash(text: string): string {
  return withoutMarks(text.replace(FOOTNOTE_DIGITS, "").normalize("NFKC"))
    .replace(OPENING, "(")
    .replace(CLOSING, ")")
    .replace(DASHES, "-")
    .replace(/-{2,}/g, "-")
    .replace(CHINESE_YEAR, yearInDigits);
}

function yearInDigits(year: string): string {
  return [...year].map((digit) => (/[〇○零Oo0]/.test(digit) ? 0 : "一二三四五六七八九".indexOf(digit) + 1)).join("");
}

/** A text without blanks and footnote marks, all else as it stands. */
export function withoutMarks(text: string): string {
  const bare = text.replace(FOOTNOTE_DIGITS, "").replace(BLANKS, "").replace(FOOTNOTE_BRACKETS, "").replace(STARS, "");
  return withoutLastMark(bare);
}

/** 工业投资（1）, 工业投资1）, 工业投资注1 without the mark; 备注1 and （占比1） keep what is no mark. */
function withoutLastMark(text: string): string {
  const mark = LAST_MARK.exec(text);
  if (!mark) return text;
  const before = text.slice(0, mark.index);
  const isOpen =
    Math.max(before.lastIndexOf("("), before.lastIndexOf("（")) >
    Math.max(before.lastIndexOf(")"), before.lastIndexOf("）"));
  return isOpen ? text : before;
}

/** The form in which names are compared: squashed, quotation marks dropped, small letters. */
export function nameKey(text: string): string {
  return squash(text)
    .replace(/["'“”‘’《》]/g, "")
    .toLowerCase();
}

/** In full width too, as they stand in a sheet. */
const ORDINALS: readonly RegExp[] = [
  /^第?[一二三四五六七八九十]{1,3}[、.．,，]/,
  /^[(（][一二三四五六七八九十]{1,3}[)）][、.．,，]?/,
  /^\d{1,2}(?:、|[.．,，](?!\d))/,
  /^(?:[(（]\d{1,2}[)）]|\d{1,2}[)）])[、.．,，]?/,
  /^[\u2474-\u249b\u3220-\u3229][、.．]?/, // one character each; squashed, they are among those above
];

/** An ordinal in front of a label, as its rank (一、 1, （一） 2, 1. 3, (1) 4; null where none) and the rest. */
export function splitOrdinal(text: string): { readonly rank: number | null; readonly rest: string } {
  for (const [index, pattern] of ORDINALS.entries()) {
    const match = pattern.exec(text);
    if (match && match[0].length < text.length) return { rank: index + 1, rest: text.slice(match[0].length) };
  }
  return { rank: null, rest: text };
}

/** The ordinal itself and its rank: what tells 一、 from 二、; null where a text has none. */
export function ordinalOf(text: string): { readonly rank: number; readonly text: string } | null {
  const { rank, rest } = splitOrdinal(text);
  return rank === null ? null : { rank, text: text.slice(0, -rest.length).replace(/[、.．,，]$/, "") };
}

/** 其中： alone in its cell: the labels below or beside it are the parts. */
export const PART_MARK = /^(?:其中|在?总[计额]中)[:：,、]?$/;

/** 其中, # or 在总计中 in front of a label: whether it stands there, and the rest. */
export function splitPartMark(squashed: string): { readonly marked: boolean; readonly rest: string } {
  const match = /^(?:其中|在?总[计额]中|#|\/#)[:,、]?#?/.exec(squashed);
  return match ? { marked: true, rest: squashed.slice(match[0].length) } : { marked: false, rest: squashed };
}

/** How far a text is moved in by leading blanks, in half-width characters. */
export function leadingBlanks(text: string): number {
  const blanks = /^[\s\u3000]*/.exec(text)?.[0] ?? "";
  return [...blanks].reduce((width, blank) => width + (blank === "\u3000" ? 2 : 1), 0);
}
