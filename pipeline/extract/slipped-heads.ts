import { findUnit } from "../model/unit.ts";
import { isDerived } from "./column-neighbours.ts";
import type { Column } from "./columns.ts";
import { isCounting, isFigure, type TypedCell } from "./typed-cell.ts";

/** What the header and the body of a table show of each other. */
export interface HeadsAndBody {
  readonly all: readonly Column[]; // every column with a head
  readonly labels: readonly number[];
  readonly inColumn: (column: number) => readonly TypedCell[]; // of the rows of figures
  readonly reach: number; // the last column to look at: one behind the header
}

/**
 * Makes the heads unclear whose figures may be those of a neighbour.
 *
 * All of them, where figures stand under no head and a head over no figures, or over the labels or the units; or where
 * most are broken into words that do not fit. Columns that say exactly the same, and what speaks of them; where they are
 * neighbours, all that stand behind them. A bare 同比 behind a column without a head, because nobody knows what it compares.
 */
export function withoutSlippedHeads(data: readonly Column[], body: HeadsAndBody): readonly Column[] {
  const bare = bareColumns(data, body);
  const empty = data.some(({ column }) => body.inColumn(column).length === 0);
  const overLabels = body.all.some(
    ({ column, role, measure, time, name }) =>
      role === "data" && body.labels.includes(column) && name === null && (measure !== null || time !== null),
  );
  const overUnits = body.all.some(({ role, time, measure }) => role === "unit" && (time !== null || measure !== null));
  const moved = overUnits || (bare.length > 0 && (empty || overLabels)) || unlikeUnits(data) || mostlyBroken(data);
  const alike = twins(data, body);
  return data.map((column) => {
    if (
      moved ||
      alike.includes(column) ||
      speaksOfTwin(column, data, alike) ||
      behindNeighbours(column, data, alike) ||
      comparesUnknown(column, data, bare) ||
      behindLabels(column, data, body)
    )
      return { ...column, unclear: true };
    return column;
  });
}

/** Columns of figures under no head, or under one that says nothing. */
function bareColumns(data: readonly Column[], { all, labels, inColumn, reach }: HeadsAndBody): readonly number[] {
  const headed = new Set(
    all.filter((column) => !data.includes(column) || saysSomething(column)).map(({ column }) => column),
  );
  const columns = Array.from({ length: reach }, (_, index) => index + 1);
  return columns.filter((column) => {
    const cells = inColumn(column);
    const asNote = all.some((head) => head.column === column && head.role === "note") && cells.every(isFigure);
    if (labels.includes(column) || (headed.has(column) && !asNote)) return false;
    return cells.some((cell) => isFigure(cell) || cell.content.kind === "sentinel") && !isCounting(cells);
  });
}

function saysSomething({ time, measure, indicator, region, units }: Column): boolean {
  return time !== null || measure !== null || indicator !== null || region !== null || units.length > 0;
}

/** Right of a column of words without a head, behind other figures: those may be the labels of another table. */
function behindLabels({ column }: Column, data: readonly Column[], { all, inColumn }: HeadsAndBody): boolean {
  const headed = new Set(all.map((head) => head.column));
  const first = data[0]?.column ?? column;
  const between = Array.from({ length: Math.max(0, column - first) }, (_, step) => first + step);
  return between.some((at) => {
    const cells = headed.has(at) ? [] : inColumn(at);
    return cells.filter(({ content }) => content.kind === "text").length * 2 > cells.length;
  });
}

/** The columns with figures whose heads mean exactly what another one's means, or the same but for the unit of one indicator. */
function twins(data: readonly Column[], { inColumn }: HeadsAndBody): readonly Column[] {
  const first = new Map<string, Column>();
  const alike = new Set<Column>();
  for (const column of data) {
    if (column.ignored !== null || !inColumn(column.column).some((cell) => isFigure(cell))) continue;
    const meaning = meaningOf(column);
    const other = first.get(meaning);
    if (other) alike.add(other).add(column);
    else first.set(meaning, column);
  }
  return [...alike];
}

function meaningOf({ time, measure, indicator, region, name, partOf, units, scopes }: Column): string {
  return indicator && (measure === null || measure.quantity === "value")
    ? JSON.stringify([time, "value", indicator, region, scopes])
    : JSON.stringify([time, measure, indicator, region, name, partOf, units, scopes]);
}

/** 同比 behind two columns that both say 5月: right behind one, or of the time that one says. */
function speaksOfTwin(column: Column, data: readonly Column[], alike: readonly Column[]): boolean {
  if (!isDerived(column)) return false;
  const left = data.filter((other) => other.column < column.column && other.ignored === null && !isDerived(other));
  const nearest = left.at(-1);
  return left.some((other) => alike.includes(other) && (other === nearest || sameTime(other, column)));
}

/** Behind two neighbours that say the same: the first may have been filled to the right, and all that follow with it. */
function behindNeighbours({ column }: Column, data: readonly Column[], alike: readonly Column[]): boolean {
  return data.some((other, index) => {
    const left = data[index - 1];
    if (left === undefined || other.column > column || !alike.includes(left) || !alike.includes(other)) return false;
    return meaningOf(left) === meaningOf(other);
  });
}

function sameTime({ time }: Column, other: Column): boolean {
  return JSON.stringify(time) === JSON.stringify(other.time);
}

/** One indicator in 万元 and in 万人次: a name between them was lost. */
function unlikeUnits(data: readonly Column[]): boolean {
  const values = data.filter(
    ({ measure, units }) => units.length === 1 && (measure === null || measure.quantity === "value"),
  );
  const dimension = ({ units }: Column) => findUnit(units[0] ?? "")?.dimension;
  return values.some((column) =>
    values.some(
      (other) =>
        column.indicator && other.indicator?.code === column.indicator.code && dimension(other) !== dimension(column),
    ),
  );
}

/** Heads broken over two rows of which at least half make no sense: the rows have slipped against each other. */
function mostlyBroken(data: readonly Column[]): boolean {
  const isShared = (column: Column) =>
    data.some((other) => other !== column && column.cells[0] !== undefined && other.cells.includes(column.cells[0]));
  const broken = data.filter(
    (column) =>
      column.cells.length > 1 &&
      !isShared(column) &&
      (column.unclear || (column.name !== null && column.region === null)),
  );
  return broken.length > 0 && broken.length * 2 >= data.length;
}

function comparesUnknown(column: Column, data: readonly Column[], bare: readonly number[]): boolean {
  if (!isDerived(column) || (column.indicator !== null && !column.inherited)) return false;
  const values = data.filter((other) => other.column < column.column && !isDerived(other));
  const nearest = values.at(-1)?.column ?? 0;
  const dated = values.at(-1)?.time?.year != null; // 2022年6月 behind a lost head is what that one was compared with
  return bare.some((at) => (nearest < at && at < column.column) || (dated && at === nearest - 1));
}
