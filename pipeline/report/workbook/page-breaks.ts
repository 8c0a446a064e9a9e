import type { RowDescription } from "../../model/edition.ts";
import { evenPages, type PrintedRow } from "../even-pages.ts";
import { firstBodyRow, firstNoteRow, headerDepth } from "../sheet-layout.ts";
import type { Canvas } from "./canvas.ts";
import { isLong } from "./long-rows.ts";

const PAPER_PT = { 8: [1190.55, 841.89], 9: [841.89, 595.28] } as const; // A3 and A4, the long side first
const INCH_PT = 72;
const CHAR_PT = 5.25; // what a program that prints larger than others makes of a half-width character
const FULL = 0.95; // rows are a little higher in some programs
const BLANK_ROW_PT = 15;

/** A table that is over its one page by no more than this is printed so much smaller, rather than on two half-empty pages. */
const JUST_OVER = 1.04;

/**
 * Spreads a table of several pages evenly over them, by breaks that hold in every program: pages that programs begin by
 * themselves are reckoned as the one does that gets least on a page. What is just over one page is made to fit it.
 *
 * The rows must have their heights already. Sheets with charts lay their pages out themselves, and long ones end where
 * their rows end.
 */
export function breakPages(canvas: Canvas): void {
  const { worksheet, sheet, columnChars } = canvas;
  if (sheet.fit === "page" || (sheet.charts ?? []).length > 0 || isLong(sheet) || sheet.rows.some(beginsPage)) return;
  const heightOf = (row: number) => worksheet.getRow(row).height ?? BLANK_ROW_PT;
  const top = firstBodyRow(sheet);
  const sum = (from: number, to: number) => {
    let height = 0;
    for (let row = from; row < to; row++) height += heightOf(row);
    return height;
  };
  const notes = sheet.notes.length === 0 ? 0 : firstNoteRow(sheet) - top - sheet.rows.length + sheet.notes.length;
  const kinds = [...sheet.rows.map(kindOf), ...Array.from({ length: notes }, () => "note" as const)];
  const page = pageHeight(worksheet.pageSetup, columnChars) * FULL;
  const total = sum(1, top + kinds.length);
  if (total > page && total <= page * JUST_OVER) {
    worksheet.pageSetup.fitToHeight = 1;
    return;
  }
  const starts = evenPages(
    kinds.map((kind, index): PrintedRow => ({ kind, height: heightOf(top + index) })),
    { page, firstHead: sum(1, top), head: sum(top - headerDepth(sheet.columns), top) },
  );
  for (const start of starts) worksheet.getRow(top + start - 1).addPageBreak();
}

function beginsPage(row: RowDescription): boolean {
  return row.kind === "section" && row.newPage === true;
}

function kindOf(row: RowDescription): PrintedRow["kind"] {
  return row.kind === "section" || row.look === "header" ? "heading" : "row";
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
