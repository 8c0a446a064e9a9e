import type { Decimal } from "../model/decimal.ts";
import type { TextSpan } from "../model/target.ts";
import { chineseNumber } from "./chinese-number.ts";

/** A number as a plan's text writes it. */
export interface NumberToken extends TextSpan {
  readonly value: Decimal | null; // as written: 1.2 of 1.2万人; null where it is a sign only
}

const NUMBER = /([0-9０-９]+(?:[.．][0-9０-９]+)?)[十百千万亿]*|([〇零一二两三四五六七八九十百千万亿]+)|([Ⅰ-Ⅿⅰ-ⅿ])/g;

/**
 * Finds every number in a text, in its order: Arabic digits of either width with their decimals, runs of Chinese
 * numerals, Roman numerals.
 *
 * Chinese numerals are taken even inside words (零售, 进一步): which of them mean a number is for a person to say. 万 and
 * the like right after digits belong to the unit (380万千瓦) and are no tokens of their own.
 */
export function numberTokens(text: string): readonly NumberToken[] {
  return [...text.matchAll(NUMBER)].map(({ 0: all, 1: arabic, 2: chinese, index }) => {
    const token = arabic ?? all;
    const value = arabic?.normalize("NFKC") ?? (chinese === undefined ? null : (chineseNumber(chinese) ?? null));
    return { text: token, start: index, end: index + token.length, value };
  });
}
