import type { Sheet } from "../model/cell.ts";
import { type Ledger, openLedger } from "./dispositions.ts";
import { type Grid, makeGrid } from "./grid.ts";
import type { SheetFindings } from "./sheet.ts";
import { statedFacts } from "./stated-facts.ts";
import type { Table } from "./tables.ts";
import { isFigure } from "./typed-cell.ts";

/** A list of contents or a cover: its words are notes, its ordinals and pages ignored. */
export function leaveFront(grid: Grid, ledger: Ledger): void {
  for (const cell of grid.cells) {
    if (isFigure(cell)) ledger.mark(cell, "ignored", "目录、封面的序号和页码");
    else ledger.mark(cell, "note", "目录、封面的文字");
  }
}

/** A sheet that the source's profile does not read: all of it is ignored. */
export function leaveSheet(sheet: Sheet): SheetFindings {
  const grid = makeGrid(sheet);
  const ledger = openLedger(grid);
  for (const cell of grid.cells) ledger.mark(cell, "ignored", "来源配置不读这张工作表");
  const { illustrative, url } = statedFacts(grid.cells);
  return {
    observations: [],
    reports: [],
    issues: [],
    questions: [],
    ledger,
    titles: [],
    vintage: null,
    illustrative,
    url,
  };
}

/** What stands over a table, else over the first of the sheet, and its leftmost head: 1、地区生产总值. */
export function titlesOver(tables: readonly Table[], index: number): readonly string[] {
  const owner = tables.slice(0, index + 1).findLast(({ repeats }) => !repeats) ?? tables[index];
  const captions = owner && owner.captions.length > 0 ? owner.captions : (tables[0]?.captions ?? []);
  const [head] = tables[index]?.columns ?? [];
  return [...captions, ...(head?.cells.slice(0, 1) ?? [])].map(({ text }) => text);
}

/** Marks a table that the source's profile does not read. */
export function leaveTable(grid: Grid, { captions, header, body }: Table, ledger: Ledger): void {
  const rows = [
    ...header.rows,
    ...(header.numbering === null ? [] : [header.numbering]),
    ...body.map(({ row }) => row),
  ];
  for (const cell of [...captions, ...rows.flatMap((row) => grid.inRow(row))])
    ledger.mark(cell, "ignored", "来源配置不读这张表");
}
