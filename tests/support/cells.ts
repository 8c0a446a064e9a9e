import type { Cell, Sheet } from "../../pipeline/model/cell.ts";

/** A sheet's cells as a list; empty for no sheet. */
export function cellList(sheet: Sheet | undefined): readonly Cell[] {
  return [...(sheet?.cells ?? [])];
}
