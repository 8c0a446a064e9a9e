import { lineCount } from "../text-width.ts";

/** Chinese fonts set a line this much higher than their size; the tallest of the usual ones decides. */
const LINE_FACTOR = 1.45;
const PADDING_PT = 4;
const TALLEST_ROW_PT = 409; // Excel's limit

/** A text in a column, or in merged columns, of a row. */
export interface PlacedText {
  readonly text: string;
  readonly columnChars: number; // of all columns it spans, in half-width characters of the body font
  readonly sizePt: number;
}

/**
 * The height in points at which none of the texts is clipped.
 *
 * Neither Excel nor LibreOffice fits merged cells by itself, and a height that is left out depends on the reader.
 *
 * @param bodyPt the size that column widths count in
 */
export function rowHeightPt(texts: readonly PlacedText[], bodyPt: number): number {
  const heights = texts.map(({ text, columnChars, sizePt }) => {
    const lines = lineCount(text, (columnChars * bodyPt) / sizePt);
    return lines * sizePt * LINE_FACTOR;
  });
  return Math.min(TALLEST_ROW_PT, Math.ceil(Math.max(bodyPt * LINE_FACTOR, ...heights)) + PADDING_PT);
}
