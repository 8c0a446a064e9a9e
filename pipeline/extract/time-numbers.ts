const CHINESE_DIGITS = "一二三四五六七八九十";

/** The number of a month: 6, 06, 六, 十二. */
export function monthNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return text.length === 2 ? 10 + CHINESE_DIGITS.indexOf(text.charAt(1)) + 1 : CHINESE_DIGITS.indexOf(text) + 1;
}

/** The number of a quarter: 3, 三, 两. */
export function quarterNumber(text: string | undefined): number {
  return { 两: 2, 二: 2, 三: 3, 四: 4, 一: 1 }[text ?? ""] ?? Number(text);
}

/** The number of a day: 20, 二十, 二十一. */
export function dayNumber(text = ""): number {
  if (/^\d/.test(text) || !text.includes("十")) return monthNumber(text);
  const [tens = "", ones = ""] = text.split("十");
  return (tens === "" ? 10 : 10 * monthNumber(tens)) + (ones === "" ? 0 : monthNumber(ones));
}
