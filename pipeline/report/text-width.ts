/** East Asian wide and fullwidth characters, and the marks that Chinese fonts draw as wide as a character. */
const WIDE =
  /[\u1100-\u115F\u2010-\u2027\u2030-\u205E\u2100-\u27BF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6·×÷°±]/;

const LAST_ASCII = "~";
const WIDEST_UNIT = 2; // half-width characters, of a UTF-16 unit

/** Stretches that do not break inside: words and numbers with their signs. */
const UNBROKEN = /[\p{Script=Latin}\p{N}.,%+\-/:_?=&#'"]+|./gsu;

/** How wide a text is in half-width characters; a Chinese character is two. */
export function widthChars(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/**
 * How many lines a text takes in a column of `columnChars` half-width characters; at least 1.
 *
 * Words and numbers stay whole unless a line cannot hold them; `\n` starts a line.
 */
export function lineCount(text: string, columnChars: number): number {
  if (text.length * WIDEST_UNIT <= columnChars && !text.includes("\n")) return 1;
  return text.split("\n").reduce((sum, line) => sum + wrappedLines(line, Math.max(2, columnChars)), 0);
}

function isWide(character: string): boolean {
  return character > LAST_ASCII && (character.length > 1 || WIDE.test(character));
}

function wrappedLines(line: string, columnChars: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(UNBROKEN)) {
    const width = widthChars(piece);
    if (used + width <= columnChars) {
      used += width;
    } else if (width <= columnChars) {
      lines += 1;
      used = width;
    } else {
      const total = used + width;
      lines += Math.ceil(total / columnChars) - 1;
      used = total % columnChars || columnChars;
    }
  }
  return lines;
}
