import type { Style } from "exceljs";
import type { Align, CellContent, ColumnDescription, RowDescription } from "../../model/edition.ts";
import type { Canvas } from "./canvas.ts";
import type { CellRole } from "./cell-looks.ts";
import { checkedFormula } from "./formula.ts";
import { linkOf } from "./links.ts";
import { type PlacedText, rowHeightPt } from "./row-heights.ts";

/** A row of cells, as opposed to a section's heading. */
export type DataRow = Extract<RowDescription, { readonly kind: "data" }>;

/** A cell as it goes into a file, however that is written. */
export interface WrittenCell {
  readonly column: number; // from 1
  readonly value: string | number | null;
  readonly formula: string | null; // that `value` results from
  readonly text: string; // as shown
  readonly look: Partial<Style>; // one object for all cells that look alike
}

/** The cells of a row, left to right. */
export function writtenCells({ sheet, looks, values }: Canvas, row: DataRow): readonly WrittenCell[] {
  const cells: WrittenCell[] = [];
  sheet.columns.forEach((column, index) => {
    const content = row.cells[index];
    if (content === undefined || (content.kind === "blank" && content.isOutside)) return;
    const { value, text, numberFormat } = values(content);
    const role = row.look === "header" ? "head" : roleOf(content, row.look);
    const look = looks(role, { align: alignOf(content, column, row), numberFormat });
    const isComputed = content.kind === "number" && content.formula !== undefined && typeof value === "number";
    const formula = isComputed ? checkedFormula(content.formula) : null;
    cells.push({ column: index + 1, value, formula, text, look });
  });
  return cells;
}

/** The height at which none of a row's texts is clipped. */
export function writtenHeightPt({ sheet, theme, columnChars }: Canvas, cells: readonly WrittenCell[]): number {
  const { bodyPt } = theme.workbook;
  const placed = cells.map(
    ({ column, text }): PlacedText => ({
      text,
      columnChars: columnChars[column - 1] ?? sheet.columns[column - 1]?.widthChars ?? 0,
      sizePt: bodyPt,
    }),
  );
  return rowHeightPt(placed, bodyPt);
}

function alignOf({ kind }: CellContent, { align }: ColumnDescription, { numbers }: DataRow): Align {
  return kind === "number" ? (numbers ?? align) : align;
}

function roleOf(content: CellContent, look: "total" | undefined): CellRole {
  if (content.kind === "light") return content.light;
  if (linkOf(content) !== undefined) return "link";
  return look ?? "data";
}
