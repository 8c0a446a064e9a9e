import { expect } from "vitest";
import { parseAddress } from "../../pipeline/model/cell.ts";
import type { CellSpan } from "../../pipeline/model/chart.ts";
import type { CellContent, Edition, SheetDescription } from "../../pipeline/model/edition.ts";
import { firstBodyRow } from "../../pipeline/report/sheet-layout.ts";

/** A sheet of an edition by its name. @throws Error if the edition has none */
export function sheetNamed(edition: Pick<Edition, "sheets">, name: string): SheetDescription {
  const sheet = edition.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
}

/** The cells of a span, top to bottom or left to right, as the sheet describes them. */
export function cellsIn(sheet: SheetDescription, span: CellSpan): readonly (CellContent | undefined)[] {
  expect(span.sheet).toBe(sheet.name);
  const [from, to] = [parseAddress(span.from), parseAddress(span.to)];
  if (!from || !to) throw new Error(`${span.from}:${span.to}`);
  const cells: (CellContent | undefined)[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      const line = sheet.rows[row - firstBodyRow(sheet)];
      cells.push(line?.kind === "data" ? line.cells[column - 1] : undefined);
    }
  }
  return cells;
}

/** What a cell says. */
export function textIn(cell: CellContent | undefined): string {
  if (cell?.kind === "number") return cell.text;
  return cell?.kind === "text" ? cell.runs.map((run) => (typeof run === "string" ? run : run.text)).join("") : "";
}

/** What the cells of a span say. */
export function textsIn(sheet: SheetDescription, span: CellSpan): readonly string[] {
  return cellsIn(sheet, span).map(textIn);
}
