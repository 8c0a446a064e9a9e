import { firstBodyRow, type HeaderCell, headerCells, headerDepth } from "../sheet-layout.ts";
import { type Canvas, spanChars } from "./canvas.ts";
import { textValue } from "./cell-value.ts";
import { type PlacedText, rowHeightPt } from "./row-heights.ts";

/** Writes the header rows of a sheet: groups merged above their columns, columns without one over both rows. */
export function writeHeader(canvas: Canvas): void {
  const { worksheet, sheet, looks } = canvas;
  const top = firstBodyRow(sheet) - headerDepth(sheet.columns);
  const cells = headerCells(sheet.columns);
  for (const { text, row, column, rowSpan, columnSpan } of cells) {
    const { value, numberFormat } = textValue(text);
    const cell = worksheet.getCell(top + row, column + 1);
    cell.value = value;
    cell.style = looks(sheet.plain ? "plainHead" : "head", { numberFormat });
    if (rowSpan * columnSpan > 1) {
      worksheet.mergeCells(top + row, column + 1, top + row + rowSpan - 1, column + columnSpan);
    }
  }
  headerHeights(canvas, cells).forEach((height, index) => {
    worksheet.getRow(top + index).height = height;
  });
}

/** One height a row; a cell over both rows adds to the lower one what they lack together. */
function headerHeights(canvas: Canvas, cells: readonly HeaderCell[]): readonly number[] {
  if (cells.length === 0) return [];
  const { headPt, bodyPt } = canvas.theme.workbook;
  const heightOf = (some: readonly HeaderCell[]) => rowHeightPt(some.map(placed), bodyPt);
  const placed = ({ text, column, columnSpan }: HeaderCell): PlacedText => ({
    text,
    columnChars: spanChars(canvas, column, columnSpan),
    sizePt: headPt,
  });
  if (headerDepth(canvas.sheet.columns) === 1) return [heightOf(cells)];
  const upper = heightOf(cells.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1));
  const lower = heightOf(cells.filter(({ row }) => row === 1));
  const both = heightOf(cells.filter(({ rowSpan }) => rowSpan === 2));
  return [upper, Math.max(lower, both - upper)];
}
