import { firstBodyRow, headerDepth } from "../sheet-layout.ts";
import type { Canvas } from "./canvas.ts";

const PAPER_PT = { 8: [1190.55, 841.89], 9: [841.89, 595.28] } as const; // A3 and A4, the long side first
const INCH_PT = 72;
const CHAR_PT = 5.25; // what a program that prints larger than others makes of a half-width character
const FULL = 0.95; // rows are a little higher in some programs
const WELL_FILLED = 0.6;

/**
 * Begins a page with each section that would else be torn apart, where the page before is well filled without it.
 *
 * The rows must have their heights already. Pages that programs begin by themselves are reckoned with as the one does
 * that gets least on a page.
 */
export function keepSectionsTogether({ worksheet, sheet, columnChars }: Canvas): void {
  const top = firstBodyRow(sheet);
  const heightOf = (from: number, to: number) => {
    let height = 0;
    for (let row = from; row < to; row++) height += worksheet.getRow(row).height ?? 0;
    return height;
  };
  const head = heightOf(top - headerDepth(sheet.columns), top);
  const page = pageHeight(worksheet.pageSetup, columnChars) * FULL;
  const starts = sheet.rows.flatMap((row, index) => (row.kind === "section" ? [index] : []));
  let used = heightOf(1, top + (starts[0] ?? 0));
  for (const [at, start] of starts.entries()) {
    const height = heightOf(top + start, top + (starts[at + 1] ?? sheet.rows.length));
    const isTorn = used + height > page;
    if (isTorn && start > 0 && used >= page * WELL_FILLED) {
      worksheet.getRow(top + start - 1).addPageBreak();
      used = head;
    }
    used += height;
    while (used > page) used -= page - head;
  }
}

/** How much of the rows a printed page holds, in points, when all columns are made to fit its width. */
function pageHeight(
  { paperSize, orientation, margins }: Canvas["worksheet"]["pageSetup"],
  columnChars: readonly number[],
): number {
  const [long, short] = PAPER_PT[Number(paperSize) === 8 ? 8 : 9];
  const [paperWidth, paperHeight] = orientation === "landscape" ? [long, short] : [short, long];
  const { left = 0, right = 0, top = 0, bottom = 0 } = margins ?? {};
  const width = columnChars.reduce((sum, chars) => sum + (chars + 1.25) * CHAR_PT, 0);
  const scale = Math.min(1, (paperWidth - (left + right) * INCH_PT) / width);
  return (paperHeight - (top + bottom) * INCH_PT) / scale;
}
