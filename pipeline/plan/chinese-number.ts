import type { Decimal } from "../model/decimal.ts";

const DIGITS = "零一二三四五六七八九";
const UNITS: readonly (readonly [string, number])[] = [
  ["亿", 100_000_000],
  ["万", 10_000],
  ["千", 1000],
  ["百", 100],
  ["十", 10],
];

/**
 * The value of a number in Chinese numerals: 九 is 9, 两百 200, 十二万 120000; a row of digits reads as such (二〇二三).
 *
 * @returns undefined for what is no number: 千万 is one, 万千 is not
 */
export function chineseNumber(text: string): Decimal | undefined {
  const numerals = text.replaceAll("〇", "零").replaceAll("两", "二");
  const digits = [...numerals].map((numeral) => DIGITS.indexOf(numeral));
  if (digits.length > 1 && !digits.includes(-1)) return String(Number(digits.join("")));
  const value = numeralValue(numerals);
  return value === undefined ? undefined : String(value);
}

function numeralValue(numerals: string): number | undefined {
  for (const [unit, factor] of UNITS) {
    const at = numerals.lastIndexOf(unit);
    if (at < 0) continue;
    const before = at === 0 ? 1 : numeralValue(numerals.slice(0, at));
    const rest = numerals.slice(at + 1).replace(/^零/, "");
    const after = rest === "" ? 0 : /^[十百千万亿]/.test(rest) ? undefined : numeralValue(rest);
    const limit = factor >= 10_000 ? factor : 10; // 三千万 is a number, 三十百 is none
    if (before === undefined || after === undefined || before >= limit || after >= factor) return undefined;
    return before * factor + after;
  }
  const digit = DIGITS.indexOf(numerals);
  return numerals.length === 1 && digit >= 0 ? digit : undefined;
}
