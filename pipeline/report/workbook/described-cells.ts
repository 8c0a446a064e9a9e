import type { SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import type { CellLookup } from "../chart/source-cells.ts";
import { firstBodyRow, headerCells, headerDepth } from "../sheet-layout.ts";
import { type CellValue, cellValue, textValue } from "./cell-value.ts";

/** Finds what the cells of described sheets hold as they are written, of headers and rows. */
export function describedCells(sheets: readonly SheetDescription[], theme: Theme): CellLookup {
  const byName = new Map(sheets.map((sheet) => [sheet.name, { sheet, bodyRow: firstBodyRow(sheet) }]));
  return ({ sheet: name, row, column }) => {
    const found = byName.get(name);
    if (!found) return undefined;
    const { sheet, bodyRow } = found;
    return row < bodyRow ? headerCell(sheet, row, column) : bodyCell(sheet, row - bodyRow, column, theme);
  };
}

function headerCell(sheet: SheetDescription, row: number, column: number): CellValue | undefined {
  const top = firstBodyRow(sheet) - headerDepth(sheet.columns);
  const cell = headerCells(sheet.columns).find((one) => one.row === row - top && one.column === column - 1);
  return cell && textValue(cell.text);
}

function bodyCell(sheet: SheetDescription, index: number, column: number, theme: Theme): CellValue | undefined {
  const row = sheet.rows[index];
  if (row?.kind === "data") {
    const content = row.cells[column - 1];
    return content && column <= sheet.columns.length ? cellValue(content, theme) : undefined;
  }
  return row && column === 1 ? textValue(row.text) : undefined;
}
