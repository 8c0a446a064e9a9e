import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { runsText } from "../printable.ts";
import { widthChars } from "../text-width.ts";
import { linkKind } from "./links.ts";

const WIDEST_UNBROKEN = 90; // longer ones are cut on the screen

/**
 * The columns' widths in half-width characters: as described, but wide enough for what does not wrap.
 *
 * A number in too narrow a column shows as ####, and LibreOffice does not break an address that can be clicked.
 */
export function columnChars(sheet: SheetDescription): readonly number[] {
  return sheet.columns.map(({ widthChars: described }, index) => {
    const widths = sheet.rows.map((row) => (row.kind === "data" ? unbrokenWidth(row.cells[index]) : 0));
    return widths.reduce((widest, width) => Math.max(widest, Math.min(width, WIDEST_UNBROKEN)), described);
  });
}

function unbrokenWidth(cell: CellContent | undefined): number {
  if (cell?.kind === "number") return widthChars(cell.text);
  const isAddress = cell?.kind === "text" && cell.link !== undefined && linkKind(cell.link) === "web";
  return isAddress ? widthChars(runsText(cell.runs)) : 0;
}
