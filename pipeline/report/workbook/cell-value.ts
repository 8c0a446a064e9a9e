import { type Decimal, decimalPlaces } from "../../model/decimal.ts";
import type { CellContent } from "../../model/edition.ts";
import { printableText, startsFormula } from "../../model/printable-text.ts";
import { lightText, type Theme } from "../../model/theme.ts";
import { isExactNumber } from "../exact-number.ts";
import { runsText } from "../printable.ts";

/** What a cell of a workbook holds and how it shows it. */
export interface CellValue {
  readonly value: string | number | null;
  readonly text: string; // as shown
  readonly numberFormat: string | null; // null: general
}

const LONGEST_TEXT = 32_767; // characters, Excel's limit
const CUT_NOTICE = "……（单元格容纳不下，以下从略）";

/** Cells in this format keep what is typed as text; the file marks them with quotePrefix as well. */
const TEXT_FORMAT = "@";

/**
 * Turns a described cell into a value: printed figures become real numbers in a format that prints the same text.
 *
 * A figure with more digits than a spreadsheet keeps stays text, so that the sheet never shows another number.
 */
export function cellValue(content: CellContent, theme: Theme): CellValue {
  switch (content.kind) {
    case "number":
      return isExactNumber(content.text) ? exactNumber(content.text) : textValue(content.text);
    case "text":
      return textValue(runsText(content.runs));
    case "light":
      return textValue(lightText(theme.lights[content.light]));
    case "trend":
    case "blank":
      return { value: null, text: "", numberFormat: null };
  }
}

/** Gives the value of a cell. */
export type CellValues = (content: CellContent) => CellValue;

/** Works out the value of each content once: sheets of data share one content among all cells of the same words. */
export function cellValues(theme: Theme): CellValues {
  const known = new WeakMap<CellContent, CellValue>();
  return (content) => {
    if (content.kind === "number") return cellValue(content, theme);
    const value = known.get(content) ?? cellValue(content, theme);
    known.set(content, value);
    return value;
  };
}

/** A text cell's value: printable, no longer than a cell holds, never a formula. */
export function textValue(raw: string): CellValue {
  const text = shortened(printableText(raw));
  // Excel reads _x0041_ in a file as the letter A.
  const value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return { value, text, numberFormat: startsFormula(text) ? TEXT_FORMAT : null };
}

function exactNumber(text: Decimal): CellValue {
  const places = decimalPlaces(text);
  return { value: Number(text), text, numberFormat: places === 0 ? "0" : `0.${"0".repeat(places)}` };
}

function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kept = text.slice(0, LONGEST_TEXT - CUT_NOTICE.length);
  return printableText(kept) + CUT_NOTICE;
}
