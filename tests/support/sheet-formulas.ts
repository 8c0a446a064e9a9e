import { toAddress } from "../../pipeline/model/cell.ts";
import type { CellContent, Edition, SheetDescription } from "../../pipeline/model/edition.ts";
import { firstBodyRow } from "../../pipeline/report/sheet-layout.ts";
import { evaluateFormula } from "./evaluate-formula.ts";
import { sheetNamed } from "./sheet-cells.ts";

/** A number cell with its formula, what it shows, and what the formula gives over the cells as they are printed. */
export interface RecomputedCell {
  readonly place: string; // "指标对照!H7"
  readonly formula: string;
  readonly text: string;
  readonly recomputed: string; // in as many digits as `text`
}

/** Every cell of a sheet by its address. */
export function cellsByAddress(sheet: SheetDescription): ReadonlyMap<string, CellContent> {
  const top = firstBodyRow(sheet);
  return new Map(
    sheet.rows.flatMap((row, index) =>
      row.kind === "section"
        ? []
        : row.cells.map((cell, column) => [toAddress(top + index, column + 1), cell] as const),
    ),
  );
}

/** Recomputes every formula of a sheet from the printed texts of the cells that it names. */
export function recomputedCells(sheet: SheetDescription): readonly RecomputedCell[] {
  const cells = cellsByAddress(sheet);
  const numberAt = (address: string): number | undefined => {
    const cell = cells.get(address);
    return cell?.kind === "number" ? Number(cell.text) : undefined;
  };
  return [...cells].flatMap(([address, cell]) => {
    if (cell.kind !== "number" || cell.formula === undefined) return [];
    const { formula, text } = cell;
    const places = text.split(".")[1]?.length ?? 0;
    const recomputed = evaluateFormula(formula, numberAt)
      .toFixed(places)
      .replace(/^-(?=[0.]*$)/, "");
    return [{ place: `${sheet.name}!${address}`, formula, text, recomputed }];
  });
}

/** Whether a link leads to a cell that holds something: of the rows, or the first of a sheet. */
export function leadsSomewhere(link: string, edition: Pick<Edition, "sheets">): boolean {
  const [name = "", address = ""] = link.split("!");
  const cell = cellsByAddress(sheetNamed(edition, name)).get(address);
  return address === "A1" || cell?.kind === "number" || cell?.kind === "text";
}
