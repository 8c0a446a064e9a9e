import { inheritFromLeft, shareMonth } from "./column-neighbours.ts";
import { readColumn } from "./column-words.ts";
import type { Grid } from "./grid.ts";
import type { ColumnRole } from "./head-words.ts";
import { headCells } from "./header-cells.ts";
import { hasGap, lacksSpan, sharesHead } from "./header-gaps.ts";
import type { HeaderRows } from "./header-rows.ts";
import type { Measure } from "./measure-words.ts";
import type { NamedIndicator } from "./names.ts";
import { PART_MARK } from "./normalise.ts";
import type { TimeWords } from "./period-words.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A column with everything that its header says, the lower rows over the upper ones. */
export interface Column {
  readonly column: number;
  readonly cells: readonly TypedCell[]; // of the header, top to bottom; a merged cell once
  readonly banners: readonly TypedCell[]; // header cells that run over labels and figures alike: titles, no heads
  readonly role: ColumnRole | "data";
  readonly ignored: string | null; // why its figures are no outcome
  readonly time: TimeWords | null;
  readonly measure: Measure | null;
  readonly units: readonly string[];
  readonly measureUnits: readonly string[]; // that the measure words themselves carry, not the name above them
  readonly scopes: readonly string[];
  readonly indicator: NamedIndicator | null;
  readonly region: string | null;
  readonly name: string | null; // a name that nobody knows
  readonly ownName: string | null; // the name as it stands, known or not
  readonly inherited: boolean; // indicator, name and region are those of the figures to its left
  readonly nameCell: TypedCell | null; // where the name stands, known or not
  readonly partOf: string | null; // under 其中, for a name that nobody knows: what the figures to the left of 其中 are of
  readonly unclear: boolean; // the words contradict each other or mean nothing
}

/** Reads the header of every column from the left to the right of the header; columns without a head are left out. */
export function readColumns(grid: Grid, header: HeaderRows, read: ReadPhrase): readonly Column[] {
  const columns = headedColumns(grid, header, read);
  const slipped = columns.some((column) => hasGap(grid, header, column));
  const spanless = lacksSpan(grid, header, columns, (text) => read(text).time);
  const isOpen = (column: Column) => slipped || spanless.includes(column);
  const sure = columns.map((column) => (isOpen(column) ? { ...column, unclear: true } : column));
  return shareMonth(inheritFromLeft(nameWholes(sure)));
}

function headedColumns(grid: Grid, header: HeaderRows, read: ReadPhrase): readonly Column[] {
  const cells = header.rows.flatMap((row) => grid.inRow(row));
  const last = Math.max(...cells.map(({ row, column }) => grid.mergeAt(row, column)?.right ?? column));
  const headOf = headCells(grid, header, read);
  const columns: Column[] = [];
  for (let column = 1; column <= Math.min(last, MOST_COLUMNS); column++) {
    const head = headOf(column);
    if (head.cells.length === 0) continue;
    const known = { ...readColumn(column, head.cells, read), banners: head.banners };
    columns.push({ ...known, unclear: known.unclear || sharesHead(grid, header, column, known) });
  }
  return columns;
}

const MOST_COLUMNS = 1000;

/** 工业 under 其中 right of 固定资产投资 is another thing than 工业 under 其中 right of 用电量. */
function nameWholes(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    const mark = column.cells.find(({ squashed }) => PART_MARK.test(squashed));
    if (mark === undefined || column.name === null || column.region !== null) return column;
    const whole = columns.slice(0, index).findLast(({ cells, ownName }) => ownName !== null && !cells.includes(mark));
    return { ...column, partOf: whole?.ownName ?? null };
  });
}
