import { type Decimal, isDecimal } from "../model/decimal.ts";

/** Spreadsheets keep so many significant digits of a number. */
const EXACT_DIGITS = 15;

/**
 * Tells whether a printed text can stand in a cell as a number that shows just this text. What cannot stands as text,
 * which no formula and no chart takes for a number.
 */
export function isExactNumber(text: string): text is Decimal {
  if (!isDecimal(text)) return false;
  const digits = text.replace(/[-.]/g, "").replace(/^0+/, "");
  const isNegativeZero = text.startsWith("-") && digits === "";
  return digits.length <= EXACT_DIGITS && !isNegativeZero;
}
