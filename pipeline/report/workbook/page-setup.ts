import type { PageSetup } from "exceljs";
import { toAddress } from "../../model/cell.ts";
import type { Edition, SheetDescription } from "../../model/edition.ts";
import { illustrativeWord } from "../edition/sheet-lines.ts";
import { firstBodyRow, firstNoteRow, headerDepth } from "../sheet-layout.ts";
import type { Canvas } from "./canvas.ts";

const MM_PER_INCH = 25.4;
const HEADER_SHARE = 0.5; // header and footer stand halfway into the margin

/** Paper codes of SpreadsheetML, ST paperSize. */
const PAPER = { a3: 8, a4: 9 };

/** Sets what the printer and the screen do with a sheet: paper, repeated header rows, page numbers, frozen panes. */
export function setUpPage(canvas: Canvas, edition: Edition): void {
  const { worksheet, sheet } = canvas;
  const bodyRow = firstBodyRow(sheet);
  worksheet.views = [
    {
      state: "frozen",
      xSplit: sheet.frozenColumns,
      ySplit: bodyRow - 1,
      activeCell: "A1",
      ...(sheet === edition.sheets[0] && { tabSelected: true }),
      showGridLines: false,
    },
  ];
  if (sheet.tabColour !== undefined) worksheet.properties.tabColor = { argb: `FF${sheet.tabColour}` };
  Object.assign(worksheet.pageSetup, pageSetup(canvas));
  for (const [index, row] of sheet.rows.entries()) {
    const startsPage = row.kind === "section" && row.newPage === true && index > 0;
    if (startsPage) worksheet.getRow(bodyRow + index - 1).addPageBreak();
  }
  worksheet.pageSetup.printArea = printArea(sheet);
  const depth = headerDepth(sheet.columns);
  if (depth > 0) worksheet.pageSetup.printTitlesRow = `${bodyRow - depth}:${bodyRow - 1}`;
  const notice = illustrativeWord(edition);
  worksheet.headerFooter.oddHeader = notice && `&R${notice}`;
  worksheet.headerFooter.oddFooter = `&L${escaped(sheet.name)}&C第 &P 页 共 &N 页&R${notice}`;
}

function pageSetup({ sheet, theme: { workbook: look }, columnChars }: Canvas): Partial<PageSetup> {
  const margin = look.marginMm / MM_PER_INCH;
  const aside = margin * HEADER_SHARE;
  const chars = columnChars.reduce((sum, width) => sum + width, 0);
  const isA3 = sheet.orientation === "landscape" && chars > look.a3FromChars;
  return {
    paperSize: isA3 ? PAPER.a3 : PAPER.a4,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: sheet.fit === "page" ? 1 : 0, // 0: as many pages as it takes
    horizontalCentered: true,
    margins: { left: margin, right: margin, top: margin, bottom: margin, header: aside, footer: aside },
  };
}

/** Everything that is written, charts beside or below the table too; exceljs puts a dollar before each corner only. */
function printArea(sheet: SheetDescription): string {
  const { rows, notes, columns, charts = [] } = sheet;
  const lastRow = notes.length > 0 ? firstNoteRow(sheet) + notes.length - 1 : firstBodyRow(sheet) + rows.length - 1;
  const bottom = Math.max(lastRow, ...charts.map((chart) => chart.row + chart.rows - 1));
  const right = Math.max(1, columns.length, ...charts.map((chart) => chart.column + chart.columns - 1));
  return `A$1:${toAddress(bottom, right).replace(/\d+/, "$$$&")}`;
}

/** In headers and footers `&` starts a code. */
function escaped(text: string): string {
  return text.replaceAll("&", "&&");
}
