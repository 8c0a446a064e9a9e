import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { runsText } from "../printable.ts";
import { placedCells } from "../sheet-layout.ts";
import { widthChars } from "../text-width.ts";
import { linkKind } from "./links.ts";

const WIDEST_UNBROKEN = 90; // longer ones are cut on the screen

/**
 * The columns' widths in half-width characters: as described, but wide enough for what does not wrap.
 *
 * A number in too narrow a column shows as ####, and LibreOffice does not break an address that can be clicked.
 */
export function columnChars(sheet: SheetDescription): readonly number[] {
  const widths = sheet.columns.map(({ widthChars: described }) => described);
  for (const { column, content } of placedCells(sheet, isUnbroken)) {
    const width = Math.min(unbrokenWidth(content), WIDEST_UNBROKEN);
    if (width > (widths[column - 1] ?? width)) widths[column - 1] = width;
  }
  return widths;
}

function isUnbroken(cell: CellContent): boolean {
  return cell.kind === "number" || (cell.kind === "text" && cell.link !== undefined);
}

function unbrokenWidth(cell: CellContent): number {
  if (cell.kind === "number") return widthChars(cell.text);
  const isAddress = cell.kind === "text" && cell.link !== undefined && linkKind(cell.link) === "web";
  return isAddress ? widthChars(runsText(cell.runs)) : 0;
}
