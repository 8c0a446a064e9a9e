import { quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Ledger } from "./dispositions.ts";
import type { Grid } from "./grid.ts";
import type { IssueList } from "./issue-list.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isOrphan } from "./stray-among-words.ts";
import type { SheetParts, Table } from "./tables.ts";
import { isCounting, isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** Where is written down what became of a sheet's cells, what is wrong with them, and what they say. */
export interface SheetRecord {
  readonly ledger: Ledger;
  readonly issues: IssueList;
  readonly observations: Observation[]; // table by table, row by row, left to right
}

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
  const columns = besideFigures(segment);
  for (const { row } of rows) {
    for (const { column, kind, reason } of columns) {
      const cell = grid.at(row, column);
      const strays = kind === "label" && column !== segment.periods && isOrphan(grid, segment, { row, column });
      if (cell && !strays) ledger.mark(cell, kind, reason);
    }
  }
  for (const { row, figures } of segment.table.body) {
    const words = figures ? [] : grid.inRow(row).filter((cell) => !isFigure(cell));
    for (const cell of words) ledger.mark(cell, /单位:/.test(cell.squashed) ? "unit" : "label");
  }
}

interface MarkedColumn {
  readonly column: number;
  readonly kind: "label" | "unit" | "note" | "ignored";
  readonly reason?: string;
}

function besideFigures({ labels, unit, periods, counting, others }: Segment): readonly MarkedColumn[] {
  const notes = others.map(
    ({ column, role }): MarkedColumn =>
      role === "note" ? { column, kind: "note" } : { column, kind: "ignored", reason: "序号" },
  );
  return [
    ...labels.map((column): MarkedColumn => ({ column, kind: "label" })),
    ...(unit === null ? [] : [{ column: unit, kind: "unit" } as const]),
    ...(periods === null ? [] : [{ column: periods, kind: "label" } as const]),
    ...counting.map((column): MarkedColumn => ({ column, kind: "ignored", reason: "序号" })),
    ...notes,
  ];
}

/** What no table has claimed: words are notes, figures are asked about. */
export function sweep(grid: Grid, { tables, loose }: SheetParts, record: SheetRecord): void {
  const { ledger, issues } = record;
  const left = grid.cells.filter((cell) => !ledger.has(cell));
  const figures = left.filter(isFigure);
  const words = loose.length > 0 || tables.length === 0 ? "没有表格的文字" : "表外文字";
  for (const cell of left) if (!isFigure(cell)) ledger.mark(cell, "note", words);
  if (tables.length === 0) {
    sweepTableless(grid.name, figures, record);
    return;
  }
  for (const cell of figures) {
    ledger.mark(cell, "unread");
    issues.add("unread-cell", cell.address, { found: quote(cell.text) });
  }
  if (!tables.some(({ body }) => body.some((row) => row.figures))) issues.add("empty-form", null);
}

function sweepTableless(sheet: string, figures: readonly TypedCell[], { ledger, issues }: SheetRecord): void {
  if (figures.length === 0) return;
  const counting = isCounting(figures) && new Set(figures.map(({ column }) => column)).size === 1;
  if (!counting) issues.add("no-table", null, { sheet });
  for (const cell of figures) ledger.mark(cell, counting ? "ignored" : "asked", counting ? "序号" : "没有找到表格");
}
