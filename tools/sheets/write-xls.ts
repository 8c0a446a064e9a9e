import * as XLSX from "@e965/xlsx";
import type { Grid, GridValue } from "./grid.ts";

/** Writes grids as a BIFF8 workbook (.xls of Excel 97-2003); the same grids give the same bytes. */
export function writeXls(grids: readonly Grid[]): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const grid of grids) {
    const sheet = XLSX.utils.aoa_to_sheet(grid.rows.map(({ values }) => values.map(toXlsCell)));
    sheet["!merges"] = grid.merges.map(({ top, left, bottom, right }) => ({
      s: { r: top - 1, c: left - 1 },
      e: { r: bottom - 1, c: right - 1 },
    }));
    sheet["!cols"] = grid.widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, sheet, grid.name);
  }
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "biff8" }) as Buffer);
}

function toXlsCell(value: GridValue): XLSX.CellObject | null {
  if (value === null) return null;
  if (typeof value === "string") return { t: "s", v: value };
  return { t: "n", v: Number(value.number), z: value.format };
}
