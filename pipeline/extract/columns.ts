import type { Quantity } from "../model/quantity.ts";
import type { Grid } from "./grid.ts";
import type { ColumnRole } from "./head-words.ts";
import type { HeaderRows } from "./header-rows.ts";
import type { Measure } from "./measure-words.ts";
import type { NamedIndicator } from "./names.ts";
import { mergeTimes, type TimeWords } from "./period-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A column with everything that its header says, the lower rows over the upper ones. */
export interface Column {
  readonly column: number;
  readonly cells: readonly TypedCell[]; // of the header, top to bottom; a merged cell once
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
  readonly nameCell: TypedCell | null; // where the name stands, known or not
  readonly unclear: boolean; // the words contradict each other or mean nothing
}

/** Reads the header of every column from the left to the right of the header; columns without a head are left out. */
export function readColumns(grid: Grid, header: HeaderRows, read: ReadPhrase): readonly Column[] {
  const cells = header.rows.flatMap((row) => grid.inRow(row));
  const last = Math.max(...cells.map(({ row, column }) => grid.mergeAt(row, column)?.right ?? column));
  const columns: Column[] = [];
  for (let column = 1; column <= Math.min(last, MOST_COLUMNS); column++) {
    const head = headOf(grid, header, column);
    if (head.length > 0) columns.push(readColumn(column, head, read));
  }
  return shareMonth(inheritFromLeft(columns));
}

const MOST_COLUMNS = 1000;

/** The header cells over a column. A group without a merge reaches to the right over heads that stand below it. */
function headOf(grid: Grid, { rows, edge }: HeaderRows, column: number): readonly TypedCell[] {
  const head: TypedCell[] = [];
  for (const [index, row] of rows.entries()) {
    const lower = rows.slice(index + 1);
    const cell = grid.over(row, column) ?? groupFromLeft(grid, row, lower, edge, column);
    if (cell && !head.includes(cell)) head.push(cell);
  }
  return head;
}

function groupFromLeft(grid: Grid, row: number, lower: readonly number[], edge: number, column: number) {
  const merged = grid.merged.some(({ top, bottom, left, right }) => top <= row && row <= bottom && right > left);
  const hasHeadBelow = (at: number) => lower.some((other) => grid.at(other, at) !== undefined);
  if (merged || column <= edge || !hasHeadBelow(column)) return undefined;
  for (let left = column - 1; left > edge; left--) {
    const cell = grid.at(row, left);
    if (cell) return hasHeadBelow(left) ? cell : undefined;
  }
  return undefined;
}

function readColumn(column: number, cells: readonly TypedCell[], read: ReadPhrase): Column {
  const phrases = understand(cells, read);
  const lowest = phrases.at(-1);
  const time = phrases.reduce<TimeWords | null>((far, { time }) => mergeTimes(time, far), null);
  const measures = phrases.flatMap(({ measure }) => measure ?? []);
  const measure = measures.reduce<Measure | null>(lowerMeasure, null);
  const named = phrases.findLastIndex(
    ({ indicator, region, name, role }) => indicator || region || (name !== "" && !role),
  );
  const indicator = phrases.findLast((phrase) => phrase.indicator)?.indicator ?? null;
  const region = phrases.findLast((phrase) => phrase.region)?.region ?? null;
  const unknown = phrases.findLast(
    (phrase) => phrase.name !== "" && !phrase.indicator && !phrase.region && !phrase.role,
  );
  const role = lowest?.role ?? "data";
  return {
    column,
    cells,
    role,
    ignored: measure?.ignored ?? null,
    time: measure?.month && !time?.span ? mergeTimes(MONTH, time) : time,
    measure,
    units: phrases.findLast(({ units }) => units.length > 0)?.units ?? [],
    measureUnits: measureUnits(phrases),
    scopes: [...new Set([...phrases.flatMap(({ scopes }) => scopes), ...measures.flatMap(({ scopes }) => scopes)])],
    indicator,
    region,
    name: indicator || role !== "data" ? null : (unknown?.name ?? null),
    nameCell: cells[Math.min(named, cells.length - 1)] ?? null,
    unclear: (time?.unclear ?? false) || contradict(measures),
  };
}

/** 一般公共预算收入(万元) over 同比 is not a growth in 万元. */
function measureUnits(phrases: readonly Phrase[]): readonly string[] {
  const from = phrases.findLastIndex(({ measure }) => measure !== null);
  const own = phrases
    .slice(Math.max(from, 0))
    .flatMap(({ name, units }) => (name === "" ? units : units.filter((unit) => /[%‰点]/.test(unit))));
  return from < 0 ? [] : [...own, ...phrases.flatMap(({ measure }) => measure?.unit ?? [])];
}

const MONTH: TimeWords = { year: null, month: null, span: "month", lastYear: false, unclear: false };

/** A head broken over two rows (累计 over 增长%, 以上月价格 over 为100) is read as one where its parts mean nothing. */
function understand(cells: readonly TypedCell[], read: ReadPhrase): readonly Phrase[] {
  const phrases = cells.map((cell) => (cell.content.kind === "date" ? readDateHead(cell, read) : read(cell.squashed)));
  if (cells.length < 2 || phrases.every(isUnderstood)) return phrases;
  const joined = read(cells.map(({ squashed }) => squashed).join(""));
  return isUnderstood(joined) ? [joined] : phrases;
}

function isUnderstood({ name, indicator, region, role }: Phrase): boolean {
  return name === "" || indicator !== null || region !== null || role !== null;
}

function readDateHead({ content, squashed }: TypedCell, read: ReadPhrase): Phrase {
  return read(content.kind === "date" ? `${content.year}年${content.month}月` : squashed);
}

function lowerMeasure(upper: Measure | null, lower: Measure): Measure {
  return lower.open && upper?.quantity ? { ...upper, scopes: [...upper.scopes, ...lower.scopes] } : lower;
}

/** 增长 over 位次 is a rank; any other two quantities over one column contradict each other. */
function contradict(measures: readonly Measure[]): boolean {
  const quantities = measures.flatMap(({ quantity }) => quantity ?? []);
  return new Set(quantities).size > 1 && quantities.at(-1) !== "rank";
}

const DERIVED: readonly (Quantity | null)[] = ["yoy", "mom", "share", "change", "rank", "contribution"];

/** Tells whether a column's figures speak about those of another column. */
export function isDerived({ measure, time }: Column): boolean {
  return time?.lastYear === true || (measure !== null && (measure.open || DERIVED.includes(measure.quantity)));
}

/** A column headed only 同比, 位次 or 上年同期 speaks of the figures to its left: same time, same indicator. */
function inheritFromLeft(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    if (column.role !== "data" || column.ignored || !isDerived(column)) return column;
    const source = sourceOf(column, columns.slice(0, index));
    if (!source) return column;
    const identity = column.indicator || column.name || column.region ? {} : identityOf(source);
    const { span = null, month = null } = column.time ?? {};
    const bare = month === null && (span === null || span === "whole-year");
    return bare ? { ...column, ...identity, time: mergeTimes(column.time, source.time) } : { ...column, ...identity };
  });
}

/** 累计 beside 5月 ends in May, whatever the title says: the one month that a header states holds for all its columns. */
function shareMonth(columns: readonly Column[]): readonly Column[] {
  const stated = columns.flatMap(({ time }) => (time && time.month !== null && !time.lastYear ? [time] : []));
  const months = new Set(stated.map(({ year, month }) => `${year}-${month}`));
  const [common] = stated;
  if (!common || months.size !== 1) return columns;
  return columns.map((column) => {
    const { time, role } = column;
    const open = role === "data" && time !== null && time.month === null && time.year === null;
    return open ? { ...column, time: { ...time, year: common.year, month: common.month } } : column;
  });
}

function identityOf({ indicator, region, name, nameCell }: Column): Partial<Column> {
  return { indicator, region, name, nameCell };
}

/** The figure meant: of the nearest run of columns with the same span the one with the latest time (2023年 before 2022年). */
function sourceOf(column: Column, left: readonly Column[]): Column | undefined {
  const candidates = left.filter(
    (other) => other.role === "data" && !other.ignored && !isDerived(other) && fits(column, other),
  );
  const nearest = candidates.at(-1);
  const alike = candidates.filter(
    (other) =>
      other.time?.span === nearest?.time?.span &&
      other.name === nearest?.name &&
      other.indicator === nearest?.indicator,
  );
  return alike.reduce<Column | undefined>(
    (best, other) => (best && timeOrder(other) < timeOrder(best) ? best : other),
    undefined,
  );
}

/** Under the same group where the column stands under one; of the same indicator where it names one. */
function fits(column: Column, other: Column): boolean {
  const group = column.cells.length > 1 ? column.cells[0] : undefined;
  if (group && !other.cells.includes(group)) return false;
  if (column.indicator) return other.indicator?.code === column.indicator.code;
  return column.name === null || column.name === other.name;
}

function timeOrder({ time }: Column): number {
  return (time?.year ?? 0) * 12 + (time?.month ?? 0);
}
