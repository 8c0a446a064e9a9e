import { joinRuns, joinWords, type Words } from "./runs.ts";

/** Enumerates: A；A和B；A、B和C (和 before the last; standards of the field, section 3.4). Empty for none. */
export function enumerate(items: readonly Words[]): Words {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return last ?? [];
  return joinRuns([...joinWords(items.slice(0, -1), "、"), "和", ...last]);
}

/** The same for plain names. */
export function enumerateNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join("、")}和${names.at(-1)}`;
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Chinese numeral of a heading, 1 to 99: 一, 十, 十二, 二十一. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = DIGITS[number % 10] ?? "";
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones}`;
}
