import type { Reach } from "./caption-reach.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { isYear } from "./header-rows.ts";
import { timeAtStart } from "./period-words.ts";
import type { ReadPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import { withoutSlippedHeads } from "./slipped-heads.ts";
import type { Table } from "./tables.ts";
import { isCounting, isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** A table with one set of label columns: of several that stand side by side under one header row, one. */
export interface Segment {
  readonly table: Table;
  readonly labels: readonly number[]; // label columns, left to right
  readonly unit: number | null; // column of units
  readonly periods: number | null; // column of periods
  readonly data: readonly Column[];
  readonly others: readonly Column[]; // ordinals, notes
  readonly counting: readonly number[]; // columns of 1, 2, 3 … without a head, left of the labels
  readonly titles: readonly TypedCell[]; // header cells over labels that are no head words: 1、地区生产总值
  readonly reach: Reach;
}

/** Parts a table where label columns begin anew to the right of figures, and settles which columns are labels. */
export function segmentsOf(grid: Grid, table: Table, read: ReadPhrase): readonly Segment[] {
  const groups: Column[][] = [];
  let data = true;
  for (const [index, column] of table.columns.entries()) {
    const next = table.columns[index + 1];
    const begins = column.role === "label" || (column.role === "ordinal" && next?.role === "label");
    if (begins && data && !isFrontOnly(groups)) groups.push([]);
    if (begins) data = false;
    else if (column.role === "data" && groups.at(-1)?.some(({ role }) => role === "label")) data = true;
    const group = groups.at(-1);
    if (group) group.push(column);
    else groups.push([column]);
  }
  return groups.map((columns, index) => {
    const from = index === 0 ? 1 : (columns[0]?.column ?? 1);
    const next = groups[index + 1]?.[0]?.column;
    const reach = { from, to: next === undefined ? LAST_COLUMN : next - 1 };
    return settleColumns(grid, table, columns, reach, read);
  });
}

/** 序号 and 单位 in front of the labels are columns of the same table. */
function isFrontOnly(groups: readonly (readonly Column[])[]): boolean {
  return (
    groups.length === 1 && groups.every((columns) => columns.every(({ role }) => role !== "data" && role !== "label"))
  );
}

const LAST_COLUMN = 16_384;

function settleColumns(grid: Grid, table: Table, columns: readonly Column[], reach: Reach, read: ReadPhrase): Segment {
  const first = reach.from === 1;
  const body = table.body.filter(({ figures }) => figures).map(({ row }) => row);
  const inColumn = columnReader(grid, body);
  const hasLabel = columns.some(({ role }) => role === "label");
  const settled = columns.map((column) => settleRole(column, hasLabel, inColumn(column.column)));
  const named = settled.filter(({ role }) => role === "label").map(({ column }) => column);
  const words =
    named.length > 0
      ? [...named, ...measureLabels(settled, named, inColumn, read)]
      : first
        ? unnamedLabels(settled, inColumn)
        : [];
  const times = settled.filter(({ role }) => role === "period").map(({ column }) => column);
  const labels = words.length > 0 ? words : times;
  const free = settled.filter(({ column }) => !labels.includes(column));
  const only = (role: Column["role"]) => free.find((column) => column.role === role)?.column ?? null;
  const unnamedUnit = labels.length > 1 ? labels.find((label) => isUnits(inColumn(label))) : undefined;
  const data = free.filter(({ role }) => role === "data");
  return {
    table,
    labels: labels.filter((label) => label !== unnamedUnit),
    unit: only("unit") ?? unnamedUnit ?? null,
    periods: only("period"),
    data: withoutSlippedHeads(data, { all: settled, labels, inColumn, reach: rightmost(table) }),
    others: free.filter(({ role }) => role === "ordinal" || role === "note"),
    counting: first ? countingColumns(settled, labels[0] ?? 1, inColumn) : [],
    titles: [
      ...new Set(
        settled
          .filter(({ column }) => labels.includes(column))
          .flatMap(({ role, cells, banners }) => (role === "data" ? cells : banners)),
      ),
    ],
    reach,
  };
}

/** The cells of a column in the rows of figures, top to bottom. */
type InColumn = (column: number) => readonly TypedCell[];

/** Gathers each column once: a table is looked at from many sides. */
function columnReader(grid: Grid, body: readonly number[]): InColumn {
  const rows = new Set(body);
  const known = new Map<number, readonly TypedCell[]>();
  return (column) => {
    const before = known.get(column);
    if (before) return before;
    const cells = grid.inColumn(column, body[0] ?? 0, body.at(-1) ?? -1).filter(({ row }) => rows.has(row));
    known.set(column, cells);
    return cells;
  };
}

/** 单位 heads units in one office and offices in another: without another label column, what stands below decides. */
function settleRole(column: Column, hasLabel: boolean, body: readonly TypedCell[]): Column {
  if (column.role === "unit" && !hasLabel && body.length > 0 && !isUnits(body)) return { ...column, role: "label" };
  if (column.role === "period" && body.length > 0 && !body.some(isTime)) {
    return body.some((cell) => isFigure(cell))
      ? { ...column, role: "data", unclear: true }
      : { ...column, role: "note" };
  }
  return column;
}

/** The column right behind the labels in which 总量（亿元） and 同比（%） take turns. */
function measureLabels(
  columns: readonly Column[],
  named: readonly number[],
  inColumn: (column: number) => readonly TypedCell[],
  read: ReadPhrase,
): readonly number[] {
  const next = columns.find(({ column, role }) => column > Math.max(...named) && role !== "unit");
  if (next?.role !== "data") return [];
  const cells = inColumn(next.column);
  const isMeasure = ({ content, squashed }: TypedCell) => {
    const { name, measure, time } = read(squashed);
    return content.kind === "text" && name === "" && measure !== null && time === null;
  };
  return cells.length > 1 && cells.every(isMeasure) ? [next.column] : [];
}

function isUnits(cells: readonly TypedCell[]): boolean {
  const isUnit = remembered((squashed) => parseUnits(squashed) !== undefined);
  const units = cells.filter(({ squashed }) => isUnit(squashed));
  return cells.length > 0 && units.length * 2 > cells.length;
}

function isTime(cell: TypedCell): boolean {
  const time = timeAtStart(cell.squashed);
  return cell.content.kind === "date" || isYear(cell) || (time !== undefined && time.end === cell.squashed.length);
}

/** Columns of words left of the first column of figures, where the header names no label column. */
function unnamedLabels(columns: readonly Column[], inColumn: InColumn): readonly number[] {
  const heads = new Map(columns.map((column) => [column.column, column]));
  const labels: number[] = [];
  for (let column = 1; column <= Math.max(0, ...heads.keys()); column++) {
    const head = heads.get(column);
    if (head && head.role !== "data") continue;
    const cells = inColumn(column);
    const words = cells.filter(({ content: { kind } }) => kind === "text" || kind === "date");
    if (words.length * 2 > cells.length) labels.push(column);
    else if (cells.some((cell) => isFigure(cell)) && !isCounting(cells) && !cells.every(isYear)) break;
    else if (cells.length > 0 && cells.every(isYear)) labels.push(column);
  }
  return labels;
}

/** The last column of a table that may hold figures of this one: another table may stand beside it. */
function rightmost(table: Table): number {
  return (table.columns.at(-1)?.column ?? 0) + 1;
}

function countingColumns(columns: readonly Column[], end: number, inColumn: InColumn): readonly number[] {
  const heads = new Set(columns.map(({ column }) => column));
  const bare = Array.from({ length: end - 1 }, (_, index) => index + 1).filter((column) => !heads.has(column));
  return bare.filter((column) => isCounting(inColumn(column)));
}
