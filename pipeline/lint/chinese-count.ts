const DIGITS = "零一二三四五六七八九";

/** A whole number below 100 in Chinese: 十二. */
export function chineseCount(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? "" : DIGITS[ones]}`;
}

/** The number that Chinese numerals below 100 say; undefined where they are none. */
export function readCount(text: string): number | undefined {
  const [whole, tens = "", ten, ones = ""] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (!whole || (tens !== "" && ones !== "" && ten === "")) return undefined;
  if (ten === "") return DIGITS.indexOf(tens || ones);
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
