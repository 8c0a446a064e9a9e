import { quote } from "../model/issue.ts";
import type { Ledger } from "./dispositions.ts";
import type { Grid } from "./grid.ts";
import type { IssueList } from "./issue-list.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isOrphan } from "./stray-among-words.ts";
import type { SheetParts, Table } from "./tables.ts";
import { isCounting, isFigure } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** Marks what stands around the figures of a table: captions, unit lines, heads. */
export function markFrame(grid: Grid, { captions, header, columns }: Table, ledger: Ledger): void {
  for (const cell of captions)
    ledger.mark(cell, parseUnits(cell.squashed) || /单位:/.test(cell.squashed) ? "unit" : "title");
  for (const row of header.rows) for (const cell of grid.inRow(row)) ledger.mark(cell, "header");
  if (header.numbering !== null) for (const cell of grid.inRow(header.numbering)) ledger.mark(cell, "header", "栏次");
  for (const { cells } of columns) for (const cell of cells) ledger.mark(cell, "header");
}

/** Marks what stands beside the figures of a segment: labels, units, periods, ordinals, notes. */
export function markColumns(grid: Grid, segment: Segment, rows: readonly LabelledRow[], ledger: Ledger): void {
  for (const { row } of rows) {
    for (const column of segment.labels)
      if (!isOrphan(grid, segment, { row, column })) markIn(grid, row, column, ledger, "label");
    if (segment.unit !== null) markIn(grid, row, segment.unit, ledger, "unit");
    if (segment.periods !== null) markIn(grid, row, segment.periods, ledger, "label");
    for (const column of segment.counting) markIn(grid, row, column, ledger, "ignored", "序号");
    for (const { column, role } of segment.others) {
      markIn(grid, row, column, ledger, role === "note" ? "note" : "ignored", role === "note" ? undefined : "序号");
    }
  }
  for (const { row, figures } of segment.table.body) {
    if (figures) continue;
    for (const cell of grid.inRow(row)) {
      if (!isFigure(cell)) ledger.mark(cell, /单位:/.test(cell.squashed) ? "unit" : "label");
    }
  }
}

function markIn(
  grid: Grid,
  row: number,
  column: number,
  ledger: Ledger,
  kind: "label" | "unit" | "note" | "ignored",
  reason?: string,
) {
  const cell = grid.at(row, column);
  if (cell) ledger.mark(cell, kind, reason);
}

/** What no table has claimed: words are notes, figures are asked about. */
export function sweep(grid: Grid, { tables, loose }: SheetParts, ledger: Ledger, issues: IssueList): void {
  const left = grid.cells.filter((cell) => !ledger.has(cell));
  const figures = left.filter(isFigure);
  for (const cell of left) {
    if (!isFigure(cell))
      ledger.mark(cell, "note", loose.length > 0 || tables.length === 0 ? "没有表格的文字" : "表外文字");
  }
  if (tables.length === 0 && figures.length > 0) {
    const counting = isCounting(figures) && new Set(figures.map(({ column }) => column)).size === 1;
    if (!counting) issues.add("no-table", null, { sheet: grid.name });
    for (const cell of figures) ledger.mark(cell, counting ? "ignored" : "asked", counting ? "序号" : "没有找到表格");
    return;
  }
  for (const cell of figures) {
    ledger.mark(cell, "unread");
    issues.add("unread-cell", cell.address, { found: quote(cell.text) });
  }
  if (tables.length > 0 && !tables.some(({ body }) => body.some((row) => row.figures))) issues.add("empty-form", null);
}
